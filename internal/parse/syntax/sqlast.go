package syntax

import (
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
)

// StatementKind is what an SQL statement does.
type StatementKind int

// The statement kinds. What is none of them is an OtherStatement.
const (
	OtherStatement         StatementKind = iota
	SetStatement                         // SET 'key' = 'value'; without Options: lists the settings
	ResetStatement                       // RESET 'key'; without Keys: all of them
	CreateTableStatement                 // CREATE TABLE, AS SELECT and MATERIALIZED TABLE included
	CreateCatalogStatement               // CREATE CATALOG
	CreateViewStatement                  // CREATE VIEW
	CreateOtherStatement                 // CREATE FUNCTION, DATABASE, MODEL, STREAM ...
	AlterTableStatement                  // ALTER TABLE
	AlterOtherStatement                  // ALTER VIEW, DATABASE ...
	DropStatement                        // DROP anything
	UseStatement                         // USE
	InsertStatement                      // INSERT INTO, INSERT OVERWRITE
	QueryStatement                       // SELECT, WITH ... SELECT, VALUES
	ExplainStatement                     // EXPLAIN, COMPILE PLAN: describes a query and does not run it
	BeginSetStatement                    // EXECUTE STATEMENT SET BEGIN, BEGIN STATEMENT SET
	EndSetStatement                      // END
)

// Statement is one SQL statement.
type Statement struct {
	Kind StatementKind
	// Span reaches from the first word to the last, without the semicolon.
	Span model.Span
	// Verb is where the words stand that say what the statement does: CREATE TABLE.
	Verb model.Span
	// Object is what CREATE, ALTER, DROP or USE work on, in upper case: TABLE, VIEW, STREAM,
	// CATALOG, MODULES. It is empty for the database that USE names.
	Object string
	// Name is what is created, altered, dropped, used or written into.
	Name Name
	// NewName is the one that ALTER ... RENAME TO gives.
	NewName Name
	// Temporary, Materialized and IfNotExists are the words of CREATE.
	Temporary, Materialized, IfNotExists bool
	// Options are those of WITH, of ALTER TABLE ... SET, and the one of SET.
	Options []Pair
	// Quoting says how the keys of Options are written; it tells dialects apart.
	Quoting Quoting
	// Templated: the option list holds a template's expression, which may stand for more.
	Templated bool
	// Hints are the dynamic options of the table that INSERT writes into.
	Hints []Pair
	// Keys are those that RESET or ALTER TABLE ... RESET take back.
	Keys []Word
	// Columns, Watermark and PrimaryKey are those of CREATE TABLE, and what ALTER TABLE adds
	// or modifies.
	Columns    []Column
	Watermark  *Watermark
	PrimaryKey *PrimaryKey
	// DropsWatermark and DropsKey say that ALTER TABLE takes them away.
	DropsWatermark, DropsKey bool
	Like                     *Like
	// Query is what is read: the body of INSERT, CREATE VIEW, CREATE TABLE AS, EXPLAIN.
	Query *Query
	// StatementSet numbers the statement sets of a script from 1; 0 is outside of any.
	StatementSet int
}

// Quoting is how the keys of an option list are written.
type Quoting int

// The ways to write an option's key.
const (
	Quoted      Quoting = iota // 'key', as Flink's grammar wants it
	Unquoted                   // key, as ksqlDB, Trino and Postgres have it
	MixedQuotes                // both, or "key"
)

// Word is an identifier or a literal, decoded, and where it stands within its quotes.
type Word struct {
	Text string
	Span model.Span
}

// Name is a name of one or more parts: catalog.database.table.
type Name []Word

// String returns the parts joined with dots.
func (n Name) String() string {
	if len(n) == 1 {
		return n[0].Text
	}
	parts := make([]string, len(n))
	for i, w := range n {
		parts[i] = w.Text
	}
	return strings.Join(parts, ".")
}

// Span reaches from the first part to the last.
func (n Name) Span() model.Span {
	if len(n) == 0 {
		return model.Span{}
	}
	s := n[0].Span
	s.End = n[len(n)-1].Span.End
	return s
}

// Column is one column of CREATE TABLE.
type Column struct {
	Name Word
	// Type is the text of the data type; empty for a computed column.
	Type string
	// Expr is the text of a computed column's expression.
	Expr string
	// Epoch is how a computed column makes a time of a number; nil if it does not, or of
	// something else than a column.
	Epoch    *Epoch
	Metadata bool // METADATA [FROM 'key'] [VIRTUAL]
	NotNull  bool
}

// Epoch is TO_TIMESTAMP_LTZ(column, precision) or FROM_UNIXTIME(column).
type Epoch struct {
	Column Word
	// Precision is what the number counts: 0 seconds, 3 milliseconds.
	Precision int
	Span      model.Span
}

// Watermark is WATERMARK FOR column AS expression.
type Watermark struct {
	Column Word
	Expr   Word // the expression as it stands there
	// Delay is by how many milliseconds the watermark stays behind the column. It is
	// known if the expression is the column, or the column minus an interval.
	Delay int64
	Known bool
}

// PrimaryKey is a primary key, of the table or of a column.
type PrimaryKey struct {
	Columns []Word
	Span    model.Span // the words PRIMARY KEY
}

// Like is the LIKE clause of CREATE TABLE.
type Like struct {
	Table Name
	// What is not inherited. Physical columns always are; computed ones (GENERATED) and those
	// of METADATA need not be.
	ExcludingOptions, ExcludingWatermarks, ExcludingConstraints, ExcludingGenerated, ExcludingMetadata bool
}

// Query is what can be said of a query without a planner.
type Query struct {
	// Tables are the names that are read, those of common table expressions left out.
	Tables []TableRef
	// Windows are the uses of TUMBLE, HOP, CUMULATE and SESSION.
	Windows []Window
	// GroupBy is the first GROUP BY; zero where the query has windows, because what is
	// grouped on top of them needs a planner to tell.
	GroupBy model.Span
	// Join is the first regular join: its state grows for ever, unlike that of interval,
	// window, temporal and lookup joins.
	Join model.Span
	// IntervalJoin is the first join by an interval. Without time attributes it is a regular
	// one, too.
	IntervalJoin model.Span
	// Overs are the aggregations over the rows before each one.
	Overs []Over
	// Proctime: the query makes a time attribute itself, or asks for the time.
	Proctime bool
	// Distinct is the first SELECT DISTINCT, or UNION without ALL.
	Distinct model.Span
	// Limit is the first LIMIT or FETCH.
	Limit model.Span
	// Drops are the places where the query leaves rows out, or may.
	Drops []Drop
	// Values marks a query with rows of its own (VALUES).
	Values bool
	// Opaque marks a query that hands a table to a function that is no window function.
	Opaque bool
	// OnConflict is what ON CONFLICT DO says; without text if the clause is not there. It
	// belongs to the INSERT, at whose end it stands (Flink 2.3).
	OnConflict Word
}

// TableRef is one use of a table in a query.
type TableRef struct {
	Name Name
	// Hints are the dynamic options: /*+ OPTIONS('key'='value') */.
	Hints []Pair
	// Temporal marks the probed side of a temporal or lookup join (FOR SYSTEM_TIME AS OF).
	Temporal bool
	// AsOf is the column of which such a join takes the time, if it is one of a table that is
	// the only one before it, Of.
	AsOf Word
	Of   Name
}

// Over is one use of fn(...) OVER (ORDER BY column ...), those of ranks left out.
type Over struct {
	// Table is what the query reads; empty if that is not one table.
	Table Name
	// Time is the column that orders the rows.
	Time Word
	// Rows marks a frame of rows, else it is one of the time's range.
	Rows bool
	// Bounded marks a frame that begins so many rows or so much time before.
	Bounded bool
}

// Window is one use of a window function.
type Window struct {
	// Function is the name as it is written.
	Function Word
	// TVF marks a windowing table-valued function; else it is a group window.
	TVF bool
	// Table is what the window is laid over; empty if that is a query or not decidable.
	Table Name
	// Time is the column that orders the rows; without text if it is not a plain column.
	Time Word
	// Intervals are the arguments that are intervals, in milliseconds; -1 is one that is
	// not known.
	Intervals []int64
}

// Size returns how many milliseconds a window of the largest kind that the function makes
// reaches; for SESSION it is the gap. It is false if that is not known.
func (w *Window) Size() (int64, bool) {
	at := 0
	if name := strings.ToUpper(w.Function.Text); name == "HOP" || name == "CUMULATE" {
		at = 1 // behind the slide, or the step
	}
	if at >= len(w.Intervals) || w.Intervals[at] < 0 {
		return 0, false
	}
	return w.Intervals[at], true
}

// Drop is a place where a query leaves rows out.
type Drop struct {
	// By is what does it: where, having, qualify, limit, distinct, union, row-number,
	// inner-join or set-operation.
	By   string
	Span model.Span
}
