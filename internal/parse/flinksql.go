package parse

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// flinkSQLDialect reads scripts in Flink's SQL, in files and in strings of manifests: a
// flink-job for what INSERT runs under the same settings, a flink-table for every table
// with options, and the Kafka clients that a table creates.
var flinkSQLDialect = Dialect{
	Name:     "flink-sql",
	Grammars: []Grammar{SQL},
	Match:    isFlinkSQL,
	Read:     func(d *Document, out *Output) { newSQLScript(d, out).read() },
}

// isFlinkSQL reports whether a script is Flink's: it holds something that no other SQL
// has. Flink alone quotes the keys of WITH (its grammar takes string literals only);
// ksqlDB, Trino, RisingWave and Postgres write them without quotes.
func isFlinkSQL(d *Document) bool {
	found := false
	for _, s := range d.Statements {
		if isForeignSQL(s) {
			return false
		}
		found = found || isFlinkStatement(s)
	}
	return found
}

// isForeignSQL reports whether a statement is ksqlDB's, Feldera's, RisingWave's or SeaTunnel's,
// whose tables say in an option of their own whether they are read or written.
func isForeignSQL(s *syntax.Statement) bool {
	switch s.Kind {
	case syntax.CreateOtherStatement:
		return s.Object == "STREAM" || s.Object == "SOURCE" || s.Object == "SINK"
	case syntax.CreateTableStatement:
		return slices.ContainsFunc(s.Options, func(p syntax.Pair) bool {
			return strings.EqualFold(p.Key, "kafka_topic") || p.Key == "connectors" || p.Key == "connector" && s.Quoting == syntax.Unquoted ||
				p.Key == "type" && (p.Value == "source" || p.Value == "sink")
		})
	}
	return false
}

func isFlinkStatement(s *syntax.Statement) bool {
	options := len(s.Options) > 0 && s.Quoting == syntax.Quoted
	switch s.Kind {
	case syntax.BeginSetStatement:
		return true
	case syntax.CreateTableStatement:
		return options || s.Watermark != nil && len(s.Options) == 0 || readsWithHints(s)
	case syntax.CreateCatalogStatement, syntax.AlterTableStatement:
		return options
	case syntax.SetStatement:
		if len(s.Options) == 0 {
			return false
		}
		known, own := isFlinkKey(s.Options[0].Key)
		return own || known && options
	}
	return len(s.Hints) > 0 || readsWithHints(s)
}

func readsWithHints(s *syntax.Statement) bool {
	return s.Query != nil && slices.ContainsFunc(s.Query.Tables, func(t syntax.TableRef) bool { return len(t.Hints) > 0 })
}

// maxCopies bounds how many settings a script's components may take over from others, so
// that a small file cannot make a large model: tables by LIKE, uses by their hints, jobs
// by the SETs before them.
const maxCopies = 50_000

// sqlScript is a script while it is read.
type sqlScript struct {
	doc      *Document
	out      *Output
	session  sqlSession
	jobs     []*sqlJob
	bySet    map[uint64]*sqlJob // by the settings in force
	tables   []*sqlTable
	views    []*sqlView
	names    sqlNames
	managed  bool // a service runs the jobs and configures them itself
	copies   int
	uses     int                      // of tables, counted
	byUse    map[int]*model.Component // the component of a use
	emitted  []sqlEmitted
	explicit map[model.Span]bool // places of SETs that a job has already
}

// sqlEmitted is a table's component and the uses that it stands for.
type sqlEmitted struct {
	component *model.Component
	uses      []sqlUse
}

func newSQLScript(d *Document, out *Output) *sqlScript {
	return &sqlScript{
		doc: d, out: out, session: sqlSession{active: make(map[string][]int)}, bySet: make(map[uint64]*sqlJob),
		names: newSQLNames(), explicit: make(map[model.Span]bool), byUse: make(map[int]*model.Component),
	}
}

func (s *sqlScript) read() {
	for _, st := range s.doc.Statements {
		s.statement(st)
	}
	s.restOfSession()
	s.unreadViews()
	s.managed = s.isManaged()
	for _, j := range s.jobs {
		s.emitJob(j)
	}
	for _, t := range s.tables {
		s.emitTable(t)
	}
	s.linkFlows()
	for _, j := range s.jobs {
		s.sinksFact(j)
	}
}

// statement takes a statement into account, in the order in which Flink runs them.
func (s *sqlScript) statement(st *syntax.Statement) {
	switch st.Kind {
	case syntax.SetStatement, syntax.ResetStatement:
		s.session.apply(st)
	case syntax.CreateTableStatement:
		s.create(st)
		if st.Query != nil {
			s.run(st)
		}
	case syntax.CreateCatalogStatement, syntax.CreateOtherStatement:
		s.names.created(st)
	case syntax.UseStatement:
		s.names.use(st)
	case syntax.DropStatement:
		s.names.drop(st)
	case syntax.AlterTableStatement:
		s.alter(st)
	case syntax.AlterOtherStatement:
		s.alterView(st)
	case syntax.CreateViewStatement:
		s.view(st)
	case syntax.InsertStatement, syntax.QueryStatement, syntax.BeginSetStatement:
		s.run(st)
	}
}

// isManaged reports whether the script is for Confluent Cloud or its platform, whose
// tables have a connector of their own and whose jobs take checkpoints unasked.
func (s *sqlScript) isManaged() bool {
	for _, t := range s.tables {
		for _, o := range t.options {
			if o.Key == "connector" && o.Value == "confluent" || o.Key == "changelog.mode" || o.Key == "kafka.cleanup-policy" {
				return true
			}
		}
	}
	return slices.ContainsFunc(s.session.all, func(p syntax.Pair) bool {
		return strings.HasPrefix(p.Key, "sql.") || strings.HasPrefix(p.Key, "client.")
	})
}

// copied counts settings that are taken over. It is false where there are too many.
func (s *sqlScript) copied(n int) bool {
	s.copies += n
	return s.copies <= maxCopies
}

// suffixOf reports whether one name is the end of the other: orders is db.orders.
func suffixOf(a, b syntax.Name) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for i := 1; i <= len(a); i++ {
		if a[len(a)-i].Text != b[len(b)-i].Text {
			return false
		}
	}
	return len(a) > 0
}

// last returns the last part of a name.
func last(n syntax.Name) string {
	if len(n) == 0 {
		return ""
	}
	return n[len(n)-1].Text
}
