package guarantee_test

import (
	"context"
	"flag"
	"path/filepath"
	"slices"
	"testing"

	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/fixture"
	"github.com/kcfglint/kcfglint/internal/guarantee"
	"github.com/kcfglint/kcfglint/internal/lint"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/rules"
)

var every = flag.Bool("every", false, "look at every example, not only at the first ones of each rule")

// besides are the rules that know of something that the settings which decide on a
// guarantee do not tell. What the others find must follow from these settings alone.
var besides = map[string]string{
	"FK009": "another reader of the group", "FK017": "another job's prefix", "FK026": "what the topic keeps",
	"FS005": "the format", "FS006": "the format", "FW005": "rows that come late", "FW006": "the time of processing", "FW008": "the times of records",
	"FK005": "where a start begins", "FK008": "positions stored beside checkpoints", "FK021": "the keys of a changelog",
	"FK003": "where a group starts, of a source", "FK012": "the time that the broker gives transactions",
	"FK013": "the client that an old Flink brings", "FK016": "another job with the same prefix", "FK019": "another job's sink",
	"FS001": "the format", "FS003": "the format", "FS004": "the format", "KC010": "another application's producer", "KC039": "checksums",
	"KM022": "SmallRye's own attributes", "KM020": "SmallRye's own attributes", "KM023": "SmallRye's own attributes",
	"KN001": "records with errors", "KN002": "records with errors", "KN007": "records with errors", "KN004": "the topic of a dead letter queue",
	"KN010": "internal topics", "KN025": "topics that Connect creates", "KN032": "topics that MirrorMaker creates",
	"KP018": "how long a send may take", "KP021": "how often a send is repeated", "KP027": "whether the application looks at the result",
	"KS011": "records with errors", "KS012": "records with errors", "KS013": "records with errors", "KS020": "a setting for one consumer",
	"KS021": "a setting for one consumer", "FC006": "where checkpoints are", "FC007": "where checkpoints are", "FC014": "who claims the state",
	"FO001": "upgrades", "KC016": "how long processing takes", "KC004": "how often positions are stored",
}

// TestAgreement looks at the examples of all rules and at the example repositories: no
// finding and no guarantee contradict each other.
func TestAgreement(t *testing.T) {
	for _, path := range paths(t) {
		t.Run(filepath.ToSlash(path), func(t *testing.T) {
			t.Parallel()
			opts := lint.Options{Dir: fixture.Stage(t, path), Versions: map[string]model.Version{}}
			fixture.Expect(t, path, &opts)
			examined, err := lint.Examine(context.Background(), opts)
			if err != nil {
				t.Fatal(err)
			}
			a := agreement{t: t, examined: examined, owner: make(map[string]string)}
			for _, c := range examined.All {
				a.owner[c.ID] = c.OwnerID
			}
			full := a.report(examined)
			bare := *examined
			bare.Findings = nil
			alone := a.report(&bare)
			for i := range examined.Findings {
				f := &examined.Findings[i]
				a.finding(f, full)
				a.named(f, full)
				if besides[f.Rule] == "" && f.Consequence != "startup-failure" {
					a.finding(f, alone)
				}
			}
			for i := range alone.Clients {
				a.links(&alone.Clients[i])
			}
		})
	}
}

func paths(t *testing.T) []string {
	all, err := rules.All()
	if err != nil {
		t.Fatal(err)
	}
	root := filepath.Join("..", "..")
	paths, err := filepath.Glob(filepath.Join(root, "examples", "*"))
	if err != nil || len(paths) == 0 {
		t.Fatal("no examples", err)
	}
	paths = slices.DeleteFunc(paths, func(path string) bool { return filepath.Ext(path) == ".md" })
	for _, r := range all {
		bad, good := fixture.Cases(t, filepath.Join(root, "rules", filepath.Dir(filepath.FromSlash(r.Path))))
		if !*every {
			bad, good = bad[:min(len(bad), 1)], good[:min(len(good), 1)]
		}
		paths = append(append(paths, bad...), good...)
	}
	return paths
}

type agreement struct {
	t        *testing.T
	examined *lint.Result
	owner    map[string]string
}

func (a *agreement) report(examined *lint.Result) *guarantee.Report {
	a.t.Helper()
	r, err := guarantee.Of(context.Background(), examined)
	if err != nil {
		a.t.Fatal(err)
	}
	for _, err := range r.Errors {
		a.t.Error(err)
	}
	return r
}

// client returns the line of a component in a report, or that of what owns it.
func (a *agreement) client(r *guarantee.Report, id string) *guarantee.Client {
	for range 3 {
		for i := range r.Clients {
			if r.Clients[i].ID == id {
				return &r.Clients[i]
			}
		}
		id = a.owner[id]
	}
	return nil
}

// finding checks that what is found for certain is not guaranteed to be otherwise.
func (a *agreement) finding(f *finding.Finding, r *guarantee.Report) {
	c := a.client(r, f.Component.ID)
	if c == nil || !certain(f) {
		return
	}
	contradicts := false
	switch f.Consequence {
	case "loss", "corruption":
		lost := c.Durable == "no" || f.Rule == "KN004" // which speaks of what failed and was put aside
		contradicts = (c.Delivery == "exactly-once" || c.Delivery == "at-least-once") && !lost
	case "duplication":
		contradicts = c.Delivery == "exactly-once" || c.Delivery == "at-most-once"
	case "reordering":
		contradicts = c.Ordered == "yes"
	case "startup-failure":
		contradicts = c.Delivery != "nothing"
	}
	if contradicts {
		a.t.Errorf("%s says %s of %s, which gives %s, ordered: %s, durable: %s", f.Rule, f.Consequence, c.ID, c.Delivery, c.Ordered, c.Durable)
	}
}

// named checks that the report names what is found.
func (a *agreement) named(f *finding.Finding, r *guarantee.Report) {
	c := a.client(r, f.Component.ID)
	if f.Consequence == "startup-failure" && (f.Confidence != "certain" || f.Doubtful) {
		return
	}
	switch f.Consequence {
	case "loss", "corruption", "duplication", "reordering", "startup-failure":
		if c != nil && !slices.ContainsFunc(c.Links, func(l guarantee.Link) bool { return l.Rule == f.Rule && l.Message == f.Message }) {
			a.t.Errorf("%s is no link of %s: %+v", f.Rule, c.ID, c.Links)
		}
	}
}

// certain holds for what is not hygiene and depends on nothing that is not known.
func certain(f *finding.Finding) bool {
	return f.Confidence == "certain" && !f.Doubtful && (f.Severity >= finding.Warning || f.Lowered != "")
}

// links checks that what is written and weakens a client is found by a rule, whatever its
// level. Defaults are not all findings: Kafka's own are at least once.
func (a *agreement) links(c *guarantee.Client) {
	for _, l := range c.Links {
		if !l.Certain || l.Set == "" || l.At.State != "explicit" && l.At.State != "inherited" || byChoice(c, &l) {
			continue
		}
		if !slices.ContainsFunc(a.examined.Findings, func(f finding.Finding) bool { return f.Key == l.At.Key || f.Consequence == l.Of }) {
			a.t.Errorf("%s: %s=%q makes for %s, but no rule says so", c.ID, l.At.Key, l.At.Value, l.Of)
		}
	}
}

// byChoice holds for settings that name a guarantee, and for what the framework would have
// set anyway: no rule has anything against them.
func byChoice(c *guarantee.Client, l *guarantee.Link) bool {
	switch l.At.Key {
	case "processing.guarantee", "sink.delivery-guarantee", "exactly.once.source.support":
		return l.Of == "duplication"
	case "enable.idempotence":
		return c.Kind == "source-connector"
	}
	return false
}
