package policy

import (
	"slices"
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/resolve"
	"github.com/kcfglint/kcfglint/rules"
)

// need is a condition of rules.Rule.Needs as it is evaluated: without OPA, so that a rule
// that cannot report anything is neither compiled nor asked.
type need struct {
	of    string // "written", "value", "state", "@client", "@version" or "@secret"
	key   string // or of what the version is
	oneOf []string
	// sign compares with bound, the value of the key than, or version, if there is one.
	sign    string
	bound   float64
	than    string
	version []int
}

// readNeeds reads the conditions of a rule.
func readNeeds(r *rules.Rule) [][]need {
	ways := make([][]need, 0, len(r.Needs))
	for _, texts := range r.Needs {
		var way []need
		for text := range strings.SplitSeq(texts, "; ") {
			way = append(way, readNeed(text))
		}
		ways = append(ways, way)
	}
	return ways
}

func readNeed(text string) need {
	words := strings.Fields(text)
	first, more := words[0], words[1:]
	switch {
	case first == "@client":
		return need{of: first, oneOf: more}
	case first == "@secret":
		return need{of: first}
	case first == "@version":
		n := need{of: first, key: more[0], sign: more[1][:2]}
		n.version, _ = catalog.ParseVersion(more[1][2:])
		return n
	case len(more) == 0:
		return need{of: "written", key: first}
	}
	n := need{of: more[0], key: first, oneOf: more[1:]}
	if len(n.oneOf) == 1 {
		number := strings.TrimLeft(n.oneOf[0], "<>=")
		if n.sign = strings.TrimSuffix(n.oneOf[0], number); n.sign != "" {
			var err error
			if n.bound, err = strconv.ParseFloat(number, 64); err != nil {
				n.than = number
			}
		}
	}
	return n
}

// view is a component under some versions, of which each key is resolved once, and the
// catalog's verdicts are looked for once.
type view struct {
	c         *model.Component
	versions  resolve.Versions
	effective map[string]resolve.Effective
	// rough: only what is written is looked at, and anything may come of it.
	rough  bool
	flaws  issues
	judged bool
}

func newView(c *model.Component, versions resolve.Versions) *view {
	return &view{c: c, versions: versions, effective: make(map[string]resolve.Effective)}
}

// maxViewed is the number of components up to which it is worth looking at what rules need
// before compiling them.
const maxViewed = 64

// newViews returns the views of the components of a run under their own versions.
func newViews(components []*model.Component) []*view {
	views := make([]*view, len(components))
	for i, c := range components {
		views[i] = newView(c, c.Versions)
		views[i].rough = len(components) > maxViewed
	}
	return views
}

// key is resolve.Key.
func (v *view) key(name string) resolve.Effective {
	e, ok := v.effective[name]
	if !ok {
		e = resolve.Key(v.c, name, v.versions)
		v.effective[name] = e
	}
	return e
}

// issues are the catalog's verdicts.
func (v *view) issues() issues {
	if !v.judged {
		v.flaws, v.judged = issuesOf(v.c, v.versions), true
	}
	return v.flaws
}

// meets reports whether a rule can report anything of the component, which is of one of
// its kinds.
func (v *view) meets(r *rules.Rule, ways [][]need) bool {
	if len(ways) > 0 && !slices.ContainsFunc(ways, v.goes) {
		return false
	}
	return len(r.Verdicts) == 0 || v.rough || v.issues().any(r.Verdicts)
}

// goes reports whether all of some conditions hold.
func (v *view) goes(way []need) bool {
	for i := range way {
		if !v.holds(&way[i]) {
			return false
		}
	}
	return true
}

func (v *view) holds(n *need) bool {
	switch {
	case n.of == "written" || v.rough && n.of == "state" && onlyWritten(n.oneOf):
		return v.c.Get(n.key) != nil
	case n.of == "@client":
		return slices.Contains(n.oneOf, v.c.Client)
	case n.of == "@secret":
		return holdsSecret(v.c)
	case v.rough:
		return true
	case n.of == "@version":
		have := v.versions[n.key].Number
		d := catalog.Compare(have, n.version)
		return len(have) > 0 && (n.sign == ">=" && d >= 0 || n.sign == "<=" && d <= 0)
	case n.of == "state":
		return slices.Contains(n.oneOf, string(v.key(n.key).State))
	}
	bound := any(n.bound)
	if n.than != "" {
		bound = v.key(n.than).Value
	}
	return n.admits(v.key(n.key).Value, bound)
}

// onlyWritten reports whether only a written key can have one of the states.
func onlyWritten(states []string) bool {
	return !slices.ContainsFunc(states, func(s string) bool {
		return s != string(model.Explicit) && s != string(model.Inherited) && s != string(model.Invalid)
	})
}

func holdsSecret(c *model.Component) bool {
	for i := range c.Settings {
		if c.Settings[i].Secret != nil {
			return true
		}
	}
	return false
}

// admits reports whether a value may be one of those that are needed. Where numbers are
// compared, what is not one may be anything.
func (n *need) admits(value, bound any) bool {
	if value == nil || bound == nil || len(n.oneOf) == 0 {
		return value != nil && bound != nil
	}
	if n.sign != "" {
		a, isNumber := number(value)
		b, areNumbers := number(bound)
		return !isNumber || !areNumbers || compares(a, n.sign, b)
	}
	return slices.ContainsFunc(n.oneOf, func(word string) bool {
		switch value := value.(type) {
		case string:
			return strings.EqualFold(strings.TrimSpace(value), word)
		case bool:
			return strconv.FormatBool(value) == word
		}
		have, _ := number(value)
		f, err := strconv.ParseFloat(word, 64)
		return err == nil && f == have
	})
}

func number(value any) (f float64, ok bool) {
	switch value := value.(type) {
	case int64:
		return float64(value), true
	case float64:
		return value, true
	}
	return 0, false
}

func compares(a float64, sign string, b float64) bool {
	switch sign {
	case "<":
		return a < b
	case "<=":
		return a <= b
	case ">":
		return a > b
	}
	return a >= b
}
