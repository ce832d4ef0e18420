package policy

import (
	"slices"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/resolve"
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
