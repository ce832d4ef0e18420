package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"maps"
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

// with is a copy of the row in which one column is another.
func (r row) with(column, value string) row {
	cells := maps.Clone(r.cells)
	cells[column] = value
	return row{cells, r.place}
}

func (r row) errorf(format string, args ...any) error {
	return fmt.Errorf("%s: %s", r.place, fmt.Sprintf(format, args...))
}

// tables are the facts by what they are; generated are those of keys that the jars say.
type tables struct {
	keys, generated, aliases, owners, releases, successors, units, synonyms, effective, brings []row
}

var columns = map[string][]string{
	"keys":       {"client", "kind", "key", "type", "unit", "values", "default", "from", "to", "source", "of", "checks", "deprecated", "aliases", "scope"},
	"aliases":    {"client", "kind", "key", "alias", "from", "to", "source"},
	"owners":     {"owner", "kind", "key", "value", "how", "when", "from", "to", "source"},
	"releases":   {"of", "client", "oldest", "newest", "minors", "source"},
	"successors": {"client", "kind", "key", "successor", "source"},
	"brings":     {"artifact", "from", "to", "brings", "version", "source"},
	"units":      {"client", "kind", "key", "unit", "source"},
	"synonyms":   {"client", "kind", "key", "value", "canonical", "source"},
	"effective":  {"client", "kind", "key", "default", "source"},
}

// fromJars are the generated files of which the data is made. Spring Boot's properties are
// no keys of clients.
var fromJars = []string{"connect-mirror", "connect-runtime", "kafka-broker", "kafka-clients", "kafka-streams", "smallrye",
	"flink", "flink-autoscaler", "flink-cdc", "flink-connector-elasticsearch", "flink-connector-jdbc", "flink-connector-kafka",
	"flink-kubernetes-operator"}

func readTables(dir string) (*tables, error) {
	t := &tables{}
	special := map[string]*[]row{"aliases": &t.aliases, "owners": &t.owners, "releases": &t.releases,
		"successors": &t.successors, "units": &t.units, "synonyms": &t.synonyms, "effective": &t.effective, "brings": &t.brings}
	for _, pattern := range []string{"*.csv", "generated/*.csv"} {
		names, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			return nil, err
		}
		slices.Sort(names)
		for _, name := range names {
			what := strings.TrimSuffix(filepath.Base(name), ".csv")
			into := special[what]
			switch {
			case pattern != "*.csv" && !slices.Contains(fromJars, what):
				continue
			case into == nil && pattern == "*.csv":
				what, into = "keys", &t.keys
			case into == nil:
				what, into = "keys", &t.generated
			}
			rows, err := readTable(name, columns[what])
			if err != nil {
				return nil, err
			}
			*into = append(*into, rows...)
		}
	}
	if len(t.keys)+len(t.generated) == 0 {
		return nil, fmt.Errorf("no facts in %s", dir)
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
