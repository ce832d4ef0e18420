package syntax

import "strings"

// maxLook bounds how many tokens are looked at around an OVER.
const maxLook = 200

// overFunctions are the aggregations that Flink computes over the rows before each one. Ranks
// are left out: with a condition on the rank they are a query for the first rows.
var overFunctions = map[string]bool{
	"COUNT": true, "SUM": true, "AVG": true, "MIN": true, "MAX": true, "FIRST_VALUE": true, "LAST_VALUE": true, "LAG": true,
	"STDDEV_POP": true, "STDDEV_SAMP": true, "VAR_POP": true, "VAR_SAMP": true, "STDDEV": true, "VARIANCE": true,
}

// over notes an aggregation behind whose arguments the word OVER stands, and that the query
// asks for the time. It takes no token.
func (r *queryReader) over(s *sqlScope) {
	r.q.Proctime = r.q.Proctime || r.isNow()
	if !r.is(0, "OVER") || !s.selects || !r.sign(r.ahead(1), '(') || !overFunctions[r.calledBefore()] {
		return
	}
	var o Over
	depth := 0
	for n := 1; n < maxLook; n++ {
		t := r.ahead(n)
		switch {
		case t.kind == sqlEnd:
			return
		case r.sign(t, '('):
			depth++
		case r.sign(t, ')'):
			depth--
		case t.is("ORDER") && r.ahead(n+1).is("BY") && o.Time.Text == "":
			col := n + 2
			for r.sign(r.ahead(col+1), '.') && col < maxLook { // the table's name stands before it
				col += 2
			}
			if !r.ahead(col).isName() || r.sign(r.ahead(col+1), '(') {
				return
			}
			o.Time = r.word(r.ahead(col))
		case r.is(n, "ROWS"):
			o.Rows = true
		case r.is(n, "PRECEDING"):
			o.Bounded = !r.is(n-1, "UNBOUNDED")
		}
		if depth == 0 {
			break
		}
	}
	if depth == 0 && o.Time.Text != "" {
		r.q.Overs = append(r.q.Overs, o)
		s.overs = append(s.overs, len(r.q.Overs)-1)
	}
}

// isNow reports whether the token at hand is the time at which the query runs: a join with it
// is by no interval between its tables.
func (r *queryReader) isNow() bool {
	for _, word := range []string{"PROCTIME", "CURRENT_TIMESTAMP", "LOCALTIMESTAMP", "NOW", "CURRENT_ROW_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME"} {
		if r.is(0, word) {
			return true
		}
	}
	return false
}

// calledBefore returns the name of the function whose arguments end before this token, in
// capitals.
func (r *queryReader) calledBefore() string {
	depth := 0
	for i := r.i - 1; i >= max(1, r.i-maxLook); i-- {
		switch t := &r.tokens[i]; {
		case r.sign(t, ')'):
			depth++
		case r.sign(t, '('):
			depth--
		}
		if depth == 0 {
			name := &r.tokens[i-1]
			return strings.ToUpper(r.text[name.start:name.end])
		}
	}
	return ""
}

// endOvers tells the table of the aggregations of a SELECT that reads but one.
func (r *queryReader) endOvers(s *sqlScope) {
	for _, o := range s.overs {
		if s.inputs == 1 && s.table > 0 {
			r.q.Overs[o].Table = r.q.Tables[s.table-1].Name
		}
	}
}

// asOf reads the column behind FOR SYSTEM_TIME AS OF, if it is one of the only table before.
func (r *queryReader) asOf(s *sqlScope) {
	if s.inputs != 2 || s.first == 0 || s.first == s.table || !r.ahead(2).is("AS") || !r.is(3, "OF") {
		return
	}
	col := 4
	if r.sign(r.ahead(col+1), '.') {
		col += 2
	}
	if t := r.ahead(col); t.isName() && !r.sign(r.ahead(col+1), '(') && !r.sign(r.ahead(col+1), '.') {
		ref := &r.q.Tables[s.table-1]
		ref.AsOf, ref.Of = r.word(t), r.q.Tables[s.first-1].Name
	}
}
