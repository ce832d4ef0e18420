package parse

import (
	"slices"
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// sqlFlow is what a query reads and what it makes of it, views included.
type sqlFlow struct {
	uses   []int // of tables, by their numbers
	probes []int // of uses: temporal and lookup joins
	shape  sqlShape
	keyed  bool // the planner may find a key in what it makes of tables without one
	open   bool // not all that it reads is in view

	interval model.Span // the first join by an interval
	proctime bool       // it makes a time attribute itself, or asks for the time
}

// sqlShape is what a query makes of its rows. What needs more of its sink is larger.
type sqlShape int

const (
	plainShape     sqlShape = iota // each row is written once
	windowShape                    // a window's result is written once it is complete
	joinShape                      // a regular join: rows may be taken back
	aggregateShape                 // groups that are updated with each row
)

func (s sqlShape) String() string { return [...]string{"plain", "window", "join", "aggregate"}[s] }

func shapeOf(q *syntax.Query) sqlShape {
	switch {
	case !q.GroupBy.IsZero() || !q.Distinct.IsZero():
		return aggregateShape
	case !q.Join.IsZero():
		return joinShape
	case len(q.Windows) > 0:
		return windowShape
	}
	return plainShape
}

// mayHaveKey reports whether the rows of a query may have a key that comes from the query:
// its groups have one, and so do group windows, the ranks of ROW_NUMBER and set operations.
// Windowing table-valued functions give none (FlinkRelMdUpsertKeys).
func mayHaveKey(q *syntax.Query) bool {
	return shapeOf(q) == aggregateShape || q.Opaque ||
		slices.ContainsFunc(q.Windows, func(w syntax.Window) bool { return !w.TVF }) ||
		slices.ContainsFunc(q.Drops, func(d syntax.Drop) bool { return d.By == "row-number" || d.By == "set-operation" })
}

// number returns a number for a use of a table.
func (s *sqlScript) number() int {
	s.uses++
	return s.uses
}

// sinkFacts tells what is written into the table.
func sinkFacts(c *model.Component, uses []sqlUse) {
	var most *sqlUse
	for i := range uses {
		if u := &uses[i]; u.sink && (most == nil || u.from.shape > most.from.shape) {
			most = u
		}
	}
	if most != nil {
		putFact(c, "@sql.insert", most.from.shape.String(), most.span)
	}
}

// linkFlows notes in each table that is written which ones its records come from, and what
// these tell of the rows.
func (s *sqlScript) linkFlows() {
	for _, c := range s.emitted {
		for _, u := range c.uses {
			if u.sink {
				s.conflictFacts(c.component, u)
				s.timeFact(c.component, u)
				s.intervalFact(c.component, u)
			}
			for _, n := range u.from.uses {
				if source := s.byUse[n]; source != nil && source != c.component && !slices.Contains(c.component.Links.From, source.ID) && s.copied(1) {
					c.component.Links.From = append(c.component.Links.From, source.ID)
				}
			}
		}
	}
}

// conflictFacts tells what an INSERT says of rows with the same key, or that its rows have
// no key where the sink has one. The first INSERT of a kind counts.
func (s *sqlScript) conflictFacts(c *model.Component, u sqlUse) {
	tell := func(name, value string, span model.Span) {
		if c.Get(name) == nil {
			putFact(c, name, value, span)
		}
	}
	conflict := u.conflict
	if conflict.Text == "" {
		if key, _ := c.Value("@sql.primary-key"); key == "true" && s.isKeyless(u.from) {
			tell("@sql.keyless", "true", u.span)
		}
		return
	}
	tell("@sql.on-conflict", conflict.Text, conflict.Span)
	switch conflict.Text {
	case "deduplicate":
		return
	case "nothing":
		tell("@sql.on-conflict.nothing", "true", conflict.Span)
	}
	for _, n := range u.from.uses {
		if t := s.byUse[n]; t != nil && hasNoWatermark(t) {
			tell("@sql.on-conflict.unwatermarked", t.Name, conflict.Span)
		}
	}
}

// isKeyless reports whether all that is read is in view and none of it has a primary key,
// but for tables that are only asked for rows.
func (s *sqlScript) isKeyless(f sqlFlow) bool {
	return !f.keyed && s.every(f, func(source *model.Component) bool {
		key, _ := source.Value("@sql.primary-key")
		return key == "false"
	})
}

// every reports whether all that is read is in view and holds for it, but for tables that
// are only asked for rows.
func (s *sqlScript) every(f sqlFlow, holds func(source *model.Component) bool) bool {
	if f.open || len(f.uses) == len(f.probes) {
		return false
	}
	for _, n := range f.uses {
		if source := s.byUse[n]; source == nil || !slices.Contains(f.probes, n) && !holds(source) {
			return false
		}
	}
	return true
}

// hasNoWatermark reports whether a table whose definition is in view has no watermark.
func hasNoWatermark(c *model.Component) bool {
	return c.Get("@sql.primary-key") != nil && c.Get("@sql.watermark") == nil
}

// timeFact tells that no watermark comes with what is written into a table.
func (s *sqlScript) timeFact(c *model.Component, u sqlUse) {
	if c.Get("@sql.unwatermarked") == nil && s.every(u.from, hasNoWatermark) {
		putFact(c, "@sql.unwatermarked", "true", u.span)
	}
}

// sinksFact tells the connectors of the tables that the job writes, whether one of them
// commits with its checkpoints, and a column of theirs whose texts are bounded.
func (s *sqlScript) sinksFact(j *sqlJob) {
	if j.component == nil || len(j.writes) == 0 {
		return
	}
	var connectors []string
	var exactlyOnce, bounded *model.Setting
	for _, n := range j.writes {
		connector := "unknown"
		if sink := s.byUse[n]; sink != nil {
			if name, ok := sink.Value("connector"); ok {
				connector = name
			}
			if t := sink.Get("@transactional"); t != nil && exactlyOnce == nil {
				exactlyOnce = t
			}
			if b := sink.Get("@sql.columns.bounded"); b != nil && bounded == nil {
				bounded = b
			}
		}
		connectors = append(connectors, connector)
	}
	slices.Sort(connectors)
	connectors = slices.Compact(connectors)
	putFact(j.component, "@sql.sinks", strings.Join(connectors, " "), j.component.Span)
	if exactlyOnce != nil {
		putFact(j.component, "@sql.exactly-once", "true", exactlyOnce.ValueSpan)
	}
	if bounded != nil {
		putFact(j.component, "@sql.sinks.bounded", bounded.Value, bounded.ValueSpan)
	}
}

// dropFacts lists where the job leaves rows out.
func (s *sqlScript) dropFacts(c *model.Component, j *sqlJob) {
	for _, q := range j.queries {
		if !s.copied(len(q.Drops)) {
			return
		}
		for _, d := range q.Drops {
			at := d.Span.Start
			putFact(c, "@sql.drops."+strconv.Itoa(at.Line)+"."+strconv.Itoa(at.Column), d.By, d.Span)
		}
	}
}
