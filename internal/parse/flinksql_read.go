package parse

import (
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// sqlView is a view of the script. What it reads is found out anew by each statement that
// reads it: Flink keeps its text, with the names completed as they were in its scope.
type sqlView struct {
	query *syntax.Query
	scope sqlScope
	uses  []sqlTableUse // if nothing reads it
	read  bool
}

// sqlTableUse is a use of a table that is not yet noted there.
type sqlTableUse struct {
	table *sqlTable
	use   sqlUse
}

// view notes a view, unless one is there that it is not to replace.
func (s *sqlScript) view(st *syntax.Statement) {
	if st.Query == nil || len(st.Name) == 0 || st.IfNotExists && s.names.exists(st) {
		return
	}
	s.names.add(&sqlObject{sqlKey: sqlKey{s.names.scope.path(st.Name), st.Temporary}, name: st.Name, view: s.newView(st.Query)})
}

func (s *sqlScript) newView(q *syntax.Query) *sqlView {
	v := &sqlView{query: q, scope: s.names.scope}
	r := sqlReading{script: s, flow: &sqlFlow{}, direct: true}
	r.query(q, v.scope, nil)
	v.uses = r.uses
	s.views = append(s.views, v)
	return v
}

// alterView carries out ALTER VIEW.
func (s *sqlScript) alterView(st *syntax.Statement) {
	if st.Object != "VIEW" {
		return
	}
	if len(st.NewName) > 0 {
		s.names.rename(st)
		return
	}
	if o := s.names.find(st.Name, s.names.scope); o != nil && o.view != nil && st.Query != nil {
		o.view = s.newView(st.Query)
	}
}

// unreadViews notes the uses of tables in views that no statement reads.
func (s *sqlScript) unreadViews() {
	for _, v := range s.views {
		if v.read {
			continue
		}
		for _, u := range v.uses {
			u.table.uses = append(u.table.uses, u.use)
		}
	}
}

// reads notes what the query of a job reads, and reports whether any of it goes on for
// ever, as far as is known.
func (s *sqlScript) reads(q *syntax.Query, j *sqlJob, flow *sqlFlow) (unbounded bool) {
	r := sqlReading{script: s, job: j, flow: flow, views: make(map[*sqlView]bool)}
	unbounded = r.query(q, s.names.scope, nil)
	for _, u := range r.uses {
		u.table.uses = append(u.table.uses, u.use)
	}
	return unbounded
}

// maxViews bounds how deeply views may lie within each other.
const maxViews = 500

// sqlReading is a statement while it is found out what it reads.
type sqlReading struct {
	script *sqlScript
	job    *sqlJob // nil for a view
	flow   *sqlFlow
	uses   []sqlTableUse
	views  map[*sqlView]bool // those that were met, and whether they go on for ever
	within *sqlView          // whose query it is
	depth  int
	direct bool // what views read is left out
}

// query reads a query whose names belong to a scope. A window may lie over all of it.
func (r *sqlReading) query(q *syntax.Query, scope sqlScope, over *syntax.Window) (unbounded bool) {
	r.flow.shape = max(r.flow.shape, shapeOf(q))
	r.flow.keyed = r.flow.keyed || mayHaveKey(q)
	r.flow.times(q)
	orders := timeOrders(q)
	windows := make(map[string]*syntax.Window)
	for i := range q.Windows {
		windows[q.Windows[i].Table.String()] = &q.Windows[i]
	}
	if len(q.Tables) > 1 {
		over = nil
	}
	for i := range q.Tables {
		ref := &q.Tables[i]
		use := sqlUse{span: ref.Name.Span(), job: r.job, hints: ref.Hints, window: windows[ref.Name.String()], temporal: ref.Temporal}
		if !ref.Temporal {
			use.orders = orders[ref.Name.String()]
		}
		goesOn := true
		o := r.script.names.find(ref.Name, scope)
		if o != nil && o.view != nil && o.view == r.within {
			o = r.script.names.hidden(o)
		}
		if o != nil && o.view != nil {
			if use.window == nil {
				use.window = over
			}
			goesOn = r.view(o.view, use.window)
		} else if t := r.script.tableOf(o, ref.Name, scope, ref.Hints); t != nil {
			goesOn = r.table(t, use, over, unbounded)
		} else {
			r.flow.open = r.flow.open || !ref.Temporal
		}
		unbounded = unbounded || goesOn && !ref.Temporal
	}
	return unbounded
}

// table notes a use of a table, and reports whether it goes on for ever. That is of no
// interest where something else does.
func (r *sqlReading) table(t *sqlTable, use sqlUse, over *syntax.Window, unbounded bool) bool {
	if !unbounded && !use.temporal {
		unbounded = len(use.hints) > 0 && !r.script.copied(len(t.options)+len(t.inherited)) || !t.bounded(use.hints)
	}
	use.number = r.script.number()
	switch {
	case use.window != nil:
		use.windowTime = t.timeOf(use.window.Time.Text)
	case over != nil:
		use.window, use.windowTime = over, "unknown"
	}
	r.uses = append(r.uses, sqlTableUse{t, use})
	r.flow.uses = append(r.flow.uses, use.number)
	if use.temporal {
		r.flow.probes = append(r.flow.probes, use.number)
	}
	return unbounded
}

// view reads a view, of which a statement's further uses add nothing.
func (r *sqlReading) view(v *sqlView, over *syntax.Window) (unbounded bool) {
	if r.direct {
		return true
	}
	if unbounded, ok := r.views[v]; ok {
		return unbounded
	}
	if r.depth == maxViews || !r.script.copied(1+len(v.query.Tables)) {
		r.flow.open = true
		return true
	}
	v.read, r.views[v] = true, false
	if j := r.job; j != nil && !j.seen[v] {
		j.seen[v] = true
		j.queries = append(j.queries, v.query)
	}
	outer := r.within
	r.depth, r.within = r.depth+1, v
	r.views[v] = r.query(v.query, v.scope, over)
	r.depth, r.within = r.depth-1, outer
	return r.views[v]
}
