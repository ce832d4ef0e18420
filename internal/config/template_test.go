package config

import (
	"slices"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/finding"
)

func TestTemplate(t *testing.T) {
	c := mustParse(t, Template)
	if got, want := c.For("a"), Default().For("a"); !slices.Equal(got.Values, want.Values) || c.Excluded("a") || len(c.Ignores()) > 0 {
		t.Errorf("the template changes the defaults: %+v", got.Values)
	}
	// What is commented out as an example must hold too.
	var examples strings.Builder
	for line := range strings.Lines(Template) {
		if text, ok := strings.CutPrefix(line, "#"); ok && (!strings.HasPrefix(text, " ") || strings.HasPrefix(text, "  ")) {
			line = text
		}
		examples.WriteString(line)
	}
	c = mustParse(t, examples.String())
	s := c.For("staging/a")
	if level, _ := s.Level("KP002", "producer"); level != finding.Info || s.Workload != Throughput || !c.Excluded("legacy/a") ||
		len(c.Ignores()) != 1 || len(c.Mappings("jobs/a.yaml")) != 1 || c.For("metrics/a").DataClass != "metrics" {
		t.Errorf("the examples do not do what they say: %+v", s.Values)
	}
}
