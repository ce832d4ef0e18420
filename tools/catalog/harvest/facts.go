package main

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
)

var header = []string{"client", "kind", "key", "type", "unit", "values", "default", "from", "to", "source", "of", "checks", "deprecated", "aliases"}

// record is a line of the facts.
func (o Observation) record(a Artefact, from, to string) []string {
	deprecated := ""
	if o.Deprecated {
		deprecated = "yes"
	}
	return []string{a.Client, o.Kind, o.Key, o.Type, o.Unit, o.Values, o.Default, from, to, o.Source, cmp.Or(o.Of, a.Of), o.Checks, deprecated, o.Aliases}
}

type name struct{ kind, key string }

// ranges gives, by kind and key, a line for each run of releases that say the same.
func ranges(readings []reading) [][]string {
	var names []name
	seen := map[name]map[int]Observation{}
	for i, r := range readings {
		for _, o := range r.keys {
			n := name{o.Kind, o.Key}
			if seen[n] == nil {
				seen[n] = map[int]Observation{}
				names = append(names, n)
			}
			seen[n][i] = o
		}
	}
	slices.SortFunc(names, func(a, b name) int { return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.key, b.key)) })
	var lines [][]string
	for _, n := range names {
		for i := 0; i < len(readings); {
			o, ok := seen[n][i]
			if !ok {
				i++
				continue
			}
			from := readings[i]
			last := from
			for i++; i < len(readings); i++ {
				next, ok := seen[n][i]
				if !ok || next != o {
					break
				}
				last = readings[i]
			}
			to := last.version.Minor()
			if last.newest {
				to = ""
			}
			lines = append(lines, o.record(from.artefact, from.version.Minor(), to))
		}
	}
	return lines
}

// byArtefact groups the readings, which are in the order of their releases.
func byArtefact(all []reading) map[string][]reading {
	out := map[string][]reading{}
	for _, r := range all {
		out[r.artefact.Name] = append(out[r.artefact.Name], r)
	}
	return out
}

// write writes a file an artefact, and the numbers of keys of all.
func write(folder string, all []reading) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for artefact, readings := range byArtefact(all) {
		if err := writeTable(filepath.Join(folder, artefact+".csv"), header, ranges(readings)); err != nil {
			return err
		}
	}
	return writeCounts(filepath.Join(folder, "counts.csv"), all)
}

var countsHeader = []string{"artefact", "client", "kind", "of", "version", "keys"}

// writeCounts leaves the lines of artefacts that were not read as they are.
func writeCounts(path string, all []reading) error {
	old, err := readTable(path)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	read := byArtefact(all)
	lines := slices.DeleteFunc(old, func(l []string) bool { return read[l[0]] != nil })
	for _, r := range all {
		lines = append(lines, r.counts()...)
	}
	slices.SortStableFunc(lines, func(a, b []string) int {
		return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[2], b[2]), compareMinors(a[4], b[4]))
	})
	return writeTable(path, countsHeader, lines)
}

func compareMinors(a, b string) int {
	x, _ := parseVersion(a)
	y, _ := parseVersion(b)
	return compareVersions(x, y)
}

func (r reading) counts() [][]string {
	numbers := map[[2]string]int{}
	for _, o := range r.keys {
		numbers[[2]string{o.Kind, cmp.Or(o.Of, r.artefact.Of)}]++
	}
	var lines [][]string
	for _, k := range slices.SortedFunc(maps.Keys(numbers), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) }) {
		lines = append(lines, []string{r.artefact.Name, r.artefact.Client, k[0], k[1], r.version.Minor(), strconv.Itoa(numbers[k])})
	}
	return lines
}

// readTable returns the lines below the header.
func readTable(path string) ([][]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil || len(lines) == 0 {
		return nil, fmt.Errorf("%s: no table: %w", path, err)
	}
	return lines[1:], nil
}

func writeTable(path string, header []string, lines [][]string) error {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.WriteAll(append([][]string{header}, lines...)); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}
