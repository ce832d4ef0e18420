package report

import (
	"fmt"
	"strings"

	"github.com/kcfglint/kcfglint/internal/finding"
)

// worst returns the highest severity of all findings, finding.Off if there is none.
func (d *Data) worst() finding.Severity {
	worst := finding.Off
	for i := range d.Findings {
		worst = max(worst, d.Findings[i].Severity)
	}
	return worst
}

// verdict counts the findings by severity.
func (d *Data) verdict() string {
	s := &d.Summary
	var parts []string
	for _, c := range []struct {
		n    int
		noun string
	}{{s.Errors, "error"}, {s.Warnings, "warning"}} {
		if c.n > 0 {
			parts = append(parts, plural(c.n, c.noun))
		}
	}
	if s.Infos > 0 {
		parts = append(parts, fmt.Sprintf("%d info", s.Infos))
	}
	text := "no findings"
	if len(parts) > 0 {
		text = strings.Join(parts, ", ")
	}
	if s.Suppressed > 0 {
		text += fmt.Sprintf(" (%d suppressed)", s.Suppressed)
	}
	return text
}

// coverage says what the findings are about, and what was not looked at.
func (d *Data) coverage() string {
	s := &d.Summary
	text := fmt.Sprintf("%s linted", plural(s.Linted, "file"))
	if s.Skipped > 0 {
		text += fmt.Sprintf(", %d skipped", s.Skipped)
	}
	if s.Failed > 0 {
		text += fmt.Sprintf(", %d failed", s.Failed)
	}
	text += fmt.Sprintf(": %s, %s", plural(s.Components, "component"), plural(s.Settings, "setting"))
	if s.NotEvaluated > 0 {
		text += fmt.Sprintf(", %d not evaluated because the value is unknown", s.NotEvaluated)
	}
	return text
}

func plural(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
