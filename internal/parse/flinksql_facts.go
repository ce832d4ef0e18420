package parse

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// facts puts into a table what the script tells of it besides its options.
func (t *sqlTable) facts(c *model.Component, uses []sqlUse) {
	source, sink := roles(uses)
	role, span := "unknown", c.Span
	switch {
	case source && sink:
		role = "both"
	case source:
		role = "source"
	case sink:
		role = "sink"
	}
	if len(uses) > 0 {
		span = uses[0].span
	}
	putFact(c, "@sql.role", role, span)
	if probed := func(u sqlUse) bool { return u.temporal || u.sink }; source && !slices.ContainsFunc(uses, func(u sqlUse) bool { return !probed(u) }) {
		putFact(c, "@sql.probed", "true", span)
	}
	t.keyFact(c)
	t.columnFacts(c)
	t.watermarkFacts(c)
	windowFacts(c, uses)
	t.proctimeFact(c)
	t.orderFacts(c, uses)
	sinkFacts(c, uses)
}

func roles(uses []sqlUse) (source, sink bool) {
	for _, u := range uses {
		source, sink = source || !u.sink, sink || u.sink
	}
	return source, sink
}

// definitions goes from the table over the ones that it is LIKE, as far as they are in
// view and inherits says that what is asked for is taken over.
func (t *sqlTable) definitions(inherits func(l *syntax.Like) bool) iter.Seq[*syntax.Statement] {
	return func(yield func(*syntax.Statement) bool) {
		for depth := 0; t != nil && t.def != nil && depth < maxNamesakes; t, depth = t.base, depth+1 {
			if !yield(t.def) || t.def.Like == nil || !inherits(t.def.Like) {
				return
			}
		}
	}
}

// keyFact tells whether the table has a primary key, if all of it is in view.
func (t *sqlTable) keyFact(c *model.Component) {
	for def := range t.definitions(func(l *syntax.Like) bool { return !l.ExcludingConstraints }) {
		if k := def.PrimaryKey; k != nil {
			putFact(c, "@sql.primary-key", "true", k.Span)
			return
		}
		if l := def.Like; l == nil || l.ExcludingConstraints {
			putFact(c, "@sql.primary-key", "false", c.Span)
		}
	}
}

// watermarkFacts tells the column of the watermark and how far, in milliseconds, it stays behind.
func (t *sqlTable) watermarkFacts(c *model.Component) {
	for def := range t.definitions(func(l *syntax.Like) bool { return !l.ExcludingWatermarks }) {
		if w := def.Watermark; w != nil {
			putFact(c, "@sql.watermark", w.Column.Text, w.Column.Span)
			t.timeFacts(c, w.Column.Text)
			delay := model.Setting{Key: "@sql.watermark-delay", Written: "@sql.watermark-delay", KeySpan: w.Expr.Span, ValueSpan: w.Expr.Span}
			if delay.State = model.Unknown; w.Known {
				delay.State, delay.Value = model.Explicit, strconv.FormatInt(w.Delay, 10)
			}
			c.Add(delay)
			return
		}
	}
	if t.altered {
		c.Add(model.Setting{Key: "@sql.watermark", Written: "@sql.watermark", KeySpan: c.Span, ValueSpan: c.Span, State: model.Unknown})
	}
}

// columnFacts tells of columns that a format or a sink may change: one with a bounded
// text, and one with a map.
func (t *sqlTable) columnFacts(c *model.Component) {
	var bounded, maps bool
	for column := range t.columns() {
		kind := strings.ToUpper(column.Type)
		if !bounded && (strings.HasPrefix(kind, "CHAR") || strings.HasPrefix(kind, "VARCHAR(")) {
			bounded = true
			putFact(c, "@sql.columns.bounded", column.Name.Text, column.Name.Span)
		}
		if !maps && strings.Contains(kind, "MAP<") {
			maps = true
			putFact(c, "@sql.columns.map", column.Name.Text, column.Name.Span)
		}
	}
}

// timeFacts tells where the times of the watermark come from.
func (t *sqlTable) timeFacts(c *model.Component, name string) {
	column := t.column(name)
	if column == nil {
		return
	}
	switch text := strings.ToUpper(column.Type + column.Expr); {
	case strings.Contains(text, "TIMESTAMP_LTZ") || strings.Contains(text, "LOCAL TIME ZONE"):
		putFact(c, "@sql.watermark.type", "TIMESTAMP_LTZ", column.Name.Span)
	case strings.Contains(text, "TIMESTAMP"):
		putFact(c, "@sql.watermark.type", "TIMESTAMP", column.Name.Span)
	}
	switch {
	case column.Metadata:
		putFact(c, "@sql.watermark.metadata", "true", column.Name.Span)
	case column.Expr == "":
		putFact(c, "@sql.watermark.physical", "true", column.Name.Span)
	}
	e := column.Epoch
	if e == nil {
		return
	}
	putFact(c, "@sql.watermark.epoch", e.Column.Text, e.Span)
	putFact(c, "@sql.watermark.epoch-precision", strconv.Itoa(e.Precision), e.Span)
	if of := t.column(e.Column.Text); of != nil && of.Type != "" {
		putFact(c, "@sql.watermark.epoch-type", strings.ToUpper(of.Type), e.Span)
	}
}

// columns goes over the columns of the table and those that LIKE takes over, which are
// always those of the records.
func (t *sqlTable) columns() iter.Seq[*syntax.Column] {
	return func(yield func(*syntax.Column) bool) {
		var computed, metadata bool // are left out
		for def := range t.definitions(func(*syntax.Like) bool { return true }) {
			for i := range def.Columns {
				c := &def.Columns[i]
				if computed && c.Expr != "" || metadata && c.Metadata {
					continue
				}
				if !yield(c) {
					return
				}
			}
			if l := def.Like; l != nil {
				computed, metadata = computed || l.ExcludingGenerated, metadata || l.ExcludingMetadata
			}
		}
	}
}

// column returns the column of that name, or nil.
func (t *sqlTable) column(name string) *syntax.Column {
	for c := range t.columns() {
		if c.Name.Text == name {
			return c
		}
	}
	return nil
}

// windowFacts tells whether a query lays a window over the table, and over what time:
// event time if any window does.
func windowFacts(c *model.Component, uses []sqlUse) {
	var found *sqlUse
	for i := range uses {
		u := &uses[i]
		if u.window != nil && (found == nil || u.windowTime == "event" && found.windowTime != "event") {
			found = u
		}
	}
	if found == nil {
		putFact(c, "@sql.window", "false", c.Span)
		return
	}
	putFact(c, "@sql.window", "true", found.window.Function.Span)
	w := found.window
	putFact(c, "@sql.window.time", found.windowTime, w.Function.Span)
	putFact(c, "@sql.window.function", strings.ToLower(w.Function.Text), w.Function.Span)
	putFact(c, "@sql.window.tvf", strconv.FormatBool(w.TVF), w.Function.Span)
	if size, ok := w.Size(); ok {
		putFact(c, "@sql.window.size", strconv.FormatInt(size, 10), w.Function.Span)
	}
}
