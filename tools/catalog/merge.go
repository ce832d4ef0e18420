package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// mergeFacts returns the facts of one key: what is written by hand wins over what was
// generated for the same versions, and neighbours that say the same become one.
func mergeFacts(hand, generated []row, minors [][]int) ([]row, error) {
	for _, h := range hand {
		var rest []row
		for _, g := range generated {
			parts, err := subtract(g, h, minors)
			if err != nil {
				return nil, err
			}
			rest = append(rest, parts...)
		}
		generated = rest
	}
	facts := slices.Concat(hand, generated)
	if err := order(facts); err != nil {
		return nil, err
	}
	out := facts[:1]
	for _, next := range facts[1:] {
		last := &out[len(out)-1]
		if to, from := ends(*last).to, ends(next).from; to != nil && slices.Equal(after(to, minors), from) && sameFact(*last, next) {
			*last = last.with("to", next.get("to"))
			continue
		}
		out = append(out, next)
	}
	return out, nil
}

// sameFact compares all that reaches the data.
func sameFact(a, b row) bool {
	for _, column := range []string{"type", "unit", "values", "default", "of", "checks", "deprecated"} {
		if a.get(column) != b.get(column) {
			return false
		}
	}
	return true
}

// span is a range of versions; nil ends are open.
type span struct{ from, to []int }

func ends(r row) span {
	from, _ := version(r.get("from")) // checkRange has read them before
	to, _ := version(r.get("to"))
	return span{from, to}
}

// subtract returns what of g lies before and after h.
func subtract(g, h row, minors [][]int) ([]row, error) {
	a, b := ends(g), ends(h)
	if a.to != nil && b.from != nil && before(a.to, b.from) || b.to != nil && a.from != nil && before(b.to, a.from) {
		return []row{g}, nil
	}
	var out []row
	if b.from != nil && (a.from == nil || compareBounds(a.from, b.from, 0) < 0) {
		end := previous(b.from, minors)
		if end == nil {
			return nil, h.errorf("no release comes before %s", h.get("from"))
		}
		out = append(out, g.with("to", format(end)))
	}
	if b.to != nil && (a.to == nil || compareBounds(a.to, b.to, math.MaxInt) > 0) {
		begin := after(b.to, minors)
		if begin == nil {
			return nil, h.errorf("no release comes after %s", h.get("to"))
		}
		out = append(out, g.with("from", format(begin)))
	}
	return out, nil
}

// compareBounds takes patch for the third number that an end leaves out.
func compareBounds(a, b []int, patch int) int {
	pad := func(v []int) []int {
		if len(v) < 3 {
			return append(slices.Clone(v), patch)
		}
		return v
	}
	return slices.Compare(pad(a), pad(b))
}

// after is the first release after the end of a range, nil if none is known.
func after(v []int, minors [][]int) []int {
	if len(v) == 3 && !slices.ContainsFunc(minors, func(m []int) bool { return slices.Equal(m, v) }) {
		return []int{v[0], v[1], v[2] + 1}
	}
	for _, m := range minors {
		if slices.Compare(m, v) > 0 {
			return m
		}
	}
	return nil
}

// previous is the last release before the beginning of a range, nil if none is known.
func previous(v []int, minors [][]int) []int {
	if len(v) == 3 && v[2] > 0 {
		return []int{v[0], v[1], v[2] - 1}
	}
	for _, m := range slices.Backward(minors) {
		if slices.Compare(m, v[:2]) < 0 {
			return m
		}
	}
	return nil
}

func format(v []int) string {
	return strings.Trim(strings.ReplaceAll(fmt.Sprint(v), " ", "."), "[]")
}

// minorsOf returns the releases on which the facts of a section depend.
func minorsOf(releases []row, of, client string) [][]int {
	for _, name := range []string{client, ""} {
		for _, r := range releases {
			if r.get("of") != of || r.get("client") != name {
				continue
			}
			var minors [][]int
			for text := range strings.FieldsSeq(r.get("minors")) {
				v, _ := version(text) // addReleases refuses what is none
				minors = append(minors, v)
			}
			return minors
		}
	}
	return nil
}

// amend fills in what no software says: the unit of a number whose name does not show it,
// which spelling of a value stands for which other, and what counts where a declaration
// has no default.
func amend(rows []row, t *tables) ([]row, error) {
	out := slices.Clone(rows)
	for _, e := range t.effective {
		if err := amendEach(out, e, func(r row) row { return r.with("default", e.get("default")) }); err != nil {
			return nil, err
		}
	}
	for _, u := range t.units {
		if err := amendEach(out, u, func(r row) row {
			if r.get("unit") == "" {
				return r.with("unit", u.get("unit"))
			}
			return r
		}); err != nil {
			return nil, err
		}
	}
	for _, s := range t.synonyms {
		if err := amendEach(out, s, func(r row) row {
			values := strings.Split(r.get("values"), "|")
			if i := slices.Index(values, s.get("value")); i >= 0 {
				values[i] += ">" + s.get("canonical")
			}
			return r.with("values", strings.Join(values, "|"))
		}); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// amendEach changes the rows of the key that a line names, and refuses one that is
// without effect.
func amendEach(rows []row, line row, change func(row) row) error {
	changed := false
	for i, r := range rows {
		if r.get("client") != line.get("client") || r.get("key") != line.get("key") ||
			!slices.Contains(strings.Split(line.get("kind"), "+"), r.get("kind")) {
			continue
		}
		rows[i] = change(r)
		changed = changed || !sameFact(rows[i], r)
	}
	if !changed {
		return line.errorf("nothing of %s is changed", line.get("key"))
	}
	return nil
}

// perKind makes a row of each kind of those that name several.
func perKind(rows []row) []row {
	var out []row
	for _, r := range rows {
		for kind := range strings.SplitSeq(r.get("kind"), "+") {
			out = append(out, r.with("kind", kind).with("of", cmp.Or(r.get("of"), versionOf(r.get("client"), kind))))
		}
	}
	return out
}
