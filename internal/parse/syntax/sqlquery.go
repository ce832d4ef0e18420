package syntax

import (
	"fmt"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
)

// sqlClause is the part of a SELECT in which a token stands.
type sqlClause uint8

const (
	otherClause sqlClause = iota
	fromClause
	onClause
	whereClause
	groupClause
)

// sqlScope is a parenthesis of a query, or the query itself. A SELECT in it is a block.
type sqlScope struct {
	cte         string // the common table expression whose body it is
	ctes        bool   // after WITH: names of common table expressions follow
	selects     bool   // a SELECT was read
	expectTable bool   // after FROM, JOIN or a comma in FROM
	function    bool   // arguments of a table function
	window      int    // index of the window whose arguments these are, from 1
	clause      sqlClause

	// of the block at hand
	group    model.Span
	windowed bool // groups by a window
	groups   []int
	joins    []sqlJoin
	where    bool // WHERE tells an interval or a window join
	inputs   int  // tables, subqueries and functions in FROM
	table    int  // index of the last table read in FROM, from 1
	first    int  // likewise of the first input, if that is a table
	overs    []int
	interval bool // WHERE tells an interval join

	// of a parenthesis that is no block: what it holds
	intervals bool
	bounds    bool // window_start or window_end
}

// sqlJoin is a join whose kind is not yet known.
type sqlJoin struct {
	span      model.Span
	otherKind bool // temporal, lookup, lateral, interval or window join
	interval  bool
}

// queryReader finds out what a query reads. It keeps its own stack: a query may nest as
// deeply as it likes.
type queryReader struct {
	*sqlParser
	q      *Query
	scopes []sqlScope
	ctes   map[string]bool
}

// query reads the rest of a statement as a query.
func (p *sqlParser) query() *Query {
	r := &queryReader{sqlParser: p, q: &Query{}, ctes: make(map[string]bool), scopes: make([]sqlScope, 1, 8)}
	for p.peek().kind != sqlEnd && !p.startsStatement(0) {
		if t := p.peek(); len(r.scopes) > maxScopes {
			p.fail(t.start, t.end, fmt.Sprintf("more than %d parentheses within each other: the rest of the statement is not read", maxScopes))
			p.i = len(p.tokens) - 1
			break
		}
		r.token()
	}
	for len(r.scopes) > 0 {
		r.pop()
	}
	if len(r.q.Windows) > 0 {
		r.q.GroupBy = model.Span{}
	}
	return r.q
}

func (r *queryReader) top() *sqlScope { return &r.scopes[len(r.scopes)-1] }

// token reads the next token, or several that belong together.
func (r *queryReader) token() {
	s, t := r.top(), r.peek()
	switch {
	case r.sign(t, '('):
		r.push(sqlScope{expectTable: s.expectTable})
		r.i++
		return
	case r.sign(t, ')'):
		r.i++
		if len(r.scopes) > 1 {
			r.pop()
		}
		return
	case r.sign(t, ','):
		r.comma(s)
	case t.kind == sqlHintStart:
		r.hints(s)
		return
	case s.ctes && t.isName() && !t.is("SELECT") && !t.is("VALUES"):
		r.commonTable(s)
		return
	case t.keyword != "" && r.keyword(s, t):
		return
	case t.isName():
		r.nameUse(s)
		return
	}
	r.i++
}

func (r *queryReader) push(s sqlScope) {
	if t := r.top(); s.expectTable {
		t.expectTable = false
		t.inputs++
	}
	r.scopes = append(r.scopes, s)
}

// pop ends a parenthesis. What stands in one that is no query counts for the condition
// around it.
func (r *queryReader) pop() {
	s := *r.top()
	r.endBlock(r.top())
	if s.cte != "" {
		r.ctes[s.cte] = true
	}
	r.scopes = r.scopes[:len(r.scopes)-1]
	if len(r.scopes) > 0 && !s.selects {
		r.condition(r.top(), s.intervals, s.bounds)
	}
}

// condition notes that an interval or the bounds of a window were met.
func (r *queryReader) condition(s *sqlScope, intervals, bounds bool) {
	s.intervals, s.bounds = s.intervals || intervals, s.bounds || bounds
	switch n := len(s.joins); {
	case s.clause == groupClause:
		s.windowed = s.windowed || bounds
	case !intervals && !bounds:
	case s.clause == whereClause:
		s.where, s.interval = true, s.interval || intervals && !bounds
	case s.clause == onClause && n > 0:
		s.joins[n-1].otherKind, s.joins[n-1].interval = true, intervals && !bounds
	}
}

// endBlock ends a SELECT: now it is known which of its joins are regular ones.
func (r *queryReader) endBlock(s *sqlScope) {
	for _, j := range s.joins {
		if !j.otherKind && !s.where && r.q.Join.IsZero() {
			r.q.Join = j.span
		}
		if (j.interval || s.interval) && r.q.IntervalJoin.IsZero() {
			r.q.IntervalJoin = j.span
		}
	}
	if !s.group.IsZero() && !s.windowed && r.q.GroupBy.IsZero() {
		r.q.GroupBy = s.group
	}
	for _, w := range s.groups {
		if s.inputs == 1 && s.table > 0 {
			r.q.Windows[w].Table = r.q.Tables[s.table-1].Name
		}
	}
	r.endOvers(s)
	*s = sqlScope{cte: s.cte, selects: s.selects, function: s.function, window: s.window}
}

// comma separates tables in FROM, which is a join.
func (r *queryReader) comma(s *sqlScope) {
	if s.selects && (s.clause == fromClause || s.clause == onClause) {
		s.expectTable, s.clause = true, fromClause
		s.joins = append(s.joins, sqlJoin{span: r.span(r.i, r.i+1)})
	}
}

// commonTable reads name [(columns)] AS ( of a WITH clause.
func (r *queryReader) commonTable(s *sqlScope) {
	name := r.decode(r.peek())
	r.i++
	if r.sign(r.peek(), '(') {
		r.skipParens()
	}
	if !r.accept("AS") || !r.sign(r.peek(), '(') {
		s.ctes = false
		return
	}
	r.i++
	r.push(sqlScope{cte: name})
}

// keyword acts on a keyword. It is false for those that are names here.
func (r *queryReader) keyword(s *sqlScope, t *sqlToken) bool {
	start := r.i
	r.drop(s, t)
	switch t.keyword {
	case "WITH":
		if !s.selects && s.clause == otherClause && !s.function {
			s.ctes, s.expectTable = true, false
		}
	case "SELECT":
		r.endBlock(s)
		s.selects = true
		if r.ahead(1).is("DISTINCT") && r.q.Distinct.IsZero() {
			r.q.Distinct = r.span(start, start+2)
		}
	case "VALUES":
		r.q.Values = true
		s.expectTable = false
	case "FROM":
		isDistinct := start > 1 && r.tokens[start-1].is("DISTINCT") && (r.tokens[start-2].is("IS") || r.tokens[start-2].is("NOT"))
		if s.selects && !isDistinct {
			s.expectTable, s.clause = true, fromClause
		}
	case "JOIN":
		s.expectTable, s.clause = true, fromClause
		s.joins = append(s.joins, sqlJoin{span: r.span(start, start+1)})
	case "LATERAL", "UNNEST":
		if n := len(s.joins); n > 0 {
			s.joins[n-1].otherKind = true
		}
		if t.is("UNNEST") {
			s.expectTable = false
			s.inputs++
		}
	case "ON", "USING":
		if r.onConflict() {
			return true
		}
		if len(s.joins) > 0 {
			s.clause = onClause
		}
	case "WHERE":
		s.clause = whereClause
	case "GROUP":
		if r.ahead(1).is("BY") {
			s.clause = groupClause
			s.group = r.span(start, start+2)
		}
	case "LIMIT", "FETCH":
		if r.q.Limit.IsZero() && s.selects {
			r.q.Limit = r.span(start, start+1)
		}
		s.clause, s.expectTable = otherClause, false
	case "UNION":
		if r.q.Distinct.IsZero() && !r.is(1, "ALL") {
			r.q.Distinct = r.span(start, start+1)
		}
		s.clause, s.expectTable = otherClause, false
	case "HAVING", "WINDOW", "QUALIFY", "ORDER", "INTERSECT", "EXCEPT", "OFFSET":
		s.clause, s.expectTable = otherClause, false
	case "INTERVAL":
		r.condition(s, true, false)
		if s.window > 0 {
			w := &r.q.Windows[s.window-1]
			w.Intervals = append(w.Intervals, r.interval())
		}
	case "WINDOW_START", "WINDOW_END":
		r.condition(s, false, true)
	case "FOR":
		if r.ahead(1).is("SYSTEM_TIME") {
			r.temporal(s)
		}
	case "TABLE":
		return r.tableWord(s)
	case "TUMBLE", "HOP", "CUMULATE", "SESSION":
		if r.sign(r.ahead(1), '(') {
			return r.windowFunction(s)
		}
		return false
	case "DESCRIPTOR":
		if col := r.ahead(2); s.window > 0 && r.sign(r.ahead(1), '(') && col.isName() {
			r.q.Windows[s.window-1].Time = r.word(col)
		}
	case "DATA", "DESC", "KEY", "PLAN", "OPTIONS", "COMMENT", "CATALOG", "DATABASE", "STATEMENT", "SYSTEM", "SQL", "TEMP", "METADATA",
		"WATERMARK", "VIRTUAL", "QUIT", "LOAD", "UNLOAD", "COMPILE", "VIEW", "IF", "MATERIALIZED", "REMOVE", "ROW_NUMBER":
		return false
	}
	r.i++
	return true
}

// onConflict reads ON CONFLICT DO what. It is false where ON begins something else.
func (r *queryReader) onConflict() bool {
	if !r.is(1, "CONFLICT") || !r.is(2, "DO") {
		return false
	}
	if t := r.ahead(3); t.kind == sqlWord {
		r.q.OnConflict = Word{Text: strings.ToLower(r.text[t.start:t.end]), Span: r.span(r.i, r.i+4)}
		r.i++
	}
	r.i += 3
	return true
}

// drop notes a keyword by which rows are left out.
func (r *queryReader) drop(s *sqlScope, t *sqlToken) {
	by := ""
	switch t.keyword {
	case "WHERE", "HAVING", "QUALIFY":
		by = strings.ToLower(t.keyword)
	case "LIMIT", "FETCH":
		by = "limit"
	case "ROW_NUMBER":
		by = "row-number"
	case "INTERSECT", "EXCEPT":
		by = "set-operation"
	case "UNION":
		if !r.is(1, "ALL") {
			by = "union"
		}
	case "SELECT":
		if t = r.ahead(1); t.is("DISTINCT") {
			by = "distinct"
		}
	case "JOIN":
		switch before := &r.tokens[max(r.i-1, 0)]; strings.ToUpper(r.text[before.start:before.end]) {
		case "LEFT", "RIGHT", "FULL", "OUTER", "CROSS":
		default:
			by = "inner-join"
		}
	}
	if by != "" && (s.selects || by == "distinct") {
		r.q.Drops = append(r.q.Drops, Drop{By: by, Span: r.src.Span(t.start, t.end)})
	}
}

// interval returns the milliseconds of the interval at hand: INTERVAL 'n' UNIT. It is -1
// for another form.
func (r *queryReader) interval() int64 {
	number, unit := r.ahead(1), r.ahead(2)
	if number.kind != sqlString || unit.kind != sqlWord || r.ahead(3).is("TO") {
		return -1
	}
	if ms, ok := interval(r.decode(number), r.text[unit.start:unit.end]); ok {
		return ms
	}
	return -1
}

// temporal marks the table before FOR SYSTEM_TIME AS OF.
func (r *queryReader) temporal(s *sqlScope) {
	if s.table > 0 {
		r.q.Tables[s.table-1].Temporal = true
		r.asOf(s)
	}
	if n := len(s.joins); n > 0 {
		s.joins[n-1].otherKind = true
	}
}
