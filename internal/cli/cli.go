// Package cli holds the commands, one file each. Flags become options of package lint,
// nothing more.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// The exit codes. If several apply, the one that stands first in this order counts:
// internal, usage, findings, nothing.
const (
	ExitClean    = 0 // no finding at or above --fail-on
	ExitFindings = 1
	ExitUsage    = 2 // wrong usage or configuration, or an argument that cannot be opened
	ExitNothing  = 3 // no file was recognised
	ExitInternal = 4 // internal error, a failing rule included
)

// Streams are where a command reads and writes.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// exitError ends a command with a code; its error, if any, is still to be printed.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string {
	if e.err == nil {
		return ""
	}
	return e.err.Error()
}

func (e *exitError) Unwrap() error { return e.err }

// usage is an error of the caller: wrong flags, wrong configuration.
func usage(err error) error {
	if err == nil {
		return nil
	}
	return &exitError{ExitUsage, err}
}

// internal is an error of ours.
func internal(err error) error {
	if err == nil {
		return nil
	}
	return &exitError{ExitInternal, err}
}

// Main runs the command that args name and returns the exit code.
func Main(ctx context.Context, args []string, s Streams) (code int) {
	defer func() {
		if p := recover(); p != nil {
			fmt.Fprintf(s.Err, "kcfglint: internal error: %v\n%s", p, debug.Stack())
			code = ExitInternal
		}
	}()
	root := newRoot(s)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return ExitClean
	}
	var exit *exitError
	if !errors.As(err, &exit) {
		exit = &exitError{ExitUsage, err} // cobra's own errors are all about usage
	}
	if exit.err != nil {
		fmt.Fprintf(s.Err, "kcfglint: %v\n", exit.err)
	}
	return exit.code
}

func newRoot(s Streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "kcfglint",
		Short: "Find the configuration lines that lose, duplicate or reorder records",
		Long: `kcfglint reads Kafka and Flink configuration as the real software reads it and says,
at the exact line, what will not start, what has no effect, and what can lose,
duplicate or reorder records.`,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetIn(s.In)
	root.SetOut(s.Out)
	root.SetErr(s.Err)
	root.CompletionOptions.HiddenDefaultCmd = false
	root.AddCommand(newLint(s), newExplain(), newRules(), newParse(s), newGuarantee(s), newChain(s), newConfig(), newInit(), newVersion())
	return root
}

// colored decides on colour: as told, else on a terminal unless NO_COLOR is set.
func colored(when string, w io.Writer) (bool, error) {
	switch when {
	case "always":
		return true, nil
	case "never":
		return false, nil
	case "auto":
		f, ok := w.(*os.File)
		return ok && os.Getenv("NO_COLOR") == "" && term.IsTerminal(int(f.Fd())), nil
	}
	return false, usage(fmt.Errorf("--color takes auto, always or never, not %q", when))
}

// width returns the columns of a terminal, 0 for anything else.
func width(w io.Writer) int {
	if f, ok := w.(*os.File); ok {
		if columns, _, err := term.GetSize(int(f.Fd())); err == nil {
			return columns
		}
	}
	return 0
}
