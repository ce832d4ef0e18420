package policy

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"

	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/resolve"
	"github.com/kcfglint/kcfglint/rules"
)

// Guarantee is what a component guarantees, as rules/guarantee derives it.
type Guarantee struct {
	Delivery string   `json:"delivery"` // exactly-once, at-least-once, at-most-once, none (may lose and duplicate), unknown, nothing (does not start)
	Ordered  string   `json:"ordered"`  // yes, no, unknown, not-applicable
	Durable  string   `json:"durable"`  // yes, no, unknown, not-applicable
	Scope    string   `json:"scope"`    // of the delivery; "" if there is nothing to add
	Decides  []string `json:"decides"`  // the keys that decide
	Limits   []Limit  `json:"limits"`   // what keeps it from being better, the weakest link first
}

// Limit is something that a guarantee fails at.
type Limit struct {
	Of      string `json:"of"`      // start, loss, duplication, reordering, durability
	Certain bool   `json:"certain"` // false if it depends on what is not known
	Message string `json:"message"`
	Set     string `json:"set"` // what to set, "" if nothing can be
	At      At     `json:"at"`
	Finding *int   `json:"finding,omitempty"` // Asked.Findings has it
	Hygiene bool   `json:"hygiene,omitempty"` // the rule that found it is off by default
}

// At is the key of a component.
type At struct {
	Key       string `json:"key"`
	Component string `json:"component"`
}

// UnmarshalJSON reads a key of the component that is looked at, or an object.
func (a *At) UnmarshalJSON(text []byte) error {
	if json.Unmarshal(text, &a.Key) == nil {
		return nil
	}
	type plain At
	return json.Unmarshal(text, (*plain)(a))
}

// Part is a client that the component owns, with what is known of it.
type Part struct {
	Component *model.Component
	Guarantee Guarantee
}

// Asked is what a guarantee is derived from.
type Asked struct {
	Input
	// Findings are those about the component and about what it inherits from or runs on, by
	// number.
	Findings map[int]*finding.Finding
	Parts    []Part
	// Topics are the ones in view by the names that the component links, Brokers those of
	// the cluster of each of them, by the topic's ID.
	Topics  map[string][]*model.Component
	Brokers map[string][]*model.Component
	// Workers are those of Connect that run the component.
	Workers []*model.Component
}

// Guarantees derives guarantees. It is safe for concurrent use.
type Guarantees struct {
	query rego.PreparedEvalQuery
	keys  []string
}

// NewGuarantees compiles rules/guarantee.
func NewGuarantees(ctx context.Context) (*Guarantees, error) {
	modules, err := rules.Guarantee()
	if err != nil {
		return nil, err
	}
	if err := addLibrary(modules); err != nil {
		return nil, err
	}
	c, err := compile(modules)
	if err != nil {
		return nil, err
	}
	keys, err := GuaranteeKeys()
	if err != nil {
		return nil, err
	}
	g := &Guarantees{keys: keys}
	g.query, err = prepare(ctx, c, "data.kcfglint.guarantee.report.result")
	return g, err
}

// GuaranteeKeys returns the settings that rules/guarantee and what it imports name, sorted.
func GuaranteeKeys() ([]string, error) {
	modules, err := rules.Guarantee()
	if err != nil {
		return nil, err
	}
	if err := addLibrary(modules); err != nil {
		return nil, err
	}
	parsed, err := parseModules(modules)
	if err != nil {
		return nil, err
	}
	var keys []string
	for _, m := range parsed {
		keys = append(keys, named(m)...)
	}
	slices.Sort(keys)
	return slices.Compact(keys), nil
}

// named returns the settings that a module names: after values, state and settings, or in
// a list that a variable there goes over.
func named(m *ast.Module) []string {
	var keys []string
	ast.WalkRefs(m, func(ref ast.Ref) bool {
		for i := 1; i+1 < len(ref); i++ {
			if of, ok := ref[i].Value.(ast.String); !ok || of != "values" && of != "state" && of != "settings" {
				continue
			}
			if key, ok := ref[i+1].Value.(ast.String); ok {
				keys = append(keys, string(key))
			}
		}
		return false
	})
	ast.WalkTerms(m, func(t *ast.Term) bool {
		list, ok := t.Value.(*ast.Array)
		if !ok {
			return false
		}
		list.Foreach(func(e *ast.Term) {
			if key, ok := e.Value.(ast.String); ok && strings.Contains(string(key), ".") {
				keys = append(keys, string(key))
			}
		})
		return false
	})
	return keys
}

// Of derives the guarantee of a component.
func (g *Guarantees) Of(ctx context.Context, a Asked) (Guarantee, error) {
	var out Guarantee
	result, failed, err := run(ctx, g.query, g.input(a))
	switch {
	case err != nil:
		return out, fmt.Errorf("guarantee of %s: %w", a.Component.ID, err)
	case len(failed) > 0:
		return out, fmt.Errorf("guarantee of %s: %w", a.Component.ID, &failed[0])
	case result == nil:
		return out, fmt.Errorf("guarantee of %s: nothing can be derived", a.Component.ID)
	}
	text, err := json.Marshal(result)
	if err != nil {
		return out, err
	}
	if err := json.Unmarshal(text, &out); err != nil {
		return out, err
	}
	for i := range out.Limits {
		if at := &out.Limits[i].At; at.Component == "" {
			at.Component = a.Component.ID
		}
	}
	return out, nil
}

// keysOf returns the keys that are a component's: what only others know has no type there.
func (g *Guarantees) keysOf(c *model.Component) keySet {
	return newKeySet(slices.DeleteFunc(slices.Clone(g.keys), func(key string) bool {
		return key[0] != '@' && resolve.Entry(c, key) == nil && c.Get(key) != nil
	}), false)
}

// input is that of the rules with what is around the component.
func (g *Guarantees) input(a Asked) ast.Object {
	object := componentInput(a.Input, newView(a.Component, a.Versions), g.keysOf(a.Component))
	members := make(map[string]*model.Component)
	ids := func(all []*model.Component) *ast.Term {
		terms := make([]*ast.Term, 0, len(all))
		for _, c := range all {
			members[c.ID] = c
			terms = append(terms, ast.StringTerm(c.ID))
		}
		return ast.ArrayTerm(terms...)
	}
	byName := func(lists map[string][]*model.Component) *ast.Term {
		var entries [][2]*ast.Term
		for _, name := range slices.Sorted(maps.Keys(lists)) {
			entries = append(entries, [2]*ast.Term{ast.StringTerm(name), ids(lists[name])})
		}
		return ast.ObjectTerm(entries...)
	}
	put := func(name string, value *ast.Term) { object.Insert(ast.StringTerm(name), value) }
	put("topics", byName(a.Topics))
	put("brokers", byName(a.Brokers))
	put("workers", ids(a.Workers))
	var entries [][2]*ast.Term
	for _, id := range slices.Sorted(maps.Keys(members)) {
		entries = append(entries, [2]*ast.Term{ast.StringTerm(id), memberTerm(members[id], g.keysOf(members[id]), make(alike))})
	}
	put("members", ast.ObjectTerm(entries...))
	put("findings", findingTerms(a.Findings))
	put("parts", partTerms(a.Parts))
	return object
}

// findingTerms are the findings that say what may happen to records.
func findingTerms(findings map[int]*finding.Finding) *ast.Term {
	var terms []*ast.Term
	for _, i := range slices.Sorted(maps.Keys(findings)) {
		f := findings[i]
		terms = append(terms, ast.ObjectTerm(
			[2]*ast.Term{ast.StringTerm("id"), ast.IntNumberTerm(i)},
			[2]*ast.Term{ast.StringTerm("rule"), ast.StringTerm(f.Rule)},
			[2]*ast.Term{ast.StringTerm("consequence"), ast.StringTerm(f.Consequence)},
			[2]*ast.Term{ast.StringTerm("confidence"), ast.StringTerm(f.Confidence)},
			[2]*ast.Term{ast.StringTerm("doubtful"), ast.BooleanTerm(f.Doubtful)},
			[2]*ast.Term{ast.StringTerm("hygiene"), ast.BooleanTerm(f.Severity == finding.Info && f.Lowered == "")},
			[2]*ast.Term{ast.StringTerm("key"), ast.StringTerm(f.Key)},
			[2]*ast.Term{ast.StringTerm("message"), ast.StringTerm(f.Message)},
			[2]*ast.Term{ast.StringTerm("remedy"), ast.StringTerm(f.Remediation)},
		))
	}
	return ast.ArrayTerm(terms...)
}

// partTerms are the clients that a component owns, with their limits.
func partTerms(parts []Part) *ast.Term {
	terms := make([]*ast.Term, 0, len(parts))
	for _, part := range parts {
		limits := make([]*ast.Term, 0, len(part.Guarantee.Limits))
		for _, l := range part.Guarantee.Limits {
			fields := [][2]*ast.Term{
				{ast.StringTerm("of"), ast.StringTerm(l.Of)},
				{ast.StringTerm("certain"), ast.BooleanTerm(l.Certain)},
				{ast.StringTerm("at"), ast.ObjectTerm(
					[2]*ast.Term{ast.StringTerm("key"), ast.StringTerm(l.At.Key)},
					[2]*ast.Term{ast.StringTerm("component"), ast.StringTerm(l.At.Component)})},
				{ast.StringTerm("message"), ast.StringTerm(l.Message)},
				{ast.StringTerm("set"), ast.StringTerm(l.Set)},
			}
			if l.Finding != nil {
				fields = append(fields, [2]*ast.Term{ast.StringTerm("finding"), ast.IntNumberTerm(*l.Finding)},
					[2]*ast.Term{ast.StringTerm("hygiene"), ast.BooleanTerm(l.Hygiene)})
			}
			limits = append(limits, ast.ObjectTerm(fields...))
		}
		terms = append(terms, ast.ObjectTerm(
			[2]*ast.Term{ast.StringTerm("kind"), ast.StringTerm(string(part.Component.Kind))},
			[2]*ast.Term{ast.StringTerm("limits"), ast.ArrayTerm(limits...)}))
	}
	return ast.ArrayTerm(terms...)
}
