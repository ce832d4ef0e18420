package suppress

import (
	"cmp"
	"slices"

	"github.com/kcfglint/kcfglint/internal/model"
)

// extent is where a setting stands, from its key to the end of its value, or a component.
type extent struct {
	start, end model.Position
	setting    bool
}

// places are the extents of a file in order.
type places []extent

// newPlaces collects where the settings, facts and components of a file stand. A fact
// may be about a whole statement, so only its first line counts.
func newPlaces(file string, components []*model.Component) places {
	var all places
	add := func(key, value model.Span, setting bool) {
		if key.IsZero() || key.File != file {
			return
		}
		e := extent{start: key.Start, end: key.End, setting: setting}
		if setting && value.File == file && value.End.Offset > e.end.Offset {
			e.end = value.End
		}
		all = append(all, e)
	}
	for _, c := range components {
		add(c.Span, model.Span{}, false)
		for i := range c.Settings {
			s := &c.Settings[i]
			add(s.KeySpan, s.ValueSpan, !s.IsFact())
		}
	}
	slices.SortStableFunc(all, func(a, b extent) int { return cmp.Compare(a.start.Offset, b.start.Offset) })
	return all
}

// next returns the first line on which a place begins behind an offset, 0 if there is none.
func (p places) next(offset int) int {
	i, _ := slices.BinarySearchFunc(p, offset, func(e extent, offset int) int {
		return cmp.Compare(e.start.Offset, offset)
	})
	if i == len(p) {
		return 0
	}
	return p[i].start.Line
}

// line returns the line that stands for a position: within a value of several lines,
// that of its key.
func (p places) line(at model.Position) int {
	for i := len(p) - 1; i >= 0; i-- {
		if e := p[i]; e.setting && e.start.Offset <= at.Offset && at.Offset <= e.end.Offset {
			return e.start.Line
		}
	}
	return at.Line
}

// first returns the offset of the first place, and whether there is one.
func (p places) first() (offset int, ok bool) {
	if len(p) == 0 {
		return 0, false
	}
	return p[0].start.Offset, true
}
