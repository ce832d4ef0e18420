package main

import (
	"maps"
	"slices"
	"strings"
)

// tableKind is that of the options of Flink's tables, of whatever connector and format.
const tableKind = "flink-table"

// scopeOf cuts a generated kind into that of the catalog and whose option it is: a
// connector's (flink-table@kafka) or a format's (flink-format@json).
func scopeOf(kind string) (scope string, ok bool) {
	what, scope, ok := strings.Cut(kind, "@")
	return scope, ok && (what == tableKind || what == "flink-format")
}

// flinkTables makes of the options of each connector and format the keys of all tables. Of
// an option that several have it says what holds for all of them; if they are released
// apart from each other, or their releases are not listed, it says so without versions. Keys of maps, whose entries users
// write (properties.*), are left out, and those that are another key's alias by hand. The
// aliases that it returns are the fallback keys.
func flinkTables(options, hand, releases []row) (facts, aliases []row) {
	byKey := map[string][]row{}
	for _, o := range options {
		if key := o.get("key"); !strings.HasPrefix(key, "properties.") && !strings.HasSuffix(key, ".properties") {
			byKey[key] = append(byKey[key], o)
		}
	}
	for _, a := range hand {
		delete(byKey, a.get("alias"))
	}
	for _, key := range slices.Sorted(maps.Keys(byKey)) {
		of := tableKey(byKey[key], releases)
		facts = append(facts, of...)
		for _, o := range byKey[key] {
			for _, f := range fallbacks(o) {
				known := func(a row) bool { return a.get("key") == key && a.get("alias") == f }
				if byKey[f] == nil && !slices.ContainsFunc(aliases, known) {
					aliases = append(aliases, fallback(o, f, of[0].get("from") == ""))
				}
			}
		}
	}
	return facts, aliases
}

// fallback is the alias of a fallback key; versionless: its option holds without versions.
func fallback(o row, name string, versionless bool) row {
	alias := o.with("kind", tableKind).with("alias", name).with("deprecated", "")
	switch {
	case versionless:
		return alias.with("from", "").with("to", "")
	case discourages(o, name):
		return alias.with("deprecated", o.get("from"))
	}
	return alias
}

func tableKey(options, releases []row) []row {
	of := options[0].get("of")
	options = slices.Clone(options)
	for i, o := range options {
		scope, _ := scopeOf(o.get("kind"))
		options[i] = o.with("scope", scope)
		if o.get("of") != of {
			of = ""
		}
	}
	key := options[0].with("kind", tableKind).with("scope", scopes(options))
	minors := minorsOf(releases, of, "flink")
	if minors == nil {
		return []row{common(key, options).with("of", "flink").with("from", "").with("to", "")}
	}
	var facts []row
	adjacent := false
	for i, m := range minors {
		var now []row
		for _, o := range options {
			if holds(o, m) {
				now = append(now, o)
			}
		}
		if len(now) == 0 {
			adjacent = false
			continue
		}
		until := format(m)
		if i == len(minors)-1 {
			until = ""
		}
		fact := common(key, now).with("from", format(m)).with("to", until)
		if n := len(facts); adjacent && sameFact(facts[n-1], fact) {
			facts[n-1] = facts[n-1].with("to", until)
		} else {
			facts = append(facts, fact)
		}
		adjacent = true
	}
	return facts
}

// common is what all of several options say.
func common(key row, options []row) row {
	first := options[0]
	values := strings.Split(first.get("values"), "|")
	for _, column := range []string{"type", "unit", "values", "default", "checks", "deprecated"} {
		key = key.with(column, first.get(column))
	}
	for _, o := range options[1:] {
		for _, column := range []string{"default", "checks", "deprecated"} {
			if o.get(column) != first.get(column) {
				key = key.with(column, "")
			}
		}
		switch {
		case o.get("type") != first.get("type"):
			return key.with("type", "string").with("values", "").with("default", "")
		case first.get("type") == "enum":
			for v := range strings.SplitSeq(strings.TrimPrefix(o.get("values"), "(?i)"), "|") {
				if !slices.Contains(values, v) && "(?i)"+v != values[0] {
					values = append(values, v)
				}
			}
			key = key.with("values", strings.Join(values, "|"))
		}
	}
	return key
}

// holds reports whether a line speaks of a release.
func holds(r row, release []int) bool {
	e := ends(r)
	return (e.from == nil || !before(release, e.from)) && (e.to == nil || !before(e.to, release))
}

// scopes joins whose option a key is, over all versions.
func scopes(facts []row) string {
	var all []string
	for _, f := range facts {
		all = append(all, strings.FieldsFunc(f.get("scope"), func(r rune) bool { return r == ';' })...)
	}
	slices.Sort(all)
	return strings.Join(slices.Compact(all), ";")
}

// addTableOptions writes which connector or format reads which option of a table, in which
// versions of what: factory ("connector" or "format"), identifier, key, of, from, to. The
// options of maps, whose entries users write, end in a dot. Connectors whose newest
// releases were not read are left out.
func addTableOptions(files map[string]string, options []row) {
	lines := make([]string, 0, len(options))
	read := map[string]bool{}
	for _, o := range options {
		read[o.get("kind")] = read[o.get("kind")] || o.get("to") == ""
	}
	for _, o := range options {
		if !read[o.get("kind")] {
			continue
		}
		identifier, _ := scopeOf(o.get("kind"))
		factory := "connector"
		if strings.HasPrefix(o.get("kind"), "flink-format@") {
			factory = "format"
		}
		for _, key := range append([]string{o.get("key")}, fallbacks(o)...) {
			if slices.Contains(strings.Split(o.get("checks"), ";"), "map") {
				key += "."
			}
			lines = append(lines, strings.Join([]string{factory, identifier, key, o.get("of"), o.get("from"), o.get("to")}, "\t")+"\n")
		}
	}
	slices.Sort(lines)
	files["tables.tsv"] = strings.Join(slices.Compact(lines), "")
}
