package parse

import (
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// timeOrder is a column of a table by whose time a query orders rows: an aggregation over the
// rows before, or a temporal join.
type timeOrder struct {
	fact, value string
	column      syntax.Word
}

// timeOrders returns those of a query, by the names of the tables.
func timeOrders(q *syntax.Query) map[string][]timeOrder {
	orders := make(map[string][]timeOrder)
	for _, o := range q.Overs {
		frame := "range"
		switch {
		case o.Bounded:
			frame = "bounded"
		case o.Rows:
			frame = "rows"
		}
		if len(o.Table) > 0 {
			orders[o.Table.String()] = append(orders[o.Table.String()], timeOrder{"@sql.over." + frame, o.Time.Text, o.Time})
		}
	}
	for _, ref := range q.Tables {
		if ref.AsOf.Text != "" {
			orders[ref.Of.String()] = append(orders[ref.Of.String()], timeOrder{"@sql.as-of", ref.AsOf.Text, ref.AsOf})
		}
	}
	return orders
}

// orderFacts tells by which plain columns of the table rows are ordered.
func (t *sqlTable) orderFacts(c *model.Component, uses []sqlUse) {
	for _, u := range uses {
		for _, o := range u.orders {
			if c.Get(o.fact) == nil && t.timeOf(o.column.Text) == "event" {
				putFact(c, o.fact, o.value, o.column.Span)
			}
		}
	}
}

// proctimeFact tells the column that is processing time.
func (t *sqlTable) proctimeFact(c *model.Component) {
	for column := range t.columns() {
		if strings.Contains(strings.ToUpper(column.Expr), "PROCTIME") {
			putFact(c, "@sql.proctime", column.Name.Text, column.Name.Span)
			return
		}
	}
}

// hasNoTime reports whether a table whose definition is in view has no time attribute.
func hasNoTime(c *model.Component) bool { return hasNoWatermark(c) && c.Get("@sql.proctime") == nil }

// intervalFact tells of a join by an interval of tables that have no time attribute.
func (s *sqlScript) intervalFact(c *model.Component, u sqlUse) {
	if at := u.from.interval; !at.IsZero() && !u.from.proctime && c.Get("@sql.interval-join") == nil && s.every(u.from, hasNoTime) {
		putFact(c, "@sql.interval-join", "true", at)
	}
}

// times adds what a query tells of times.
func (f *sqlFlow) times(q *syntax.Query) {
	f.proctime = f.proctime || q.Proctime
	if f.interval.IsZero() {
		f.interval = q.IntervalJoin
	}
}
