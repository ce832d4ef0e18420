package policy

import (
	"slices"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/resolve"
	"github.com/kcfglint/kcfglint/rules"
)

// issues are the catalog's verdicts on a component's settings, as far as there are any.
type issues map[*model.Setting][]resolve.Issue

// issuesOf asks for the verdicts on everything that counts in a component.
func issuesOf(c *model.Component, versions resolve.Versions) issues {
	var all issues
	for i := range c.Settings {
		s := &c.Settings[i]
		if !s.Effective {
			continue
		}
		if found := resolve.Issues(c, s, versions); len(found) > 0 {
			if all == nil {
				all = make(issues)
			}
			all[s] = found
		}
	}
	return all
}

// any reports whether there is a verdict of one of the codes.
func (all issues) any(codes []string) bool {
	for _, found := range all {
		for i := range found {
			if slices.Contains(codes, found[i].Code) {
				return true
			}
		}
	}
	return false
}

// maxSearched is the number of components up to which it is worth looking for verdicts
// before compiling the rules that put them into words.
const maxSearched = 64

// verdicts are the issues of the components of a run, each looked for when first asked
// for; nil if there are too many to look.
type verdicts []func() issues

func newSeen(components []*model.Component) verdicts {
	if len(components) > maxSearched {
		return nil
	}
	seen := make(verdicts, len(components))
	for i, c := range components {
		var found issues
		known := false
		seen[i] = func() issues {
			if !known {
				found, known = issuesOf(c, c.Versions), true
			}
			return found
		}
	}
	return seen
}

// any reports whether the component of that number has a verdict of one of the codes, or
// may have one.
func (v verdicts) any(number int, codes []string) bool {
	return v == nil || v[number]().any(codes)
}

// conditional reports whether a rule is asked only where it can report something.
func conditional(r *rules.Rule) bool { return len(r.Needs) > 0 || len(r.Verdicts) > 0 }
