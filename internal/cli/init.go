package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/kcfglint/kcfglint/internal/config"
)

func newInit() *cobra.Command {
	return &cobra.Command{
		Use:   "init",
		Short: "Write a commented " + config.FileName + " to the working directory",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			f, err := os.OpenFile(config.FileName, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
			if errors.Is(err, fs.ErrExist) {
				return usage(fmt.Errorf("%s is there already", config.FileName))
			}
			if err != nil {
				return usage(err)
			}
			_, err = f.WriteString(config.Template)
			if err = errors.Join(err, f.Close()); err != nil {
				return internal(err)
			}
			fmt.Fprintf(cmd.OutOrStdout(), "wrote %s\n", config.FileName)
			return nil
		},
	}
}
