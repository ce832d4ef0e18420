package compare

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
)

// Reason excuses failures of the real software that no linter of files can foresee.
type Reason struct {
	Exception *regexp.Regexp // of an exception or one of its causes
	Text      string
	// Warned excuses only what kcfglint warns of: a start that fails unless the program
	// sets what the file leaves out.
	Warned bool
}

// ReadReasons reads a file of lines "regular expression<tab>reason", with "<tab>warned"
// behind a reason that takes a warning.
func ReadReasons(file string) ([]Reason, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var reasons []Reason
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		pattern, text, ok := strings.Cut(line, "\t")
		if !ok || text == "" {
			return nil, fmt.Errorf("%s: %q has no reason", file, line)
		}
		text, warned := strings.CutSuffix(text, "\twarned")
		exception, err := regexp.Compile(pattern)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		reasons = append(reasons, Reason{exception, text, warned})
	}
	return reasons, nil
}

// excuse returns why a failure that kcfglint does not foresee is none of its faults, or
// "". What kcfglint says will fail and starts is never excused.
func excuse(reasons []Reason, o Outcome) string {
	if !o.Real.Fails || o.Kcfglint.Fails || o.Kcfglint.Void != "" {
		return ""
	}
	for _, why := range o.Real.Why {
		for _, r := range reasons {
			if r.Exception.MatchString(why) && (!r.Warned || warned(o.Kcfglint)) {
				return r.Text
			}
		}
	}
	return ""
}

// warned reports whether kcfglint warns of a start that fails.
func warned(v Verdict) bool {
	return slices.ContainsFunc(v.Why, func(why string) bool {
		_, rest, _ := strings.Cut(why, " ")
		return strings.HasPrefix(rest, "warning startup-failure")
	})
}
