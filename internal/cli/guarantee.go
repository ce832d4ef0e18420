package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/kcfglint/kcfglint/internal/guarantee"
)

func newGuarantee(s Streams) *cobra.Command {
	var f inputFlags
	var format string
	cmd := &cobra.Command{
		Use:   "guarantee [PATH...]",
		Short: "Say what each client really guarantees, and its weakest link",
		Long: `Says of each client below the paths what it really gives: how often a record arrives,
whether in order, and whether it survives the failure of one broker; and which settings
decide that, the weakest link first. What is not known is not guessed.

Exit codes: 0 there are clients; 2 wrong usage or configuration, or a path that cannot be
opened; 3 no client was recognised; 4 internal error.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(guarantee.Formats(), format) {
				return usage(fmt.Errorf("--format takes %s, not %q", strings.Join(guarantee.Formats(), ", "), format))
			}
			opts, err := f.options(cmd, s, args)
			if err != nil {
				return err
			}
			r, err := guarantee.Run(cmd.Context(), opts)
			if err != nil {
				return internal(err)
			}
			if len(r.Clients) > 0 || format == "json" {
				if err := guarantee.Write(cmd.OutOrStdout(), format, r); err != nil {
					return internal(err)
				}
			}
			switch {
			case len(r.Errors) > 0:
				return internal(errors.Join(r.Errors...))
			case r.Missing != nil:
				return usage(r.Missing)
			case len(r.Clients) == 0:
				return &exitError{ExitNothing, errors.New("no client of Kafka was recognised")}
			}
			return nil
		},
	}
	f.register(cmd)
	cmd.Flags().StringVar(&format, "format", "text", strings.Join(guarantee.Formats(), ", "))
	return cmd
}
