package policy

import (
	"context"
	"testing"

	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/model"
)

// TestGuaranteeInput: what guarantees are derived from is what rules/schemas says of it,
// and every component has a guarantee. It is checked on the components of all rules'
// examples.
func TestGuaranteeInput(t *testing.T) {
	g, err := NewGuarantees(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	schema := readSchema(t, "guarantee")
	number := 3
	part := Part{invented("part"), Guarantee{Limits: []Limit{
		{Of: "loss", Certain: true, Message: "m", Set: "acks=all", At: At{"acks", "part#x"}, Finding: &number, Hygiene: true},
		{Of: "durability", At: At{"acks", "part#x"}},
	}}}
	around := []*model.Component{invented("around")}
	for _, c := range append(examples(t), invented("f")) {
		asked := Asked{
			Input: Input{Component: c, Versions: everyVersion(c), Workload: durability},
			Findings: map[int]*finding.Finding{number: {
				Rule: "KP002", Consequence: "loss", Confidence: "certain", Key: "acks", Message: "m", Remediation: "Set acks=all.",
			}},
			Parts: []Part{part}, Topics: map[string][]*model.Component{"a": around}, Workers: around,
			Brokers: map[string][]*model.Component{"around#x": around},
		}
		schema.check(t, c.ID, g.input(asked))
		got, err := g.Of(context.Background(), asked)
		if err != nil {
			t.Error(err)
			continue
		}
		if got.Delivery != "none" && got.Delivery != "at-most-once" {
			t.Errorf("%s: a finding of loss, and %s", c.ID, got.Delivery)
		}
		if len(got.Limits) == 0 || got.Limits[0].Of != "loss" || got.Limits[0].At.Component == "" {
			t.Errorf("%s: weakest link %+v", c.ID, got.Limits)
		}
	}
	for _, name := range []string{".topics.*[]", ".brokers.*[]", ".workers[]", ".members.*.values", ".findings[].id", ".parts[].limits[].finding"} {
		if !schema.seen[name] {
			t.Errorf("no input had %s", name)
		}
	}
}
