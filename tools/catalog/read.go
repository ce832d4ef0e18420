package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// row is a line of a table by column, and where it stands.
type row struct {
	cells map[string]string
	place string
}

func (r row) get(column string) string { return r.cells[column] }

func (r row) errorf(format string, args ...any) error {
	return fmt.Errorf("%s: %s", r.place, fmt.Sprintf(format, args...))
}

// tables are the facts by what they are.
type tables struct {
	keys, aliases, owners, releases, successors, brings []row
}

var columns = map[string][]string{
	"keys":     {"client", "kind", "key", "type", "unit", "values", "default", "from", "to", "source", "of", "checks", "deprecated"},
	"aliases":  {"client", "kind", "key", "alias", "from", "to", "source"},
	"owners":   {"owner", "kind", "key", "value", "how", "when", "from", "to", "source"},
	"releases": {"of", "client", "oldest", "newest", "minors", "source"},

	"successors": {"client", "kind", "key", "successor", "source"},
	"brings":     {"artifact", "from", "to", "brings", "version", "source"},
}

func readTables(dir string) (*tables, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.csv"))
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("no facts in %s", dir)
	}
	slices.Sort(names)
	t := &tables{}
	for _, name := range names {
		what, into := "keys", &t.keys
		switch strings.TrimSuffix(filepath.Base(name), ".csv") {
		case "aliases":
			what, into = "aliases", &t.aliases
		case "owners":
			what, into = "owners", &t.owners
		case "releases":
			what, into = "releases", &t.releases
		case "successors":
			what, into = "successors", &t.successors
		case "brings":
			what, into = "brings", &t.brings
		}
		rows, err := readTable(name, columns[what])
		if err != nil {
			return nil, err
		}
		*into = append(*into, rows...)
	}
	return t, nil
}

func readTable(name string, columns []string) ([]row, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	header, err := r.Read()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	for _, h := range header {
		if !slices.Contains(columns, h) {
			return nil, fmt.Errorf("%s: unknown column %q", name, h)
		}
	}
	var rows []row
	for {
		record, err := r.Read()
		if err == io.EOF {
			return rows, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		line, _ := r.FieldPos(0)
		out := row{map[string]string{}, fmt.Sprintf("%s:%d", name, line)}
		for i, h := range header {
			if strings.ContainsAny(record[i], "\t\n\r") {
				return nil, out.errorf("%s holds a tab or a line end", h)
			}
			out.cells[h] = record[i]
		}
		if out.get("source") == "" {
			return nil, out.errorf("no source")
		}
		rows = append(rows, out)
	}
}
