package cli

import (
	"encoding/json"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/kcfglint/kcfglint/internal/lint"
)

func newRules() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "List the rules",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			all, err := lint.Rules()
			if err != nil {
				return internal(err)
			}
			w := cmd.OutOrStdout()
			switch format {
			case "json":
				out := json.NewEncoder(w)
				out.SetIndent("", "  ")
				out.SetEscapeHTML(false)
				return internal(out.Encode(all))
			case "markdown":
				fmt.Fprintln(w, "| Rule | Name | Group | Severity | Consequence | What |\n|---|---|---|---|---|---|")
				for _, r := range all {
					fmt.Fprintf(w, "| [%s](%s.md) | %s | %s | %s | %s | %s |\n", r.ID, r.ID, r.Name, r.Group, r.Severities[0],
						r.Consequence, strings.ReplaceAll(r.Title, "|", `\|`))
				}
			case "text":
				table := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
				for _, r := range all {
					fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", r.ID, r.Severities[0], r.Name, r.Title)
				}
				return internal(table.Flush())
			default:
				return usage(fmt.Errorf("--format takes text, json or markdown, not %q", format))
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "text, json or markdown")
	return cmd
}
