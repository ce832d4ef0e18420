// Package report writes what the linter found, one reporter a file.
package report

import (
	"io"
	"slices"

	"github.com/kcfglint/kcfglint/internal/finding"
)

// Data is all that a reporter may tell. Findings, Suppressed and Files are in the order
// in which they are to be reported; a reporter changes nothing of it.
type Data struct {
	Findings   []finding.Finding
	Suppressed []finding.Finding
	Files      []File
	Summary    Summary
	// Rules describes the rules that were selected, in the order of their ids.
	Rules []Rule
	// Errors says what went wrong within the linter itself, such as a rule that failed.
	// Only SARIF has a place for it; the command line prints it whatever the format.
	Errors []string
	// FailOn is the lowest severity that makes the run fail; finding.Off means none does.
	FailOn finding.Severity
	// Excerpt returns the part of a line of a file around a column, with every secret masked
	// and without its line end, and the column at which the part begins.
	// The file is named as in finding.Finding.File.
	Excerpt func(file string, line, column int) (text string, first int, ok bool)
	Version string
	// Color, Verbose and Quiet are meant for people: only the text reporter looks at them.
	Color, Verbose, Quiet bool
	// Width is that of the terminal in columns; 0 is unknown.
	Width int
	// Env reads a variable of the environment; "" if it is not set.
	Env func(string) string
}

// File is one file that the run has met.
type File struct {
	Path     string // slash-separated, relative to the working directory
	RepoFile string // relative to the repository root
	Format   string // the dialect, "" if none was recognised
	// Components is the number of components in the file.
	Components int
	Status     string // one of the Status constants
	Reason     string // why the file was skipped or failed
}

// What became of a file.
const (
	StatusLinted  = "linted"
	StatusSkipped = "skipped"
	StatusFailed  = "failed"
)

// Summary counts the files, what they hold, and what was found.
type Summary struct {
	Linted, Skipped, Failed int // files
	Components, Settings    int
	NotEvaluated            int // settings whose value is unknown
	Errors, Warnings, Infos int // findings
	Suppressed              int
}

// Rule describes a rule for those reports that explain what they name.
type Rule struct {
	ID, Name, Title, Description, Remediation, URL string
	Severity                                       string // the default one
	Group                                          string
}

// failed reports whether a finding is grave enough to make the run fail.
func (d *Data) failed() bool {
	return d.FailOn != finding.Off &&
		slices.ContainsFunc(d.Findings, func(f finding.Finding) bool { return f.Severity >= d.FailOn })
}

// env reads a variable of the environment.
func (d *Data) env(name string) string {
	if d.Env == nil {
		return ""
	}
	return d.Env(name)
}

// Reporter writes a report in one format.
type Reporter func(w io.Writer, d *Data) error

var reporters = map[string]Reporter{
	"github": GitHub,
	"json":   JSON,
	"sarif":  SARIF,
	"text":   Text,
}

// Formats returns the names of all formats, sorted.
func Formats() []string {
	names := make([]string, 0, len(reporters))
	for name := range reporters {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Get returns the reporter of a format.
func Get(format string) (Reporter, bool) {
	r, ok := reporters[format]
	return r, ok
}
