// Package sqlplan tells which jobs kcfglint makes of a script in Flink's SQL: which tables
// each INSERT writes and reads, with which options, and under which configuration. Tests and
// the oracle that asks Flink itself compare in this form.
package sqlplan

import (
	"maps"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
	"github.com/kcfglint/kcfglint/internal/resolve"
)

// Table is one use of a table.
type Table struct {
	Path      []string // its name, the last part of which counts
	Options   map[string]string
	Key       bool   // it has a primary key
	Watermark string // the column, if there is one
}

// Insert is what a job writes into a table.
type Insert struct {
	Sink    Table
	Sources []Table
	Config  map[string]string // keys as the script writes them, and what they amount to
}

// Reading is what kcfglint makes of a script.
type Reading struct {
	Inserts []Insert
	Hidden  map[string]bool // options whose values are secrets
	Unknown bool            // it does not claim to know all that is compared
}

// Statements cuts a script into the statements that the SQL client hands on, a statement set
// in one. It returns nil for what cannot be read.
func Statements(script string) (statements []string) {
	stmts, _, errs := syntax.ParseSQL(syntax.NewSource(syntax.NewFile("script.sql", script)))
	if len(errs) > 0 {
		return nil
	}
	open := -1 // where the statement set at hand begins
	for _, s := range stmts {
		one := script[s.Span.Start.Offset:s.Span.End.Offset]
		switch {
		case s.Kind == syntax.BeginSetStatement && strings.EqualFold(one[:min(len(one), 7)], "EXECUTE"):
			open = s.Span.Start.Offset
		case s.Kind == syntax.EndSetStatement && open >= 0:
			statements = append(statements, script[open:s.Span.End.Offset])
			open = -1
		case open < 0:
			statements = append(statements, one)
		}
	}
	return statements
}

// Keys returns the keys of Flink's configuration that a script sets.
func Keys(script string) []string {
	keys := make(map[string]bool)
	stmts, _, _ := syntax.ParseSQL(syntax.NewSource(syntax.NewFile("script.sql", script)))
	for _, s := range stmts {
		if s.Kind == syntax.SetStatement && len(s.Options) > 0 {
			keys[strings.TrimSpace(s.Options[0].Key)] = true
		}
	}
	return slices.Sorted(maps.Keys(keys))
}

// Read lets kcfglint read a script, and asks what the keys amount to, in a version of Flink,
// for each table that is written.
func Read(script string, keys []string, version []int) Reading {
	components := parse.File("script.sql", []byte(script), parse.Options{}).Components
	r := Reading{Hidden: make(map[string]bool)}
	tables := make(map[string]Table) // before they inherit from their jobs
	for _, c := range components {
		if c.Kind == model.FlinkTable {
			tables[c.ID] = r.table(c)
		}
	}
	given := resolve.Given{Versions: []map[string]model.Version{{model.OfFlink: {Number: version}}}}
	resolve.Components(components, func(string) resolve.Given { return given }, func(file string) string { return file })
	for _, c := range components {
		if role, _ := c.Value("@sql.role"); role != "sink" && role != "both" {
			continue
		}
		i := Insert{Sink: tables[c.ID], Config: make(map[string]string)}
		for _, key := range keys {
			if e := resolve.Key(c, catalog.Canonical(catalog.Flink, model.FlinkCluster, key), c.Versions); e.Setting != nil && e.State != model.Unknown {
				i.Config[key] = e.Setting.Value
			}
		}
		for _, id := range c.Links.From {
			i.Sources = append(i.Sources, tables[id])
		}
		r.Inserts = append(r.Inserts, i)
	}
	return r
}

// table returns what kcfglint knows of a table.
func (r *Reading) table(c *model.Component) Table {
	t := Table{Path: strings.Split(c.Name, "."), Options: make(map[string]string)}
	for i := range c.Settings {
		if s := &c.Settings[i]; !s.IsFact() {
			t.Options[s.Written] = s.Value
			if s.Secret != nil || strings.Contains(s.Value, "****") {
				r.Hidden[s.Written] = true
			}
		}
	}
	key, watermark := c.Get("@sql.primary-key"), c.Get("@sql.watermark")
	t.Key = key != nil && key.Value == "true"
	if watermark != nil {
		t.Watermark = watermark.Value
	}
	r.Unknown = r.Unknown || c.Complete != model.Full || key == nil || watermark != nil && watermark.State == model.Unknown
	return t
}

// Format is how jobs are written out.
type Format struct {
	Known  func(key string) bool // whether a key of the configuration is Flink's
	Hidden map[string]bool       // options whose values are left out
	// Nameless leaves out the names of tables, which a script may change.
	Nameless bool
}

// Describe writes inserts in lines, those into the same table under the same settings in one.
func (f Format) Describe(inserts []Insert) []string {
	sources := make(map[string]map[string]bool)
	for _, i := range inserts {
		config := make(map[string]string)
		for key, value := range i.Config {
			if value != "" && f.Known(key) {
				config[key] = value
			}
		}
		sink := f.table(i.Sink)
		line := "under " + pairs(config, nil) + " into " + sink + " from "
		if sources[line] == nil {
			sources[line] = make(map[string]bool)
		}
		for _, t := range i.Sources {
			if from := f.table(t); from != sink {
				sources[line][from] = true
			}
		}
	}
	var lines []string
	for line, from := range sources {
		lines = append(lines, line+strings.Join(slices.Sorted(maps.Keys(from)), " and "))
	}
	slices.Sort(lines)
	return lines
}

func (f Format) table(t Table) string {
	text := pairs(t.Options, f.Hidden)
	if !f.Nameless && len(t.Path) > 0 {
		text = t.Path[len(t.Path)-1] + text
	}
	if t.Key {
		text += " key"
	}
	if t.Watermark != "" {
		text += " watermark " + t.Watermark
	}
	return text
}

func pairs(of map[string]string, hidden map[string]bool) string {
	var texts []string
	for key, value := range of {
		if hidden[key] {
			value = "****"
		}
		texts = append(texts, key+"="+value)
	}
	slices.Sort(texts)
	return "{" + strings.Join(texts, "; ") + "}"
}

// Renames reports whether a script renames tables.
func Renames(script string) bool { return strings.Contains(strings.ToUpper(script), " RENAME TO ") }

// Case is a script and the jobs that Flink makes of it.
type Case struct {
	Name   string   `json:"name"`
	From   string   `json:"from,omitempty"` // the first release of which this is known
	Script string   `json:"script"`
	Jobs   []string `json:"jobs"` // as Describe writes them
}
