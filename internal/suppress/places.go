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
type places struct {
	all []extent
	// settings are those of settings, in the same order; around holds for each the last
	// one before it that reaches to it, -1 if there is none.
	settings []extent
	around   []int
}

// newPlaces collects where the settings, facts and components of a file stand. A fact
// may be about a whole statement, so only its first line counts.
func newPlaces(file string, components []*model.Component) *places {
	p := &places{}
	add := func(key, value model.Span, setting bool) {
		if key.IsZero() || key.File != file {
			return
		}
		e := extent{start: key.Start, end: key.End, setting: setting}
		if setting && value.File == file && value.End.Offset > e.end.Offset {
			e.end = value.End
		}
		p.all = append(p.all, e)
	}
	for _, c := range components {
		add(c.Span, model.Span{}, false)
		for i := range c.Settings {
			s := &c.Settings[i]
			add(s.KeySpan, s.ValueSpan, !s.IsFact())
		}
	}
	slices.SortStableFunc(p.all, func(a, b extent) int { return cmp.Compare(a.start.Offset, b.start.Offset) })
	var open []int
	for _, e := range p.all {
		if !e.setting {
			continue
		}
		for len(open) > 0 && p.settings[open[len(open)-1]].end.Offset < e.start.Offset {
			open = open[:len(open)-1]
		}
		around := -1
		if len(open) > 0 {
			around = open[len(open)-1]
		}
		open = append(open, len(p.settings))
		p.settings, p.around = append(p.settings, e), append(p.around, around)
	}
	return p
}

// next returns the first line on which a place begins behind an offset, 0 if there is none.
func (p *places) next(offset int) int {
	i, _ := slices.BinarySearchFunc(p.all, offset, func(e extent, offset int) int {
		return cmp.Compare(e.start.Offset, offset)
	})
	if i == len(p.all) {
		return 0
	}
	return p.all[i].start.Line
}

// line returns the line that stands for a position: within a value of several lines,
// that of its key.
func (p *places) line(at model.Position) int {
	if p == nil {
		return at.Line
	}
	i, _ := slices.BinarySearchFunc(p.settings, at.Offset+1, func(e extent, offset int) int {
		return cmp.Compare(e.start.Offset, offset)
	})
	for i--; i >= 0; i = p.around[i] {
		if e := p.settings[i]; at.Offset <= e.end.Offset {
			return e.start.Line
		}
	}
	return at.Line
}

// first returns the offset of the first place, and whether there is one.
func (p *places) first() (offset int, ok bool) {
	if p == nil || len(p.all) == 0 {
		return 0, false
	}
	return p.all[0].start.Offset, true
}
