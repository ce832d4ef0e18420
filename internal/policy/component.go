package policy

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/resolve"
	"github.com/kcfglint/kcfglint/rules"
)

// Component evaluates the rules of a component's kind. The errors are of rules that
// failed; the findings of the others are there all the same.
func (e *Engine) Component(ctx context.Context, in Input) ([]finding.Finding, []error) {
	s := e.kinds[in.Component.Kind]
	if s == nil {
		return nil, nil
	}
	findings, errs := e.under(ctx, s, in)
	if len(findings) == 0 {
		return nil, errs
	}
	in.only = make(map[string]bool)
	for i := range findings {
		in.only[findings[i].Rule] = true
	}
	trial := trials{e: e, s: s, in: in, seen: make(map[string]map[string]bool),
		levels: make(map[string]map[string]finding.Severity)}
	for i := range findings {
		f := &findings[i]
		lower(f, in.Component, trial.purpose(ctx, f), trial.dependsOn(ctx, f))
	}
	return findings, errs
}

// under evaluates under the versions of the input.
func (e *Engine) under(ctx context.Context, s *selection, in Input) ([]finding.Finding, []error) {
	raws, errs := s.evaluate(ctx, s.input(in), in.Component.ID)
	findings := make([]finding.Finding, 0, len(raws))
	for _, r := range raws {
		f, err := finish(r, in.Component, func(string) *model.Component { return nil }, in.Versions)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		findings = append(findings, f)
	}
	return findings, errs
}

// lower takes one level off a finding for all the reasons there are together, and says
// why. The purpose of the component has lowered it already, if it is one of them. A block
// that was recognised by guess gives warnings at most.
func lower(f *finding.Finding, c *model.Component, purpose, version string) {
	var why []string
	if version != "" {
		why = append(why, version)
		f.Doubtful = true
	}
	if c.Development && (f.Consequence == "loss" || f.Consequence == "stall") {
		why = append(why, "development configuration")
	}
	if c.CodeMaySet && (absent(c, f.Key) || slices.ContainsFunc(f.Needs, func(key string) bool { return absent(c, key) })) {
		why = append(why, "code may set it")
		f.Doubtful = true
	}
	if purpose != "" {
		f.Lowered = strings.Join(append([]string{purpose}, why...), "; ")
	} else {
		lowerBy(f, why)
	}
	if c.Heuristic {
		f.Severity = min(f.Severity, finding.Warning)
		f.Confidence = "likely"
	}
}

func lowerBy(f *finding.Finding, why []string) {
	if len(why) > 0 && f.Severity > finding.Info {
		f.Severity--
		f.Lowered = strings.Join(why, "; ")
	}
}

// absent reports whether a key is not written, or blank where its reader takes that so.
func absent(c *model.Component, key string) bool {
	s := c.Get(key)
	return key != "" && key[0] != '@' && (s == nil || s.KeySpan.IsZero() || resolve.Unset(c, s))
}

// trials evaluates a component under other versions than the assumed one.
type trials struct {
	e    *Engine
	s    *selection
	in   Input
	seen map[string]map[string]bool // versions -> the findings under them
	// levels are those of the findings under other purposes.
	levels map[string]map[string]finding.Severity
}

// dependsOn says for which versions a finding holds, if the version is an assumption and
// the finding does not hold for all that are supported; else it is empty.
func (t *trials) dependsOn(ctx context.Context, f *finding.Finding) string {
	r := find(t.s.rules, f.Rule)
	var texts []string
	for _, of := range slices.Sorted(maps.Keys(t.in.Versions)) {
		v := t.in.Versions[of]
		if !v.Assumed || of != resolve.Software(t.in.Component) && !namesSoftware(r, of) {
			continue
		}
		texts = append(texts, t.ranges(ctx, f, of, boundaries(r, t.in.Component, of, f.Key))...)
	}
	return strings.Join(texts, "; ")
}

// ranges tries the finding at the boundaries, ascending, of which each begins a range of
// versions under which nothing changes.
func (t *trials) ranges(ctx context.Context, f *finding.Finding, of string, at [][]int) []string {
	var holds []bool
	all := true
	for _, version := range at {
		h := t.holds(ctx, f, of, version)
		holds = append(holds, h)
		all = all && h
	}
	if all {
		return nil
	}
	var spans []string
	for i := 0; i < len(at); i++ {
		if !holds[i] {
			continue
		}
		from := i
		for i+1 < len(at) && holds[i+1] {
			i++
		}
		switch {
		case i+1 == len(at):
			spans = append(spans, "from "+Dotted(at[from]))
		case from == 0:
			spans = append(spans, "before "+Dotted(at[i+1]))
		default:
			spans = append(spans, fmt.Sprintf("from %s to before %s", Dotted(at[from]), Dotted(at[i+1])))
		}
	}
	if len(spans) == 0 {
		spans = []string{Dotted(t.in.Versions[of].Number)}
	}
	return []string{fmt.Sprintf("version unknown: holds for %s %s", softwareName(t.in.Component, of), strings.Join(spans, " and "))}
}

func (t *trials) holds(ctx context.Context, f *finding.Finding, of string, version []int) bool {
	name := of + Dotted(version)
	if t.seen[name] == nil {
		in := t.in
		in.Versions = maps.Clone(in.Versions)
		in.Versions[of] = model.Version{Number: version, Assumed: true}
		findings, _ := t.e.under(ctx, t.s, in)
		t.seen[name] = make(map[string]bool, len(findings))
		for i := range findings {
			t.seen[name][same(&findings[i])] = true
		}
	}
	return t.seen[name][same(f)]
}

// boundaries returns the versions at which the rule's verdict on a component can change,
// ascending, from the oldest that is supported and knows what is written by its name:
// whoever writes a name of Flink 1.20 does not run 1.17. A verdict of the catalog changes
// with what there is to know of the key that it is about.
func boundaries(r *rules.Rule, c *model.Component, of, key string) [][]int {
	oldest, newest := catalog.Oldest(of, c.Client), catalog.Newest(of, c.Client)
	if oldest == nil || newest == nil {
		return nil
	}
	for _, key := range r.Keys {
		entry, s := resolve.Entry(c, key), c.Get(key)
		if entry == nil || entry.Of != of || s == nil || s.Notation != model.Flink {
			continue
		}
		if since := entry.NamedSince(s.Written); catalog.Compare(since, oldest) > 0 {
			oldest = since
		}
	}
	at := [][]int{oldest}
	add := func(v []int) {
		if catalog.Compare(v, oldest) > 0 && catalog.Compare(v, newest) <= 0 {
			at = append(at, v)
		}
	}
	for _, text := range r.Versions {
		software, number := boundary(text)
		if software != of {
			continue
		}
		if v, err := catalog.ParseVersion(number); err == nil {
			add(v)
		}
	}
	if of == resolve.Software(c) {
		for _, key := range r.Keys {
			if s := c.Get(key); s != nil {
				continue
			}
			if entry := resolve.Entry(c, key); entry != nil && entry.Of != model.OfSmallRye { // whose versions are its own
				for _, v := range entry.Changes() {
					add(v)
				}
			}
		}
	}
	if entry := resolve.Entry(c, key); entry != nil && len(r.Verdicts) > 0 {
		for _, v := range entry.Lives() {
			add(v)
		}
	}
	slices.SortFunc(at, catalog.Compare)
	return slices.CompactFunc(at, func(a, b []int) bool { return catalog.Compare(a, b) == 0 })
}

// boundary splits an entry of a rule's versions: "3.0" is of the client, "flink 2.0" of
// Flink.
func boundary(text string) (software, number string) {
	if software, number, ok := strings.Cut(text, " "); ok {
		return software, number
	}
	return model.OfClient, text
}

func namesSoftware(r *rules.Rule, of string) bool {
	return slices.ContainsFunc(r.Versions, func(text string) bool {
		software, _ := boundary(text)
		return software == of
	})
}

func softwareName(c *model.Component, of string) string {
	switch {
	case of == model.OfClient && c.Client == model.ClientJava:
		return "the Java client"
	case of == model.OfClient:
		return c.Client
	case of == model.OfFlink:
		return "Flink"
	case of == model.OfFlinkCDC:
		return "Flink CDC"
	case of == model.OfConnect:
		return "Kafka Connect"
	}
	return of
}
