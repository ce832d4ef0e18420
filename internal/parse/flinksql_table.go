package parse

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// sqlTable is a table of the script, or one of which only options are in view.
type sqlTable struct {
	name      syntax.Name
	def       *syntax.Statement // CREATE TABLE; nil if it is not in the script
	base      *sqlTable         // of LIKE; nil if it is not in the script
	options   []syntax.Pair     // of WITH and ALTER TABLE
	inherited []syntax.Pair     // of LIKE
	open      bool              // options may be missing
	altered   bool              // columns, keys or watermark may be others than the definition's
	uses      []sqlUse
	job       *sqlJob // the first that uses it
	ends      *bool   // a scan without hints ends; nil if that is not yet found out
}

// sqlUse is one use of a table.
type sqlUse struct {
	number     int // of the script's uses
	span       model.Span
	sink       bool
	hints      []syntax.Pair
	window     *syntax.Window
	windowTime string      // event, processing or unknown
	temporal   bool        // probed for rows that another table asks for
	from       sqlFlow     // of a sink
	conflict   syntax.Word // likewise: what ON CONFLICT DO says
}

// sqlView is a view of the script.
type sqlView struct {
	sqlFlow
	query     *syntax.Query
	tables    []*sqlTable
	views     []*sqlView
	only      *sqlTable // the one table it reads, if there is no other
	unbounded bool
}

// create notes a table.
func (s *sqlScript) create(st *syntax.Statement) {
	t := &sqlTable{name: st.Name, def: st, options: st.Options, open: st.Templated}
	if l := st.Like; l != nil && !l.ExcludingOptions {
		t.base = s.table(l.Table)
		t.open = t.open || t.base == nil || t.base.open
		if t.base != nil {
			if s.copied(len(t.base.inherited) + len(t.base.options)) {
				t.inherited = slices.Concat(t.base.inherited, t.base.options)
			} else {
				t.open = true
			}
		}
	} else if l != nil {
		t.base = s.table(l.Table)
	}
	s.add(t)
}

func (s *sqlScript) add(t *sqlTable) {
	s.tables = append(s.tables, t)
	key := last(t.name)
	s.byName[key] = append(s.byName[key], t)
}

// maxNamesakes bounds how many tables of the same last name are compared.
const maxNamesakes = 64

// table returns the table of that name that was created last, or nil. A name without its
// database is taken for one with it.
func (s *sqlScript) table(name syntax.Name) *sqlTable {
	same := s.byName[last(name)]
	for i := len(same) - 1; i >= max(0, len(same)-maxNamesakes); i-- {
		if suffixOf(same[i].name, name) {
			return same[i]
		}
	}
	return nil
}

// known returns the table of that name, and makes one if options say something of it.
func (s *sqlScript) known(name syntax.Name, options []syntax.Pair) *sqlTable {
	t := s.table(name)
	if t == nil && len(options) > 0 && len(name) > 0 {
		t = &sqlTable{name: name, open: true}
		s.add(t)
	}
	return t
}

// alter carries out ALTER TABLE ... SET and RESET.
func (s *sqlScript) alter(st *syntax.Statement) {
	t := s.known(st.Name, st.Options)
	if t == nil {
		return
	}
	t.ends, t.open = nil, t.open || st.Templated
	t.altered = t.altered || len(st.Options) == 0 && len(st.Keys) == 0
	if !s.copied(len(t.options) + len(t.inherited)) {
		t.open = true
		return
	}
	if len(st.Keys) > 0 {
		drop := make(map[string]bool, len(st.Keys))
		for _, k := range st.Keys {
			drop[k.Text] = true
		}
		gone := func(p syntax.Pair) bool { return drop[p.Key] }
		t.options = slices.DeleteFunc(slices.Clone(t.options), gone)
		t.inherited = slices.DeleteFunc(slices.Clone(t.inherited), gone)
	}
	t.options = slices.Concat(t.options, st.Options)
}

// view notes a view and what it reads.
func (s *sqlScript) view(st *syntax.Statement) {
	if st.Query == nil || len(st.Name) == 0 {
		return
	}
	v := &sqlView{query: st.Query}
	v.unbounded = s.reads(st.Query, nil, v, &v.sqlFlow)
	if len(st.Query.Tables) == 1 && len(v.tables) == 1 {
		v.only = v.tables[0]
	} else if len(st.Query.Tables) == 1 && len(v.views) == 1 {
		v.only = v.views[0].only
	}
	s.views[last(st.Name)] = v
}

// write notes the table that INSERT or CREATE TABLE AS writes into.
func (s *sqlScript) write(st *syntax.Statement, j *sqlJob, from sqlFlow) {
	t := s.known(st.Name, st.Hints)
	if t == nil {
		j.writes = append(j.writes, 0)
		return
	}
	use := sqlUse{number: s.number(), span: st.Name.Span(), sink: true, hints: st.Hints, from: from}
	if st.Query != nil {
		use.conflict = st.Query.OnConflict
	}
	j.writes = append(j.writes, use.number)
	t.use(use, j)
}

// reads notes what a query of a job or of a view reads, and reports whether any of it
// goes on for ever, as far as is known.
func (s *sqlScript) reads(q *syntax.Query, j *sqlJob, within *sqlView, flow *sqlFlow) (unbounded bool) {
	flow.shape = max(flow.shape, shapeOf(q))
	flow.keyed = flow.keyed || mayHaveKey(q)
	windows := make(map[string]*syntax.Window)
	for i := range q.Windows {
		windows[q.Windows[i].Table.String()] = &q.Windows[i]
	}
	for i := range q.Tables {
		ref := &q.Tables[i]
		use := sqlUse{number: s.number(), span: ref.Name.Span(), hints: ref.Hints, window: windows[ref.Name.String()], temporal: ref.Temporal}
		t := s.table(ref.Name)
		if v := s.views[last(ref.Name)]; t == nil && v != nil {
			s.readsView(v, j, within, use)
			flow.join(s, &v.sqlFlow)
			unbounded = unbounded || v.unbounded && !ref.Temporal
			continue
		}
		if t == nil {
			t = s.known(ref.Name, ref.Hints)
		}
		if t == nil {
			unbounded = unbounded || !ref.Temporal
			flow.open = flow.open || !ref.Temporal
			continue
		}
		if !unbounded && !ref.Temporal {
			unbounded = len(ref.Hints) > 0 && !s.copied(len(t.options)+len(t.inherited)) || !t.bounded(ref.Hints)
		}
		if use.window != nil {
			use.windowTime = t.timeOf(use.window.Time.Text)
		}
		t.use(use, j)
		flow.uses = append(flow.uses, use.number)
		if ref.Temporal {
			flow.probes = append(flow.probes, use.number)
		}
		if within != nil {
			within.tables = append(within.tables, t)
		}
	}
	return unbounded
}

// readsView notes that a view is read: by a job, for which all below it is, or by another view.
func (s *sqlScript) readsView(v *sqlView, j *sqlJob, within *sqlView, use sqlUse) {
	if use.window != nil && v.only != nil {
		v.only.uses = append(v.only.uses, sqlUse{number: use.number, span: use.span, window: use.window, windowTime: "unknown"})
	}
	if within != nil {
		within.views = append(within.views, v)
	}
	if j == nil || j.seen[v] || !s.copied(1) {
		return
	}
	j.seen[v] = true
	j.queries = append(j.queries, v.query)
	for _, t := range v.tables {
		if t.job == nil {
			t.job = j
		}
	}
	for _, below := range v.views {
		s.readsView(below, j, nil, sqlUse{})
	}
}

func (t *sqlTable) use(u sqlUse, j *sqlJob) {
	t.uses = append(t.uses, u)
	if t.job == nil {
		t.job = j
	}
}

// get returns the value of an option of the table under hints.
func (t *sqlTable) get(key string, hints []syntax.Pair) (string, bool) {
	for _, list := range [][]syntax.Pair{hints, t.options, t.inherited} {
		for i := len(list) - 1; i >= 0; i-- {
			if list[i].Key == key {
				return list[i].Value, true
			}
		}
	}
	return "", false
}

// bounded reports whether a scan of the table ends, as the connectors document it. What
// is not known goes on for ever.
func (t *sqlTable) bounded(hints []syntax.Pair) bool {
	if t.ends != nil && len(hints) == 0 {
		return *t.ends
	}
	ends := t.scanEnds(hints)
	if len(hints) == 0 {
		t.ends = &ends
	}
	return ends
}

func (t *sqlTable) scanEnds(hints []syntax.Pair) bool {
	connector, _ := t.get("connector", hints)
	switch {
	case kafkaFamily(connector) != notKafka:
		mode, ok := t.get("scan.bounded.mode", hints)
		return ok && mode != "unbounded" && !isPlaceholder(mode)
	case connector == "datagen" || connector == "faker":
		_, ok := t.get("number-of-rows", hints)
		sequence := func(p syntax.Pair) bool {
			return strings.HasPrefix(p.Key, "fields.") && strings.HasSuffix(p.Key, ".kind") && p.Value == "sequence"
		}
		return ok || connector == "datagen" && (slices.ContainsFunc(t.options, sequence) || slices.ContainsFunc(t.inherited, sequence))
	case connector == "filesystem":
		_, ok := t.get("source.monitor-interval", hints)
		return !ok
	}
	return connector == "jdbc" || connector == "mongodb" || strings.HasPrefix(connector, "hbase-")
}

// timeOf tells what kind of time a column of the table is: that of the watermark is event
// time, and a column that is PROCTIME() processing time.
func (t *sqlTable) timeOf(column string) string {
	for depth := 0; t != nil && t.def != nil && depth < 8; t, depth = t.base, depth+1 {
		if w := t.def.Watermark; w != nil && w.Column.Text == column {
			return "event"
		}
		for _, c := range t.def.Columns {
			if c.Name.Text == column && strings.Contains(strings.ToUpper(c.Expr), "PROCTIME") {
				return "processing"
			} else if c.Name.Text == column && c.Expr == "" && t.def.Like == nil {
				return "event"
			}
		}
	}
	return "unknown"
}
