// Package compare holds what the oracles share that put generated configurations before
// the real software and before kcfglint: batches, the reduction of a configuration on
// which the two disagree to the settings that matter, the table of outcomes and the list
// of disagreements by cause.
package compare

import (
	"fmt"
	"slices"
	"strings"
)

// Setting is one line of a configuration.
type Setting struct{ Key, Value string }

// Case is one configuration.
type Case struct {
	Kind     string // what is configured: "producer", "table" ...; a row of the table
	File     string // the file's path below the directory of its batch, with slashes
	Settings []Setting
	// Keep is the number of settings at the beginning that make the file what it is:
	// they are not taken away while a case is reduced.
	Keep int
	// Note is whatever else a judge has to know of the case.
	Note string
}

// String returns the settings as text, one a line.
func (c Case) String() string {
	lines := make([]string, len(c.Settings))
	for i, s := range c.Settings {
		lines[i] = fmt.Sprintf("%s=%q", s.Key, s.Value)
	}
	return strings.Join(lines, "\n")
}

// Has reports whether the case has a key.
func (c *Case) Has(key string) bool {
	return slices.ContainsFunc(c.Settings, func(s Setting) bool { return s.Key == key })
}

// Put adds a setting unless the key is there.
func (c *Case) Put(key, value string) {
	if !c.Has(key) {
		c.Settings = append(c.Settings, Setting{key, value})
	}
}

// without returns the case with one setting less.
func (c Case) without(i int) Case {
	settings := make([]Setting, 0, len(c.Settings)-1)
	settings = append(settings, c.Settings[:i]...)
	c.Settings = append(settings, c.Settings[i+1:]...)
	return c
}

// Verdict is what a judge says of a case.
type Verdict struct {
	Fails bool     // it does not start
	Why   []string // exceptions and their causes; or findings
	// Void says that the judge did not answer the question: the file was not
	// recognised, or as something else. Such a case is an error of the oracle.
	Void string
}

// Judge judges the cases of one batch, whose files are in a directory.
type Judge func(dir string, cases []Case) ([]Verdict, error)

// Outcome is a case and both verdicts.
type Outcome struct {
	Case           Case
	Real, Kcfglint Verdict
}

// Agree reports whether both judges say the same.
func (o Outcome) Agree() bool {
	return o.Real.Void == "" && o.Kcfglint.Void == "" && o.Real.Fails == o.Kcfglint.Fails
}
