package main

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// clusterKind is that of Flink's own configuration.
const clusterKind = "flink-cluster"

// flinkCluster makes of the options of Flink's releases the keys of the catalog: one that
// was renamed is one key, under the newest of its names, and the others are its aliases.
// Flink says itself which names belong together: an option lists those that count as well
// (ConfigOption.fallbackKeys). hand are the aliases written by hand; they join, too. It
// returns the facts, and the aliases with the releases that know them.
func flinkCluster(options, hand []row, minors [][]int) (facts, aliases []row) {
	h := newHistory(options, minors)
	groups := h.groups(hand)
	for _, first := range slices.Sorted(maps.Keys(groups)) {
		f, a := h.key(groups[first], hand)
		facts, aliases = append(facts, f...), append(aliases, a...)
	}
	return facts, aliases
}

// ofFlink divides generated rows into those of Flink's configuration, those of its tables
// and the rest.
func ofFlink(rows []row) (cluster, tables, rest []row) {
	for _, r := range rows {
		_, table := scopeOf(r.get("kind"))
		switch {
		case table:
			tables = append(tables, r)
		case r.get("kind") == clusterKind:
			cluster = append(cluster, r)
		default:
			rest = append(rest, r)
		}
	}
	return cluster, tables, rest
}

// ofTheOperator divides rows into the options of Flink's operator for Kubernetes, which stand
// in a job's configuration beside Flink's own, and the rest. Those written by hand, of the
// releases that were not read, go the same way as the others: they have fallback keys, too.
func ofTheOperator(rows []row) (operator, rest []row) {
	for _, r := range rows {
		if r.get("kind") == clusterKind && r.get("of") == "operator" {
			operator = append(operator, r)
		} else {
			rest = append(rest, r)
		}
	}
	return operator, rest
}

// aliasesOf are those of a kind of Flink's that lead from one name to another.
func aliasesOf(aliases []row, kind string) []row {
	var out []row
	for _, a := range aliases {
		if a.get("client") == "flink" && a.get("kind") == kind && a.get("alias") != a.get("key") {
			out = append(out, a)
		}
	}
	return out
}

// history is the options of each release that was read, by name.
type history struct {
	releases []string
	at       []map[string]row
	// fallenTo are the options that have a name as a fallback in some release.
	fallenTo map[string][]string
}

func newHistory(options []row, minors [][]int) *history {
	h := &history{fallenTo: map[string][]string{}}
	for _, m := range minors {
		at := map[string]row{}
		for _, o := range options {
			if holds(o, m) {
				at[o.get("key")] = o
			}
		}
		if len(at) > 0 {
			h.releases, h.at = append(h.releases, format(m)), append(h.at, at)
		}
	}
	for _, o := range options {
		for _, f := range fallbacks(o) {
			if key := o.get("key"); f != key && !slices.Contains(h.fallenTo[f], key) {
				h.fallenTo[f] = append(h.fallenTo[f], key)
			}
		}
	}
	return h
}

// fallbacks are the other names that count for an option.
func fallbacks(o row) []string {
	return strings.FieldsFunc(strings.ReplaceAll(o.get("aliases"), "!", ""), func(r rune) bool { return r == ';' })
}

// discourages reports whether an option has a name only as a deprecated one.
func discourages(o row, name string) bool {
	return slices.Contains(strings.Split(o.get("aliases"), ";"), name+"!")
}

func deprecated(o row) bool { return o.get("deprecated") != "" }

func (h *history) newest() map[string]row { return h.at[len(h.at)-1] }

// called follows a name to what it has become.
func (h *history) called(name string) string {
	for range h.releases {
		if _, ok := h.newest()[name]; ok || len(h.fallenTo[name]) != 1 {
			break
		}
		name = h.fallenTo[name][0]
	}
	return name
}

// ambiguous reports whether a name is a fallback of several options, or still one itself:
// it is then no other name of any.
func (h *history) ambiguous(name string) bool {
	to := map[string]bool{}
	for _, key := range h.fallenTo[name] {
		to[h.called(key)] = true
	}
	o, still := h.newest()[name]
	return len(to) > 1 || len(to) == 1 && still && !deprecated(o)
}

// groups are the names of each key, by one of them.
func (h *history) groups(hand []row) map[string][]string {
	parent := map[string]string{}
	var root func(name string) string
	root = func(name string) string {
		if p, ok := parent[name]; ok && p != name {
			return root(p)
		}
		parent[name] = name
		return name
	}
	for _, at := range h.at {
		for _, key := range slices.Sorted(maps.Keys(at)) {
			root(key)
			for _, f := range fallbacks(at[key]) {
				if !h.ambiguous(f) {
					parent[root(f)] = root(key)
				}
			}
		}
	}
	for _, a := range hand {
		parent[root(a.get("alias"))] = root(a.get("key"))
	}
	groups := map[string][]string{}
	for _, name := range slices.Sorted(maps.Keys(parent)) {
		groups[root(name)] = append(groups[root(name)], name)
	}
	return groups
}

// key makes the facts and aliases of the key that has these names.
func (h *history) key(names []string, hand []row) (facts, aliases []row) {
	canonical := h.canonical(names)
	if canonical == "" { // written by hand alone
		return nil, nil
	}
	known := map[string]*[2]int{} // a name and the first and last release that know it
	old := map[string]int{}       // a name and the release since which it is deprecated
	last := -1
	for i, at := range h.at {
		o, ok := best(at, names, canonical)
		if !ok {
			continue
		}
		for _, name := range names {
			if _, option := at[name]; option || h.isFallback(i, name, names) {
				if known[name] == nil {
					known[name] = &[2]int{i, i}
				}
				known[name][1] = i
				if _, was := old[name]; !h.outdated(i, name, names) || name == o.get("key") {
					delete(old, name)
				} else if !was {
					old[name] = i
				}
			}
		}
		o = o.with("key", canonical).with("from", h.releases[i]).with("to", h.until(i))
		if n := len(facts); n > 0 && last == i-1 && sameFact(facts[n-1], o) {
			facts[n-1] = facts[n-1].with("to", h.until(i))
		} else {
			facts = append(facts, o)
		}
		last = i
	}
	for _, name := range names {
		k := known[name]
		byHand := slices.ContainsFunc(hand, func(a row) bool { return a.get("alias") == name })
		if k == nil || name != canonical && h.ambiguous(name) && !byHand {
			continue
		}
		alias := facts[0].with("alias", name).with("from", h.releases[k[0]]).with("to", h.until(k[1])).with("deprecated", "")
		if since, ok := old[name]; ok {
			alias = alias.with("deprecated", h.releases[since])
		}
		aliases = append(aliases, alias)
	}
	return facts, aliases
}

// outdated reports whether a release deprecates a name: as one of an option's fallbacks or
// as an option itself.
func (h *history) outdated(release int, name string, of []string) bool {
	if o, itself := h.at[release][name]; itself {
		return deprecated(o)
	}
	return slices.ContainsFunc(of, func(key string) bool { return discourages(h.at[release][key], name) })
}

// until is the end of a range; the newest release leaves it open.
func (h *history) until(i int) string {
	if i == len(h.releases)-1 {
		return ""
	}
	return h.releases[i]
}

func (h *history) isFallback(release int, name string, of []string) bool {
	return slices.ContainsFunc(of, func(key string) bool {
		o, ok := h.at[release][key]
		return ok && slices.Contains(fallbacks(o), name)
	})
}

// canonical is the name in the newest release that has one of them: not a deprecated one,
// and that which has others as fallbacks.
func (h *history) canonical(names []string) string {
	for _, at := range slices.Backward(h.at) {
		if o, ok := best(at, names, ""); ok {
			return o.get("key")
		}
	}
	return ""
}

// best is the option of a release that stands for a key of several names.
func best(at map[string]row, names []string, canonical string) (row, bool) {
	var found []row
	for _, name := range names {
		if o, ok := at[name]; ok {
			found = append(found, o)
		}
	}
	if len(found) == 0 {
		return row{}, false
	}
	rank := func(o row) int {
		switch {
		case o.get("key") == canonical:
			return 0
		case !deprecated(o):
			return 1
		}
		return 2
	}
	return slices.MinFunc(found, func(a, b row) int {
		return cmp.Or(rank(a)-rank(b), len(fallbacks(b))-len(fallbacks(a)), cmp.Compare(a.get("key"), b.get("key")))
	}), true
}

// joinAliases adds the aliases that were generated to those written by hand: the ranges of
// one name become one. A key's own name needs no line if all releases that have the key
// know it; those before the first that was read do unless a line by hand denies it, and they
// know the other names if they know the key.
func joinAliases(hand, generated []row, sections map[sectionKey]map[string][]row) []row {
	var flink, others []row
	for _, a := range hand {
		if a.get("client") == "flink" {
			flink = append(flink, a)
		} else {
			others = append(others, a)
		}
	}
	factsOf := func(a row) []row { return sections[sectionKey{"flink", a.get("kind")}][a.get("key")] }
	first := oldest(generated)
	for _, g := range generated {
		i := slices.IndexFunc(flink, func(a row) bool {
			return a.get("kind") == g.get("kind") && a.get("key") == g.get("key") && a.get("alias") == g.get("alias")
		})
		switch {
		case i >= 0:
			flink[i] = flink[i].with("to", g.get("to")).with("deprecated", g.get("deprecated"))
			continue
		case slices.Equal(ends(g).from, first[g.get("of")]) && (g.get("key") == g.get("alias") || factsOf(g)[0].get("from") == ""):
			g = g.with("from", factsOf(g)[0].get("from"))
		}
		flink = append(flink, g)
	}
	flink = slices.DeleteFunc(flink, func(a row) bool {
		facts := factsOf(a)
		return a.get("key") == a.get("alias") && len(facts) > 0 &&
			a.get("from") == facts[0].get("from") && a.get("to") == facts[len(facts)-1].get("to")
	})
	slices.SortStableFunc(flink, func(a, b row) int {
		return cmp.Or(cmp.Compare(a.get("key"), b.get("key")), slices.Compare(ends(a).from, ends(b).from), cmp.Compare(a.get("alias"), b.get("alias")))
	})
	return append(flink, others...)
}

// oldest are the first releases of which lines speak, by what they are of.
func oldest(rows []row) map[string][]int {
	first := map[string][]int{}
	for _, r := range rows {
		of, from := r.get("of"), ends(r).from
		if known, ok := first[of]; !ok || slices.Compare(from, known) < 0 {
			first[of] = from
		}
	}
	return first
}
