package policy_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/policy"
	"github.com/kcfglint/kcfglint/rules"
)

// everything compiles all rules for all kinds.
func everything(t testing.TB) (*policy.Engine, []rules.Rule) {
	t.Helper()
	all, err := rules.All()
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, r := range all {
		keys = append(keys, r.Keys...)
	}
	var every []*model.Component
	for _, k := range model.Kinds() {
		c := &model.Component{Kind: k}
		for _, key := range keys {
			c.Add(model.Setting{Key: key})
		}
		every = append(every, c)
	}
	engine, err := policy.New(context.Background(), all, every)
	if err != nil {
		t.Fatal(err)
	}
	return engine, all
}

// TestHostileComponents puts components before every rule that hold nothing, nothing
// known, or nothing of the right type: no rule may fail, and none may report what is
// unknown.
func TestHostileComponents(t *testing.T) {
	engine, all := everything(t)
	var keys []string
	for _, r := range all {
		keys = append(keys, r.Keys...)
	}
	values := map[string]func(*model.Setting){
		"unknown": func(s *model.Setting) { s.State = model.Unknown },
		"empty":   func(s *model.Setting) { s.Value = "" },
		"broken":  func(s *model.Setting) { s.Value = "\x00 {[\"'%s$" },
		"words":   func(s *model.Setting) { s.Value = "a,b;c d" },
		"number":  func(s *model.Setting) { s.Value = "-1" },
		"huge":    func(s *model.Setting) { s.Value = "99999999999999999999999999" },
		"boolean": func(s *model.Setting) { s.Value = "true" },
		"secret": func(s *model.Setting) {
			s.Secret = &model.Secret{Known: true, JAAS: model.JAAS{Module: "x", Literal: true}}
		},
	}
	for _, kind := range model.Kinds() {
		for _, complete := range []model.Complete{model.Full, model.Partial, model.Template} {
			for name, spoil := range values {
				c := &model.Component{ID: "f#x", File: "f", Kind: kind, Complete: complete, Client: model.ClientJava,
					Versions: map[string]model.Version{}, Span: span(1)}
				for i, key := range keys {
					if name == "unknown" && key[0] == '@' {
						continue // a fact is known, or it is not there
					}
					s := model.Setting{Key: key, Written: key, Value: "x", KeySpan: span(i + 2), ValueSpan: span(i + 2)}
					spoil(&s)
					c.Add(s)
				}
				findings, errs := engine.Component(context.Background(), policy.Input{Component: c, Versions: c.Versions, Workload: "durability"})
				for _, err := range errs {
					t.Errorf("%s, %s, %s: %v", kind, complete, name, err)
				}
				for _, f := range findings {
					if name == "unknown" {
						t.Errorf("%s, %s: %s reports a component of which nothing is known: %s", kind, complete, f.Rule, f.Message)
					}
				}
			}
			empty := &model.Component{ID: "f#x", File: "f", Kind: kind, Complete: complete, Client: catalog.Librdkafka,
				Versions: map[string]model.Version{}, Span: span(1)}
			findings, errs := engine.Component(context.Background(), policy.Input{Component: empty, Versions: empty.Versions})
			for _, err := range errs {
				t.Errorf("%s, %s, empty: %v", kind, complete, err)
			}
			if complete != model.Full && len(findings) > 0 {
				t.Errorf("%s: %s reports that something is absent from what is not all there", kind, findings[0].Rule)
			}
		}
	}
}

// TestHostileSettings puts every key that some rule names, alone, before the rules of each
// kind under the oldest and the newest releases: what a rule asks only where another key is
// absent, or from a version on, must not fail either.
func TestHostileSettings(t *testing.T) {
	engine, all := everything(t)
	named := make(map[model.Kind]map[string]bool)
	for _, r := range all {
		for _, kind := range r.Kinds {
			if named[kind] == nil {
				named[kind] = make(map[string]bool)
			}
			for _, key := range r.Keys {
				named[kind][key] = true
			}
		}
	}
	values := []string{"５", "-", "+007", "99999999999999999999999999", "1e9", "NaN", "\x00 {[\"'%s$,:;", "  "}
	for kind, keys := range named {
		for _, client := range []string{model.ClientJava, catalog.Librdkafka} {
			for _, versions := range []map[string]model.Version{releases(client, catalog.Oldest), releases(client, catalog.Newest)} {
				for _, key := range slices.Sorted(maps.Keys(keys)) {
					for _, value := range values {
						c := &model.Component{ID: "f#x", File: "f", Kind: kind, Complete: model.Full, Client: client, Versions: versions, Span: span(1)}
						c.Add(model.Setting{Key: key, Written: key, Value: value, KeySpan: span(2), ValueSpan: span(2)})
						_, errs := engine.Component(context.Background(), policy.Input{Component: c, Versions: versions, Workload: "durability"})
						for _, err := range errs {
							t.Errorf("%s, %s, %s=%q: %v", kind, client, key, value, err)
						}
					}
				}
			}
		}
	}
}

// releases returns one release of everything that has versions.
func releases(client string, pick func(of, client string) []int) map[string]model.Version {
	versions := make(map[string]model.Version)
	for _, of := range model.Software() {
		if number := pick(of, client); number != nil {
			versions[of] = model.Version{Number: number}
		}
	}
	return versions
}

func span(line int) model.Span {
	return model.Span{File: "f", Start: model.Position{Offset: line * 10, Line: line, Column: 1}, End: model.Position{Offset: line*10 + 5, Line: line, Column: 6}}
}

// project returns components that share names in every relation, in files of their own.
func project(n int) []*model.Component {
	var all []*model.Component
	for i := range n {
		kind := []model.Kind{model.Producer, model.Consumer, model.FlinkTable}[i%3]
		c := &model.Component{
			ID: fmt.Sprintf("f%d", i), File: fmt.Sprintf("f%d", i), Kind: kind, Complete: model.Full, Client: model.ClientJava,
			Versions: map[string]model.Version{model.OfClient: {Number: []int{3, 9}}}, Span: span(1),
			Links: model.Links{
				Topics: []string{fmt.Sprintf("topic-%d", i/30), fmt.Sprintf("other-%d", i/7)}, Group: fmt.Sprintf("group-%d", i/12),
				Cluster: fmt.Sprintf("cluster-%d:9092", i%5),
			},
		}
		if i%10 == 0 {
			c.Links.TransactionalID = fmt.Sprintf("tx-%d", i/20)
			c.Add(model.Setting{Key: "transactional.id", Written: "transactional.id", Value: c.Links.TransactionalID, KeySpan: span(2), ValueSpan: span(2)})
		}
		c.Add(model.Setting{Key: "acks", Written: "acks", Value: "all", KeySpan: span(3), ValueSpan: span(3)})
		all = append(all, c)
	}
	return all
}

// TestProjectRules puts many components before the project rules and takes the result
// for a run of its own: the same from run to run, without a rule that fails.
func TestProjectRules(t *testing.T) {
	engine, _ := everything(t)
	first, errs := engine.Project(context.Background(), project(1000))
	for _, err := range errs {
		t.Error(err)
	}
	if len(first) == 0 {
		t.Fatal("no project rule fires on transactional ids that several producers share")
	}
	second, _ := engine.Project(context.Background(), project(1000))
	if fmt.Sprint(first) != fmt.Sprint(second) {
		t.Error("two runs give different findings")
	}
}

func BenchmarkProject10000(b *testing.B) {
	engine, _ := everything(b)
	all := project(10_000)
	b.ReportAllocs()
	for b.Loop() {
		if _, errs := engine.Project(context.Background(), all); len(errs) > 0 {
			b.Fatal(errs[0])
		}
	}
}

func BenchmarkCompileAll(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		everything(b)
	}
}
