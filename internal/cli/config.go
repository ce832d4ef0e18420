package cli

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/kcfglint/kcfglint/internal/lint"
)

func newConfig() *cobra.Command {
	cmd := &cobra.Command{Use: "config", Short: "Look at the configuration"}
	cmd.AddCommand(newConfigShow())
	return cmd
}

func newConfigShow() *cobra.Command {
	var name string
	cmd := &cobra.Command{
		Use:   "show PATH",
		Short: "Print the settings that apply to a path, and where each comes from",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			cfg, err := loadConfig(name)
			if err != nil {
				return err
			}
			repoPath, err := lint.RepoPath(args[0])
			if err != nil {
				return usage(err)
			}
			w := cmd.OutOrStdout()
			file := cfg.Name
			if file == "" {
				file = "none, defaults apply"
			}
			fmt.Fprintf(w, "configuration: %s\npath: %s\n\n", file, repoPath)
			if cfg.Excluded(repoPath) {
				fmt.Fprintf(w, "the path is excluded\n\n")
			}
			table := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
			for _, v := range cfg.For(repoPath).Values {
				fmt.Fprintf(table, "%s\t%s\t%s\n", v.Key, v.Value, v.Origin)
			}
			return internal(table.Flush())
		},
	}
	cmd.Flags().StringVar(&name, "config", "", "configuration file (default: the nearest .kcfglint.yaml)")
	return cmd
}
