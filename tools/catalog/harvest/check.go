package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// compare reports every difference between the facts and what the releases that were read
// say: of each release, its keys, and for whom the newest is the last that is known.
func compare(folder string, all []reading) error {
	differences := 0
	report := func(format string, args ...any) {
		differences++
		fmt.Fprintf(os.Stderr, format+"\n", args...)
	}
	counts, err := readTable(filepath.Join(folder, "counts.csv"))
	if err != nil {
		return err
	}
	for artefact, readings := range byArtefact(all) {
		facts, err := readTable(filepath.Join(folder, artefact+".csv"))
		if err != nil {
			return err
		}
		for _, r := range readings {
			r.compare(facts, report)
			for _, line := range r.counts() {
				if !slices.ContainsFunc(counts, func(l []string) bool { return slices.Equal(l, line) }) {
					report("counts.csv has no line %s", strings.Join(line, ","))
				}
			}
		}
	}
	if differences > 0 {
		return fmt.Errorf("%d differences between the facts and the jars; run make catalog", differences)
	}
	fmt.Printf("the facts are what %d releases say\n", len(all))
	return nil
}

// compare looks at one release: the facts that hold there, without their versions.
func (r reading) compare(facts [][]string, report func(string, ...any)) {
	where := fmt.Sprintf("%s %s", r.artefact.Name, r.version.Minor())
	var want, have []string
	for _, f := range facts {
		if holds(f, r) {
			want = append(want, strings.Join(versionless(f), ","))
		}
	}
	for _, o := range r.keys {
		have = append(have, strings.Join(versionless(o.record(r.artefact, "", "")), ","))
	}
	for _, line := range have {
		if !slices.Contains(want, line) {
			report("%s: the jars have %s", where, line)
		}
	}
	for _, line := range want {
		if !slices.Contains(have, line) {
			report("%s: the facts have %s", where, line)
		}
	}
}

const fromColumn, toColumn = 7, 8

func versionless(line []string) []string {
	line = slices.Clone(line)
	line[fromColumn], line[toColumn] = "", ""
	return line
}

func holds(line []string, r reading) bool {
	from, to := line[fromColumn], line[toColumn]
	return compareMinors(from, r.version.Minor()) <= 0 && (to == "" || compareMinors(r.version.Minor(), to) <= 0)
}
