package main

import (
	"cmp"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// versionOf says on whose version the facts of a kind depend; model.OfClient and so on.
func versionOf(client, kind string) string {
	switch {
	case client == "flink":
		return "flink"
	case kind == "broker" || kind == "topic":
		return "broker"
	case kind == "connect-worker" || kind == "source-connector" || kind == "sink-connector" || kind == "mirror":
		return "connect"
	}
	return "client"
}

type sectionKey struct{ client, kind string }

// build returns the contents of the data files by name.
func build(t *tables) (map[string]string, error) {
	sections, renamed, err := collectFacts(t)
	if err != nil {
		return nil, err
	}
	aliases, err := collectAliases(joinAliases(t.aliases, renamed, sections), sections)
	if err != nil {
		return nil, err
	}
	successors, err := collectSuccessors(t.successors, sections)
	if err != nil {
		return nil, err
	}
	files := map[string]string{"passwords.tsv": passwordNames(sections)}
	_, options, _ := ofFlink(t.generated)
	addTableOptions(files, options)
	for s, keys := range sections {
		text, err := sectionText(keys, aliases[s], successors[s])
		if err != nil {
			return nil, err
		}
		files["keys/"+s.client+"/"+s.kind+".tsv"] = text
	}
	if err := addOwners(files, t.owners); err != nil {
		return nil, err
	}
	if err := addBrings(files, t.brings); err != nil {
		return nil, err
	}
	return files, addReleases(files, t.releases)
}

// collectFacts returns the facts of each key, by version, and the aliases of Flink's keys
// that follow from what was generated.
func collectFacts(t *tables) (sections map[sectionKey]map[string][]row, renamed []row, err error) {
	type facts struct{ hand, generated []row }
	keys := map[sectionKey]map[string]*facts{}
	collect := func(rows []row, list func(*facts) *[]row) error {
		for _, r := range rows {
			if err := checkFact(r); err != nil {
				return err
			}
			s := sectionKey{r.get("client"), r.get("kind")}
			if keys[s] == nil {
				keys[s] = map[string]*facts{}
			}
			if keys[s][r.get("key")] == nil {
				keys[s][r.get("key")] = &facts{}
			}
			l := list(keys[s][r.get("key")])
			*l = append(*l, r)
		}
		return nil
	}
	options, ofTables, generated := ofFlink(t.generated)
	ofOperator, hand := ofTheOperator(perKind(t.keys))
	generatedOfOperator, options := ofTheOperator(options)
	options, renamed = flinkCluster(options, aliasesOf(t.aliases, clusterKind), minorsOf(t.releases, "flink", "flink"))
	operator, renamedOfOperator := flinkCluster(slices.Concat(generatedOfOperator, ofOperator), nil, minorsOf(t.releases, "operator", "flink"))
	options, renamed = append(options, operator...), append(renamed, renamedOfOperator...)
	ofTables, fallbacks := flinkTables(ofTables, aliasesOf(t.aliases, tableKind), t.releases)
	renamed = append(renamed, fallbacks...)
	generated = slices.Concat(generated, options, ofTables)
	all, err := amend(slices.Concat(hand, perKind(generated)), t)
	if err != nil {
		return nil, nil, err
	}
	if err := collect(all[:len(hand)], func(f *facts) *[]row { return &f.hand }); err != nil {
		return nil, nil, err
	}
	if err := collect(all[len(hand):], func(f *facts) *[]row { return &f.generated }); err != nil {
		return nil, nil, err
	}
	first, older := oldest(t.generated), map[string]bool{}
	for _, r := range hand {
		older[r.get("source")] = true
	}
	sections = map[sectionKey]map[string][]row{}
	for s, facts := range keys {
		sections[s] = map[string][]row{}
		for key, f := range facts {
			all := slices.Concat(f.hand, f.generated)
			merged, err := mergeFacts(f.hand, f.generated, minorsOf(t.releases, all[0].get("of"), s.client))
			if err != nil {
				return nil, nil, err
			}
			if m := merged[0]; len(f.hand) == 0 && s.client == "flink" && !older[m.get("source")] && slices.Equal(ends(m).from, first[m.get("of")]) {
				// Nobody looked for it in releases before the first that was read.
				merged[0] = m.with("from", "")
			}
			merged[0] = merged[0].with("scope", scopes(all))
			sections[s][key] = merged
		}
	}
	return sections, renamed, nil
}

// passwordNames lists the keys that are a password in some section, one a line.
func passwordNames(sections map[sectionKey]map[string][]row) string {
	names := map[string]bool{}
	for s, keys := range sections {
		for key, facts := range keys {
			if slices.ContainsFunc(facts, func(r row) bool { return r.get("type") == "password" }) {
				names[partOf(s.kind)+key+"\n"] = true
			}
		}
	}
	return strings.Join(slices.Sorted(maps.Keys(names)), "")
}

// partOf is what stands before the options of a connector in a pipeline of Flink CDC, where
// it is known whose they are: "source." or "sink.".
func partOf(kind string) string {
	part, _, ok := strings.Cut(strings.TrimPrefix(kind, "flink-cdc-"), "@")
	if !ok || !strings.HasPrefix(kind, "flink-cdc-") {
		return ""
	}
	return part + "."
}

// collectAliases returns the other names of each key, in the order of the facts, as
// "name" or, if some versions do not know the name, "name@from..to"; "!2.0" behind it says
// since when the name is deprecated. A line whose alias is the key says since when the key
// has that name. No name may lead to two keys.
func collectAliases(rows []row, sections map[sectionKey]map[string][]row) (map[sectionKey]map[string][]string, error) {
	out := map[sectionKey]map[string][]string{}
	taken := map[sectionKey]map[string]string{}
	for _, r := range rows {
		if err := checkRange(r); err != nil {
			return nil, err
		}
		for kind := range strings.SplitSeq(r.get("kind"), "+") {
			s := sectionKey{r.get("client"), kind}
			if out[s] == nil {
				out[s], taken[s] = map[string][]string{}, map[string]string{}
			}
			key, alias := r.get("key"), r.get("alias")
			switch {
			case sections[s][key] == nil:
				return nil, r.errorf("%s %s has no key %q", s.client, kind, key)
			case alias != key && sections[s][alias] != nil:
				return nil, r.errorf("%q is itself a key of %s %s", alias, s.client, kind)
			case taken[s][alias] != "":
				return nil, r.errorf("%q is a name of %q already", alias, taken[s][alias])
			}
			taken[s][alias] = key
			if r.get("from") != "" || r.get("to") != "" || r.get("deprecated") != "" {
				alias += "@" + r.get("from") + ".." + r.get("to")
			}
			if since := r.get("deprecated"); since != "" {
				alias += "!" + since
			}
			out[s][key] = append(out[s][key], alias)
		}
	}
	return out, nil
}

// collectSuccessors returns what replaces each key; both are keys of the section.
func collectSuccessors(rows []row, sections map[sectionKey]map[string][]row) (map[sectionKey]map[string]string, error) {
	out := map[sectionKey]map[string]string{}
	for _, r := range rows {
		for kind := range strings.SplitSeq(r.get("kind"), "+") {
			s := sectionKey{r.get("client"), kind}
			if out[s] == nil {
				out[s] = map[string]string{}
			}
			key, successor := r.get("key"), r.get("successor")
			_, twice := out[s][key]
			switch {
			case twice:
				return nil, r.errorf("%q has a successor already", key)
			case key == successor:
				return nil, r.errorf("%q succeeds itself", key)
			}
			for _, name := range []string{key, successor} {
				if name != "" && sections[s][name] == nil {
					return nil, r.errorf("%s %s has no key %q", s.client, kind, name)
				}
			}
			out[s][key] = successor
		}
	}
	return out, nil
}

// sectionText writes key, type, unit, values, default, from, to, of, aliases, checks,
// deprecated, successor, scope; the lines of a key after its first leave key, unit, of,
// aliases, successor and scope out.
func sectionText(keys map[string][]row, aliases map[string][]string, successors map[string]string) (string, error) {
	var b strings.Builder
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		facts := keys[key]
		name, unit, of := key, facts[0].get("unit"), facts[0].get("of")
		names, successor, scope := strings.Join(aliases[key], ","), successors[key], facts[0].get("scope")
		for _, r := range facts {
			if r.get("unit") != facts[0].get("unit") {
				return "", r.errorf("%s changes its unit", key)
			}
			line := []string{name, r.get("type"), unit, r.get("values"), r.get("default"), r.get("from"), r.get("to"), of, names,
				r.get("checks"), r.get("deprecated"), successor, scope}
			b.WriteString(strings.Join(line, "\t") + "\n")
			name, unit, of, names, successor, scope = "", "", "", "", "", ""
		}
	}
	return b.String(), nil
}

// order sorts the facts of one key by version and refuses those that overlap.
func order(facts []row) error {
	slices.SortStableFunc(facts, func(a, b row) int {
		x, _ := version(a.get("from"))
		y, _ := version(b.get("from"))
		return slices.Compare(x, y)
	})
	for i, r := range facts[1:] {
		to, _ := version(facts[i].get("to"))
		from, _ := version(r.get("from"))
		if to == nil || from == nil || !before(to, from) {
			return r.errorf("%s overlaps with %s", cmp.Or(r.get("key"), r.get("artifact")), facts[i].place)
		}
	}
	return nil
}

// addOwners writes kind, key, value, how, when, from, to.
func addOwners(files map[string]string, rows []row) error {
	lines := map[string][]string{}
	for _, r := range rows {
		if err := checkRange(r); err != nil {
			return err
		}
		how, value := r.get("how"), r.get("value")
		switch {
		case !slices.Contains([]string{"default", "forced", "generated", "forced-generated"}, how):
			return r.errorf("how is %q: want default, forced, generated or forced-generated", how)
		case strings.HasSuffix(how, "generated") != (value == ""):
			return r.errorf("a value is given if and only if it is not generated")
		}
		for kind := range strings.SplitSeq(r.get("kind"), "+") {
			line := []string{kind, r.get("key"), value, how, r.get("when"), r.get("from"), r.get("to")}
			lines[r.get("owner")] = append(lines[r.get("owner")], strings.Join(line, "\t")+"\n")
		}
	}
	for owner, l := range lines {
		slices.Sort(l)
		files["owners/"+owner+".tsv"] = strings.Join(l, "")
	}
	return nil
}

// addBrings writes artifact, from, to, what it brings, version.
func addBrings(files map[string]string, rows []row) error {
	type pair struct{ artifact, brings string }
	pairs := map[pair][]row{}
	var lines []string
	for _, r := range rows {
		if err := checkRange(r); err != nil {
			return err
		}
		if v, err := version(r.get("version")); err != nil || v == nil {
			return r.errorf("%q is no version", r.get("version"))
		}
		p := pair{r.get("artifact"), r.get("brings")}
		pairs[p] = append(pairs[p], r)
		lines = append(lines, strings.Join([]string{p.artifact, r.get("from"), r.get("to"), p.brings, r.get("version")}, "\t")+"\n")
	}
	for _, facts := range pairs {
		if err := order(facts); err != nil {
			return err
		}
	}
	slices.Sort(lines)
	files["brings.tsv"] = strings.Join(lines, "")
	return nil
}

// addReleases writes of or client/name, oldest, newest, minors.
func addReleases(files map[string]string, rows []row) error {
	var lines []string
	for _, r := range rows {
		name := r.get("of")
		if r.get("client") != "" {
			name += "/" + r.get("client")
		}
		minors := strings.Fields(r.get("minors"))
		for i, text := range append([]string{r.get("oldest"), r.get("newest")}, minors...) {
			v, err := version(text)
			if err != nil || v == nil {
				return r.errorf("%q is no version", text)
			}
			if i > 2 {
				if last, _ := version(minors[i-3]); slices.Compare(last, v) >= 0 {
					return r.errorf("releases are not in order at %s", text)
				}
			}
		}
		lines = append(lines, strings.Join([]string{name, r.get("oldest"), r.get("newest"), strings.Join(minors, ",")}, "\t")+"\n")
	}
	slices.Sort(lines)
	files["releases.tsv"] = strings.Join(lines, "")
	return nil
}

// writeFiles writes the files and leaves no older ones beside them.
func writeFiles(dir string, files map[string]string) error {
	for _, sub := range []string{"keys", "owners"} {
		if err := os.RemoveAll(filepath.Join(dir, sub)); err != nil {
			return err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(files[name]), 0o644); err != nil {
			return err
		}
	}
	return nil
}
