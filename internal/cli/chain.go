package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/kcfglint/kcfglint/internal/chain"
)

func newChain(s Streams) *cobra.Command {
	var f inputFlags
	var asked chain.Options
	var format string
	var reconcile bool
	cmd := &cobra.Command{
		Use:   "chain [PATH...]",
		Short: "Show the ways that records take, and where they can get lost",
		Long: `Joins the producers, topics, Flink tables and jobs, connectors and the indexes and tables
behind them that are configured below the paths, and says of each way of a record, hop by
hop, what it gives, which settings decide that, and which hop is the weakest link. A hop
that must be there and is not in the files is shown as unknown.

Exit codes: 0 there are paths; 2 wrong usage or configuration, a path that cannot be
opened, or a name that nothing has; 3 there is no path; 4 internal error.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			formats := chain.Formats()
			if reconcile {
				formats = chain.PlanFormats()
			}
			if !slices.Contains(formats, format) {
				return usage(fmt.Errorf("--format takes %s, not %q", strings.Join(formats, ", "), format))
			}
			opts, err := f.options(cmd, s, args)
			if err != nil {
				return err
			}
			r, err := chain.Run(cmd.Context(), opts, asked)
			if name := (*chain.NameError)(nil); errors.As(err, &name) {
				return usage(errors.Join(err, r.Missing))
			}
			if err != nil {
				return internal(err)
			}
			if len(r.Paths) > 0 || format == "json" {
				write := chain.Write
				if reconcile {
					write = chain.WritePlan
				}
				if err := write(cmd.OutOrStdout(), format, r); err != nil {
					return internal(err)
				}
			}
			switch {
			case len(r.Errors) > 0:
				return internal(errors.Join(r.Errors...))
			case r.Missing != nil:
				return usage(r.Missing)
			case r.Apart:
				return &exitError{ExitNothing, fmt.Errorf("no way from %q to %q is in these files", asked.From, asked.To)}
			case len(r.Paths) == 0:
				return &exitError{ExitNothing, errors.New("no path of records was found")}
			}
			return nil
		},
	}
	f.register(cmd)
	flags := cmd.Flags()
	flags.StringVar(&format, "format", "text", strings.Join(chain.Formats(), ", "))
	flags.StringVar(&asked.From, "from", "", "only paths from the hop of this name on: a service, a topic, a table")
	flags.StringVar(&asked.To, "to", "", "only paths up to the hop of this name: an index, a table, a topic")
	flags.BoolVar(&reconcile, "reconcile", false, "write how to compare the counts of each hop: "+strings.Join(chain.PlanFormats(), ", "))
	return cmd
}
