package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/kcfglint/kcfglint/internal/lint"
	"github.com/kcfglint/kcfglint/rules"
)

func newExplain() *cobra.Command {
	return &cobra.Command{
		Use:   "explain RULE",
		Short: "Say why a rule exists, what it looks like and how to mend it",
		Args:  cobra.ExactArgs(1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			all, _ := lint.Rules()
			ids := make([]string, 0, len(all))
			for _, r := range all {
				ids = append(ids, r.ID+"\t"+r.Title)
			}
			return ids, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := lint.Rule(args[0])
			if err != nil {
				return usage(err)
			}
			explain(cmd.OutOrStdout(), r)
			return nil
		},
	}
}

func explain(w io.Writer, r *rules.Rule) {
	fmt.Fprintf(w, "%s %s\n%s\n\n%s\n\n", r.ID, r.Name, r.Title, wrap(r.Description, 100))
	fmt.Fprintf(w, "Mend:         %s\n", r.Remediation)
	fmt.Fprintf(w, "Severity:     %s\n", strings.Join(r.Severities, ", "))
	fmt.Fprintf(w, "Consequence:  %s\n", r.Consequence)
	fmt.Fprintf(w, "Confidence:   %s\n", r.Confidence)
	if len(r.Kinds) > 0 {
		kinds := make([]string, len(r.Kinds))
		for i, k := range r.Kinds {
			kinds[i] = string(k)
		}
		fmt.Fprintf(w, "Looks at:     %s\n", strings.Join(kinds, ", "))
	}
	if len(r.Workloads) > 0 {
		fmt.Fprintf(w, "Workloads:    %s\n", strings.Join(r.Workloads, ", "))
	}
	if len(r.Versions) > 0 {
		fmt.Fprintf(w, "Changes with: %s\n", strings.Join(r.Versions, ", "))
	}
	bad, good := rules.Examples(r)
	example(w, "Reported", bad)
	example(w, "Not reported", good)
	if len(r.References) > 0 {
		fmt.Fprintln(w, "\nSources:")
		for _, ref := range r.References {
			fmt.Fprintf(w, "  %s\n", ref)
		}
	}
}

// example prints the first of the examples.
func example(w io.Writer, title string, examples []rules.Example) {
	if len(examples) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s (%s):\n", title, examples[0].Name)
	for line := range strings.Lines(strings.TrimRight(examples[0].Clean(), "\n")) {
		fmt.Fprintf(w, "    %s\n", strings.TrimRight(line, "\n"))
	}
}

// wrap breaks a text at blanks into lines of at most width characters; paragraphs stay.
func wrap(text string, width int) string {
	var out []string
	for _, paragraph := range strings.Split(text, "\n\n") {
		line := ""
		for _, word := range strings.Fields(paragraph) {
			if line != "" && len(line)+1+len(word) > width {
				out = append(out, line)
				line = ""
			}
			line = strings.TrimPrefix(line+" "+word, " ")
		}
		out = append(out, line, "")
	}
	return strings.TrimRight(strings.Join(out, "\n"), "\n")
}
