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
	def       *syntax.Statement // CREATE TABLE, as ALTER TABLE left it; nil if it is not in the script
	base      *sqlTable         // of LIKE, as it was then; nil if it is not in the script
	options   []syntax.Pair     // of WITH and ALTER TABLE
	inherited []syntax.Pair     // of LIKE
	open      bool              // options may be missing
	altered   bool              // columns, keys or watermark may be others than the definition's
	changes   int               // how often ALTER TABLE changed it between its uses
	uses      []sqlUse
	ends      *bool // a scan without hints ends; nil if that is not yet found out
}

// sqlUse is one use of a table.
type sqlUse struct {
	number     int // of the script's uses
	span       model.Span
	job        *sqlJob // nil for a view that nothing reads
	sink       bool
	hints      []syntax.Pair
	window     *syntax.Window
	windowTime string      // event, processing or unknown
	orders     []timeOrder // columns that put its rows in order
	temporal   bool        // probed for rows that another table asks for
	from       sqlFlow     // of a sink
	conflict   syntax.Word // likewise: what ON CONFLICT DO says
}

// create notes a table, unless one is there that it is not to replace.
func (s *sqlScript) create(st *syntax.Statement) {
	if len(st.Name) == 0 || st.IfNotExists && s.names.exists(st) {
		return
	}
	t := &sqlTable{name: st.Name, def: st, options: st.Options, open: st.Templated}
	if l := st.Like; l != nil {
		s.like(t, l)
	}
	s.tables = append(s.tables, t)
	s.names.add(&sqlObject{sqlKey: sqlKey{s.names.scope.path(st.Name), st.Temporary}, name: st.Name, table: t})
}

// like takes over what LIKE does. The other table stays as it is now: what becomes of it
// later is no concern of this one.
func (s *sqlScript) like(t *sqlTable, l *syntax.Like) {
	if base := s.table(l.Table); base != nil {
		copied := *base
		copied.uses = nil
		t.base = &copied
		t.altered = base.altered
	}
	if l.ExcludingOptions {
		return
	}
	t.open = t.open || t.base == nil || t.base.open
	switch {
	case t.base == nil:
	case s.copied(len(t.base.inherited) + len(t.base.options)):
		t.inherited = slices.Concat(t.base.inherited, t.base.options)
	default:
		t.open = true
	}
}

// table returns the table that a name means here, or nil.
func (s *sqlScript) table(name syntax.Name) *sqlTable {
	if o := s.names.find(name, s.names.scope); o != nil {
		return o.table
	}
	return nil
}

// known returns the table that a name means in a scope, and makes one if options say
// something of it. It is nil for a view.
func (s *sqlScript) known(name syntax.Name, scope sqlScope, options []syntax.Pair) *sqlTable {
	return s.tableOf(s.names.find(name, scope), name, scope, options)
}

// tableOf is known where it is found out what the name means.
func (s *sqlScript) tableOf(o *sqlObject, name syntax.Name, scope sqlScope, options []syntax.Pair) *sqlTable {
	if o != nil {
		return o.table
	}
	if len(options) == 0 || len(name) == 0 {
		return nil
	}
	t := &sqlTable{name: name, open: true}
	s.tables = append(s.tables, t)
	s.names.add(&sqlObject{sqlKey: sqlKey{path: scope.path(name)}, name: name, table: t})
	return t
}

// alter carries out ALTER TABLE. What ran before it keeps the table as it was.
func (s *sqlScript) alter(st *syntax.Statement) {
	if len(st.NewName) > 0 {
		s.names.rename(st)
		return
	}
	t := s.known(st.Name, s.names.scope, st.Options)
	if t == nil {
		return
	}
	copies := len(t.options) + len(t.inherited)
	if t.def != nil && len(st.Columns) > 0 {
		copies += len(t.def.Columns)
	}
	if !s.copied(copies) {
		t.open = true
		return
	}
	if len(t.uses) > 0 {
		t = s.changed(t)
		s.names.find(st.Name, s.names.scope).table = t
	}
	t.ends, t.open = nil, t.open || st.Templated
	switch {
	case len(st.Keys) > 0:
		drop := make(map[string]bool, len(st.Keys))
		for _, k := range st.Keys {
			drop[k.Text] = true
		}
		gone := func(p syntax.Pair) bool { return drop[p.Key] }
		t.options = slices.DeleteFunc(slices.Clone(t.options), gone)
		t.inherited = slices.DeleteFunc(slices.Clone(t.inherited), gone)
	case len(st.Options) > 0:
		t.options = slices.Concat(t.options, st.Options)
	default:
		t.redefine(st)
	}
}

// changed puts another table in the place of one that was used, of which it has everything.
func (s *sqlScript) changed(t *sqlTable) *sqlTable {
	next := *t
	next.uses = nil
	next.changes++
	s.tables = append(s.tables, &next)
	return &next
}

// redefine changes watermark, key and columns as ALTER TABLE says.
func (t *sqlTable) redefine(st *syntax.Statement) {
	if t.def == nil {
		return
	}
	def := *t.def
	if def.Like != nil {
		like := *def.Like
		def.Like = &like
	}
	switch {
	case st.DropsWatermark:
		def.Watermark = nil
		if def.Like != nil {
			def.Like.ExcludingWatermarks = true
		}
	case st.DropsKey:
		def.PrimaryKey = nil
		if def.Like != nil {
			def.Like.ExcludingConstraints = true
		}
	case st.Watermark == nil && st.PrimaryKey == nil && len(st.Columns) == 0:
		t.altered = true
		return
	}
	if st.Watermark != nil {
		def.Watermark = st.Watermark
	}
	if st.PrimaryKey != nil {
		def.PrimaryKey = st.PrimaryKey
	}
	if len(st.Columns) > 0 {
		def.Columns = slices.Concat(st.Columns, def.Columns)
	}
	t.def = &def
}

// write notes the table that INSERT or CREATE TABLE AS writes into.
func (s *sqlScript) write(st *syntax.Statement, j *sqlJob, from sqlFlow) {
	t := s.known(st.Name, s.names.scope, st.Hints)
	if t == nil {
		j.writes = append(j.writes, 0)
		return
	}
	use := sqlUse{number: s.number(), span: st.Name.Span(), job: j, sink: true, hints: st.Hints, from: from}
	if st.Query != nil {
		use.conflict = st.Query.OnConflict
	}
	j.writes = append(j.writes, use.number)
	t.uses = append(t.uses, use)
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
	for def := range t.definitions(func(l *syntax.Like) bool { return !l.ExcludingWatermarks }) {
		if w := def.Watermark; w != nil && w.Column.Text == column {
			return "event"
		}
	}
	switch c := t.column(column); {
	case c == nil:
	case strings.Contains(strings.ToUpper(c.Expr), "PROCTIME"):
		return "processing"
	case c.Expr == "" && t.isWhole():
		return "event"
	}
	return "unknown"
}

// isWhole reports whether the definitions of the table and of those that it is LIKE are in view.
func (t *sqlTable) isWhole() bool {
	whole := false
	for def := range t.definitions(func(*syntax.Like) bool { return true }) {
		whole = def.Like == nil
	}
	return whole
}
