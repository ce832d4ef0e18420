package main

import (
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// fact is a line of a facts file by column.
type fact map[string]string

type facts struct {
	keys    []fact
	aliases []fact
}

func readFacts(folder string) (*facts, error) {
	keys, err := readTable(filepath.Join(folder, "librdkafka.csv"))
	if err != nil {
		return nil, err
	}
	aliases, err := readTable(filepath.Join(folder, "aliases.csv"))
	if err != nil {
		return nil, err
	}
	aliases = slices.DeleteFunc(aliases, func(f fact) bool { return f["client"] != "librdkafka" })
	return &facts{keys, aliases}, nil
}

func readTable(name string) ([]fact, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil || len(lines) == 0 {
		return nil, fmt.Errorf("%s: no table: %w", name, err)
	}
	var rows []fact
	for _, line := range lines[1:] {
		row := fact{}
		for i, column := range lines[0] {
			row[column] = line[i]
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// holds reports whether the fact is one of a version. An end of two numbers stands for all
// patches of a release.
func (f fact) holds(version []int) (bool, error) {
	for _, end := range []struct {
		text string
		sign int
	}{{f["from"], 1}, {f["to"], -1}} {
		if end.text == "" {
			continue
		}
		bound, err := parseVersion(end.text)
		if err != nil {
			return false, err
		}
		if slices.Compare(version[:min(len(version), len(bound))], bound)*end.sign < 0 {
			return false, nil
		}
	}
	return true, nil
}

func parseVersion(text string) ([]int, error) {
	var version []int
	for part := range strings.SplitSeq(text, ".") {
		n, err := strconv.Atoi(part)
		if err != nil {
			return nil, fmt.Errorf("%q is no version", text)
		}
		version = append(version, n)
	}
	return version, nil
}

// at returns the facts of a version by key.
func at(all []fact, version []int) (map[string][]fact, error) {
	found := map[string][]fact{}
	for _, f := range all {
		ok, err := f.holds(version)
		if err != nil {
			return nil, err
		}
		if ok {
			found[f["key"]] = append(found[f["key"]], f)
		}
	}
	return found, nil
}

// exempt are properties that are compared in part, and why.
var exempt = map[string]string{
	"acks":  "a number, to which the facts add the name that rd_kafka_conf_set takes for -1",
	"debug": "names with + and - in front, too",
}

// noKey are properties that are not in the facts.
var noKey = map[string]string{"builtin.features": "read, not set"}

// neverNamed are keys whose name librdkafka does not have: it is that of the Java client.
var neverNamed = []string{"fetch.max.wait.ms"}

// compare returns the differences between the facts of a version and its properties.
func (f *facts) compare(release string, properties map[string]property) ([]string, error) {
	version, err := parseVersion(release)
	if err != nil {
		return nil, err
	}
	keys, err := at(f.keys, version)
	if err != nil {
		return nil, err
	}
	names, err := at(f.aliases, version)
	if err != nil {
		return nil, err
	}
	canonical := map[string]string{}
	for key := range keys {
		canonical[key] = key
	}
	var found []string
	for key, aliases := range names {
		for _, a := range aliases {
			canonical[a["alias"]] = key
			if keys[key] != nil && properties[a["alias"]].name == "" {
				found = append(found, fmt.Sprintf("%s is said to be a name of %s; librdkafka does not have it", a["alias"], key))
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(properties)) {
		p := properties[name]
		key := canonical[name]
		switch {
		case noKey[name] != "":
		case key == "":
			found = append(found, name+" is missing in the facts")
		case p.alias != "" && canonical[p.alias] != key:
			found = append(found, fmt.Sprintf("%s is another name of %s; the facts have %s", name, p.alias, key))
		default:
			found = append(found, p.differences(keys[key])...)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		if properties[key].name == "" && !slices.Contains(neverNamed, key) && !f.named(key) {
			found = append(found, key+" is not a property of librdkafka")
		}
	}
	return found, nil
}

// named reports whether the facts say since when a key has its name.
func (f *facts) named(key string) bool {
	return slices.ContainsFunc(f.aliases, func(a fact) bool { return a["key"] == key && a["alias"] == key })
}

// differences compares a property with the facts of its key. Those that say what counts in
// the end, whatever is shown, have another source than CONFIGURATION.md.
func (p property) differences(facts []fact) []string {
	var found []string
	report := func(what, have, want string) {
		found = append(found, fmt.Sprintf("%s: the %s is %q; the facts have %q", p.name, what, have, want))
	}
	var kinds []string
	for _, f := range facts {
		kinds = append(kinds, strings.Split(f["kind"], "+")...)
	}
	if !sameElements(kinds, p.kinds) {
		report("role", strings.Join(p.kinds, "+"), strings.Join(kinds, "+"))
	}
	for _, f := range facts {
		if f["source"] != "CONFIGURATION.md" {
			continue
		}
		if f["default"] != p.def {
			report("default", p.def, f["default"])
		}
		if p.name == f["key"] && (f["deprecated"] == "yes") != p.deprecated {
			report("deprecation", strconv.FormatBool(p.deprecated), f["deprecated"])
		}
		if exempt[f["key"]] != "" {
			continue
		}
		if values := spellings(f["values"]); values != p.values {
			report("range", p.values, values)
		}
		if f["type"] != p.typ && !(p.typ == "string" && slices.Contains([]string{"list", "password"}, f["type"])) {
			report("type", p.typ, f["type"])
		}
	}
	return found
}

func sameElements(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

// spellings leaves out of an enumeration what its values stand for.
func spellings(values string) string {
	words := strings.Split(strings.TrimPrefix(values, "(?i)"), "|")
	for i, w := range words {
		words[i], _, _ = strings.Cut(w, ">")
	}
	return strings.Join(words, "|")
}
