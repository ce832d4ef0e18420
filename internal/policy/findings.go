package policy

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/resolve"
	"github.com/kcfglint/kcfglint/rules"
)

// place is what a rule's "at" names: a key of a component, its value or the key itself.
type place struct {
	key       string
	part      string // "key", "value" or "" for the value if there is one
	component string
	index     int // of a list's element, -1 for none
}

// places reads a finding's "at": a key, an object, or a list of these.
func places(at any) []place {
	switch at := at.(type) {
	case string:
		return []place{{key: at, index: -1}}
	case map[string]any:
		p := place{index: -1}
		p.key, _ = at["key"].(string)
		p.part, _ = at["part"].(string)
		p.component, _ = at["component"].(string)
		if n, ok := at["index"].(interface{ Int64() (int64, error) }); ok {
			if i, err := n.Int64(); err == nil {
				p.index = int(i)
			}
		}
		return []place{p}
	case []any:
		var all []place
		for _, a := range at {
			all = append(all, places(a)...)
		}
		return all
	}
	return nil
}

// components finds a component by ID.
type components func(id string) *model.Component

// finish turns what a rule reports into a finding with places in files.
func finish(r raw, c *model.Component, byID components, versions resolve.Versions) (finding.Finding, error) {
	at := places(r.doc["at"])
	message, _ := r.doc["message"].(string)
	if len(at) == 0 || message == "" {
		return finding.Finding{}, &RuleError{r.rule.ID, "", fmt.Errorf("a finding needs at and message")}
	}
	owner := func(p place) *model.Component {
		if p.component == "" {
			return c
		}
		return byID(p.component)
	}
	first := owner(at[0])
	if first == nil {
		return finding.Finding{}, &RuleError{r.rule.ID, "", fmt.Errorf("at names no component of the run")}
	}
	f := finding.Finding{
		Rule: r.rule.ID, Name: r.rule.Name, Severity: severity(r), Message: message,
		Confidence: text(r.doc, "confidence", r.rule.Confidence), Consequence: text(r.doc, "consequence", r.rule.Consequence),
		Remediation: text(r.doc, "remediation", r.rule.Remediation), URL: r.rule.URL(),
		Workloads: workloads(r),
		Location:  locate(first, at[0]), Key: at[0].key, Component: reference(first, versions),
	}
	if s := first.Get(f.Key); s != nil && !s.KeySpan.IsZero() && !s.IsFact() {
		f.Written, f.Value = s.Written, s.Value
		if s.FromDefault && f.Confidence == "certain" {
			f.Confidence = "likely"
		}
	}
	for _, p := range at[1:] {
		f.Needs = append(f.Needs, p.key)
		if other := owner(p); other != nil {
			f.Related = append(f.Related, finding.Related{Location: locate(other, p), Message: p.key})
		}
	}
	related, _ := r.doc["related"].([]any)
	for _, entry := range related {
		doc, _ := entry.(map[string]any)
		for _, p := range places(doc["at"]) {
			f.Needs = append(f.Needs, p.key)
			if other := owner(p); other != nil && !locate(other, p).IsZero() {
				f.Related = append(f.Related, finding.Related{Location: locate(other, p), Message: text(doc, "message", p.key)})
			}
		}
	}
	if fix, ok := r.doc["fix"].(map[string]any); ok {
		f.Fixes = append(f.Fixes, fixOf(fix, owner))
	}
	return f, nil
}

// About returns a finding of a rule that is not Rego about a key of a component, placed
// and lowered as those of the Rego rules are.
func About(rule *rules.Rule, c *model.Component, versions resolve.Versions, key, message string) finding.Finding {
	doc := map[string]any{"at": key, "message": message}
	f, _ := finish(raw{rule, doc}, c, func(string) *model.Component { return nil }, versions) // which fails on what lacks one of the two
	lower(&f, c, "", "")
	return f
}

func severity(r raw) finding.Severity {
	if s, ok := finding.ParseSeverity(text(r.doc, "severity", "")); ok && s != finding.Off {
		return s
	}
	return r.rule.Severity()
}

// workloads are those that a finding fits, if not those of its rule.
func workloads(r raw) []string {
	own, ok := r.doc["workloads"].([]any)
	if !ok {
		return r.rule.Workloads
	}
	var names []string
	for _, name := range own {
		if s, ok := name.(string); ok {
			names = append(names, s)
		}
	}
	return names
}

func text(doc map[string]any, name, otherwise string) string {
	if s, ok := doc[name].(string); ok {
		return s
	}
	return otherwise
}

// locate returns where a place is: the value, the key where there is no value or the key
// itself is meant, the component's own line where nothing is written.
func locate(c *model.Component, p place) finding.Location {
	s := c.Get(p.key)
	if s == nil || s.KeySpan.IsZero() {
		return finding.Location{Span: c.Span}
	}
	span := s.ValueSpan
	if p.part == "key" || span.IsZero() || span.Start.Offset == span.End.Offset {
		span = s.KeySpan
	} else if p.index >= 0 {
		span = element(s, p.index)
	}
	return finding.Location{Span: span}
}

// element returns the span of an element of a comma-separated value that stands on one
// line as it is read, else that of the whole value.
func element(s *model.Setting, index int) model.Span {
	span := s.ValueSpan
	if span.Start.Line != span.End.Line || span.End.Column-span.Start.Column != len([]rune(s.Value)) ||
		span.End.Offset-span.Start.Offset != len(s.Value) {
		return span
	}
	start := 0
	for i, part := range strings.Split(s.Value, ",") {
		if i == index {
			trimmed := strings.TrimLeft(part, " ")
			from := start + len(part) - len(trimmed)
			to := from + len(strings.TrimRight(trimmed, " "))
			return within(span, s.Value, from, to)
		}
		start += len(part) + 1
	}
	return span
}

func within(span model.Span, value string, from, to int) model.Span {
	at := func(offset int) model.Position {
		p := span.Start
		p.Offset += offset
		p.Column += len([]rune(value[:offset]))
		return p
	}
	return model.Span{File: span.File, Start: at(from), End: at(to)}
}

func reference(c *model.Component, versions resolve.Versions) finding.ComponentRef {
	return finding.ComponentRef{
		ID: c.ID, Anchor: c.Anchor, Kind: string(c.Kind), Name: c.Name, Client: c.Client,
		Version: Dotted(versions[resolve.Software(c)].Number),
	}
}

// Dotted writes a version as people do: 4.1.
func Dotted(version []int) string {
	parts := make([]string, len(version))
	for i, n := range version {
		parts[i] = strconv.Itoa(n)
	}
	return strings.Join(parts, ".")
}

func fixOf(doc map[string]any, owner func(place) *model.Component) finding.Fix {
	fix := finding.Fix{Description: text(doc, "description", "")}
	fix.Safe, _ = doc["safe"].(bool)
	edits, _ := doc["edits"].([]any)
	for _, e := range edits {
		edit, _ := e.(map[string]any)
		for _, p := range places(edit["at"]) {
			if c := owner(p); c != nil {
				fix.Edits = append(fix.Edits, finding.Edit{
					Key: p.key, Op: text(edit, "op", "set"), Value: text(edit, "value", ""), Span: locate(c, p).Span,
				})
			}
		}
	}
	return fix
}

// same identifies a finding across evaluations under different versions.
func same(f *finding.Finding) string {
	return f.Rule + "\x00" + f.Key + "\x00" + f.Component.ID
}

// find returns the rule of that ID.
func find(all []*rules.Rule, id string) *rules.Rule {
	for _, r := range all {
		if r.ID == id {
			return r
		}
	}
	return nil
}
