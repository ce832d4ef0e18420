package suppress

import (
	"cmp"
	"slices"

	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/model"
)

// index finds the suppressions of a file by what they apply to, without a look at all of
// them for each finding.
type index struct {
	wide     map[string]*group // by rule
	lines    map[where]*group  // by line of the settings
	comments map[where]*group  // by number of the comment, for findings about the comment itself
	extents  []commentLines
}

// where is a line, or a comment by its number, and a rule.
type where struct {
	number int
	rule   string
}

// commentLines are the lines on which a comment stands.
type commentLines struct{ first, last int }

// group is the suppressions of one rule at one place.
type group struct {
	first *directive // in the order of the file
	names []*name
	used  bool
}

func newIndex(s *source) index {
	x := index{wide: make(map[string]*group), lines: make(map[where]*group), comments: make(map[where]*group)}
	var last model.Span
	for _, d := range s.directives {
		if !s.inForce(d) {
			continue
		}
		if span := d.comment.Span; span != last {
			x.extents = append(x.extents, commentLines{span.Start.Line, span.End.Line})
			last = span
		}
		for n := range d.names {
			for _, rule := range d.names[n].ids {
				switch {
				case d.fileWide:
					enter(x.wide, rule, d, &d.names[n])
				default:
					enter(x.comments, where{len(x.extents) - 1, rule}, d, &d.names[n])
					if d.target > 0 {
						enter(x.lines, where{d.target, rule}, d, &d.names[n])
					}
				}
			}
		}
	}
	return x
}

func enter[K comparable](groups map[K]*group, key K, d *directive, n *name) {
	g := groups[key]
	if g == nil {
		g = &group{first: d}
		groups[key] = g
	}
	g.names = append(g.names, n)
}

// find returns the suppression of a finding, nil if there is none: the first one of those
// for its line or in its own comment, else the first one for the file. The finding's line
// is its own or, within a value of several lines, that of the key. All that apply are
// used by it.
func (x *index) find(f *finding.Finding, line int) *directive {
	near := []*group{x.lines[where{line, f.Rule}]}
	if f.Start.Line != line {
		near = append(near, x.lines[where{f.Start.Line, f.Rule}])
	}
	i, _ := slices.BinarySearchFunc(x.extents, f.Start.Line, func(e commentLines, line int) int { return cmp.Compare(e.last, line) })
	for ; i < len(x.extents) && x.extents[i].first <= f.Start.Line; i++ {
		near = append(near, x.comments[where{i, f.Rule}])
	}
	var nearest *directive
	for _, g := range near {
		if d := g.use(); d != nil && (nearest == nil || d.comment.Span.Start.Offset < nearest.comment.Span.Start.Offset) {
			nearest = d
		}
	}
	if wide := x.wide[f.Rule].use(); nearest == nil {
		nearest = wide
	}
	return nearest
}

// use marks the names of a group as used and returns its first suppression.
func (g *group) use() *directive {
	if g == nil {
		return nil
	}
	if !g.used {
		g.used = true
		for _, n := range g.names {
			n.used = true
		}
	}
	return g.first
}
