package syntax

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func parseSQL(t *testing.T, text string) []*Statement {
	t.Helper()
	src := NewSource(NewFile("t.sql", text))
	stmts, _, errs := ParseSQL(src)
	for _, e := range errs {
		t.Errorf("error: %v", e)
	}
	checkSQLSpans(t, src, stmts)
	return stmts
}

// brief writes a statement in a line: what tests compare.
func brief(s *Statement) string {
	var b strings.Builder
	kinds := map[StatementKind]string{OtherStatement: "other", SetStatement: "set", ResetStatement: "reset", CreateTableStatement: "table",
		CreateCatalogStatement: "catalog", CreateViewStatement: "view", CreateOtherStatement: "create", AlterTableStatement: "alter",
		AlterOtherStatement: "alter-other", DropStatement: "drop", UseStatement: "use", InsertStatement: "insert", QueryStatement: "query",
		ExplainStatement: "explain", BeginSetStatement: "begin", EndSetStatement: "end"}
	b.WriteString(kinds[s.Kind])
	if s.Kind == CreateOtherStatement || s.Kind == DropStatement || s.Kind == AlterOtherStatement {
		fmt.Fprintf(&b, " %s", s.Object)
	}
	if len(s.Name) > 0 {
		fmt.Fprintf(&b, " %s", s.Name)
	}
	if s.StatementSet > 0 {
		fmt.Fprintf(&b, " #%d", s.StatementSet)
	}
	if s.Temporary {
		b.WriteString(" temporary")
	}
	for _, c := range s.Columns {
		fmt.Fprintf(&b, " [%s", c.Name.Text)
		for _, part := range []string{c.Type, c.Expr} {
			if part != "" {
				fmt.Fprintf(&b, ":%s", part)
			}
		}
		if c.NotNull {
			b.WriteString(" not-null")
		}
		if c.Metadata {
			b.WriteString(" metadata")
		}
		b.WriteString("]")
	}
	if w := s.Watermark; w != nil {
		fmt.Fprintf(&b, " watermark(%s", w.Column.Text)
		if w.Known {
			fmt.Fprintf(&b, " %d", w.Delay)
		}
		b.WriteString(")")
	}
	if k := s.PrimaryKey; k != nil {
		fmt.Fprintf(&b, " key(%s)", words(k.Columns))
	}
	if len(s.Options) > 0 {
		fmt.Fprintf(&b, " {%s}%s", pairs(s.Options), [...]string{"", "unquoted", "mixed"}[s.Quoting])
	}
	if s.Templated {
		b.WriteString(" templated")
	}
	if len(s.Hints) > 0 {
		fmt.Fprintf(&b, " hints{%s}", pairs(s.Hints))
	}
	if len(s.Keys) > 0 {
		fmt.Fprintf(&b, " keys(%s)", words(s.Keys))
	}
	if l := s.Like; l != nil {
		fmt.Fprintf(&b, " like %s", l.Table)
		if l.ExcludingOptions || l.ExcludingWatermarks || l.ExcludingConstraints {
			fmt.Fprintf(&b, "(%t %t %t)", l.ExcludingOptions, l.ExcludingWatermarks, l.ExcludingConstraints)
		}
	}
	if s.Query != nil {
		b.WriteString(briefQuery(s.Query))
	}
	return b.String()
}

func briefQuery(q *Query) string {
	var b strings.Builder
	for _, t := range q.Tables {
		fmt.Fprintf(&b, " from %s", t.Name)
		if t.Temporal {
			b.WriteString(" temporal")
		}
		if t.AsOf.Text != "" {
			fmt.Fprintf(&b, " as of %s.%s", t.Of, t.AsOf.Text)
		}
		if len(t.Hints) > 0 {
			fmt.Fprintf(&b, " {%s}", pairs(t.Hints))
		}
	}
	for _, w := range q.Windows {
		fmt.Fprintf(&b, " window %s(%s,%s)", w.Function.Text, w.Table, w.Time.Text)
		if !w.TVF {
			b.WriteString(" group")
		}
	}
	for _, o := range q.Overs {
		fmt.Fprintf(&b, " over %s(%s)", o.Table, o.Time.Text)
		for text, is := range map[string]bool{" rows": o.Rows && !o.Bounded, " bounded": o.Bounded && !o.Rows, " bounded rows": o.Bounded && o.Rows} {
			if is {
				b.WriteString(text)
			}
		}
	}
	if !q.IntervalJoin.IsZero() {
		b.WriteString(" interval")
	}
	if q.Proctime {
		b.WriteString(" now")
	}
	if !q.GroupBy.IsZero() {
		b.WriteString(" grouped")
	}
	if !q.Join.IsZero() {
		b.WriteString(" join")
	}
	if !q.Distinct.IsZero() {
		b.WriteString(" distinct")
	}
	if !q.Limit.IsZero() {
		b.WriteString(" limit")
	}
	if q.Values {
		b.WriteString(" values")
	}
	if q.Opaque {
		b.WriteString(" opaque")
	}
	if q.OnConflict.Text != "" {
		fmt.Fprintf(&b, " on conflict %s", q.OnConflict.Text)
	}
	return b.String()
}

func words(list []Word) string {
	texts := make([]string, len(list))
	for i, w := range list {
		texts[i] = w.Text
	}
	return strings.Join(texts, ",")
}

func pairs(list []Pair) string {
	texts := make([]string, len(list))
	for i, p := range list {
		texts[i] = p.Key + "=" + p.Value
	}
	return strings.Join(texts, ",")
}

func TestSQLStatements(t *testing.T) {
	tests := []struct{ name, sql, want string }{
		{"set quoted", `SET 'execution.checkpointing.interval' = '10s';`, "set {execution.checkpointing.interval=10s}"},
		{"set unquoted", "set execution.checkpointing.interval=10 s -- why\n;", "set {execution.checkpointing.interval=10 s}unquoted"},
		{"set path", "SET state.checkpoints.dir = hdfs://nn:8020/flink;", "set {state.checkpoints.dir=hdfs://nn:8020/flink}unquoted"},
		{"set quoted value", "SET table.local-time-zone = 'Europe/Berlin';", "set {table.local-time-zone=Europe/Berlin}unquoted"},
		{"set empty", "SET 'a' = '';SET b = ;", "set {a=}|set {b=}unquoted"},
		{"set lists", "SET;", "set"},
		{"reset", "RESET 'a'; RESET; RESET table.exec.mini-batch.size", "reset keys(a)|reset|reset keys(table.exec.mini-batch.size)"},
		{"doubled quote", `SET 'k' = 'it''s';`, "set {k=it's}"},
		{"continued literal", "SET 'k' = 'a'\n  'b';", "set {k=ab}"},
		{"c literal", `SET 'k' = E'a\tb\'c\u00e4';`, "set {k=a\tb'cä}"},
		{"unicode literal", `SET 'k' = U&'\0041-\+00005A'; SET 'k' = U&'!0041' UESCAPE '!';`, "set {k=A-Z}|set {k=A}"},
		{"semicolon in string", `SET 'k' = 'a;b'; USE c;`, "set {k=a;b}|use c"},
		{"semicolon in comment", "/* a; */ -- b;\n// c;\nUSE CATALOG c;", "use c"},
		{"columns", "CREATE TABLE IF NOT EXISTS `a`.b (id BIGINT NOT NULL, `ts` TIMESTAMP(3) METADATA FROM 'timestamp' VIRTUAL," +
			" m MAP<STRING, ROW<x INT, y ARRAY<INT>>> COMMENT 'a, b', pt AS PROCTIME(), c AS IF(x < 3, 1, 2), PRIMARY KEY (id, `ts`) NOT ENFORCED)" +
			" WITH ('connector'='kafka');",
			"table a.b [id:BIGINT not-null] [ts:TIMESTAMP(3) metadata] [m:MAP<STRING, ROW<x INT, y ARRAY<INT>>>] [pt:PROCTIME()]" +
				" [c:IF(x < 3, 1, 2)] key(id,ts) {connector=kafka}"},
		{"key of a column", "CREATE TEMPORARY TABLE t (id INT PRIMARY KEY NOT ENFORCED, n STRING)", "table t temporary [id:INT] [n:STRING] key(id)"},
		{"constraint", "CREATE TABLE t (id INT, CONSTRAINT pk PRIMARY KEY (id) NOT ENFORCED)", "table t [id:INT] key(id)"},
		{"watermark", "CREATE TABLE t (ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '5' SECOND)", "table t [ts:TIMESTAMP(3)] watermark(ts 5000)"},
		{"watermark without delay", "CREATE TABLE t (WATERMARK FOR `ts` AS ts)", "table t watermark(ts 0)"},
		{"watermark of a fraction", "CREATE TABLE t (WATERMARK FOR ts AS (ts - INTERVAL '0.5' SECONDS))", "table t watermark(ts 500)"},
		{"watermark with precision", "CREATE TABLE t (WATERMARK FOR ts AS ts - INTERVAL '2' SECOND(3))", "table t watermark(ts 2000)"},
		{"watermark of a field", "CREATE TABLE t (WATERMARK FOR r.ts AS r.ts - INTERVAL '1' MINUTE)", "table t watermark(r.ts 60000)"},
		{"watermark by a function", "CREATE TABLE t (WATERMARK FOR ts AS SOURCE_WATERMARK(), x INT)", "table t [x:INT] watermark(ts)"},
		{"watermark of another column", "CREATE TABLE t (WATERMARK FOR ts AS other - INTERVAL '1' MINUTE)", "table t watermark(ts)"},
		{"watermark by month", "CREATE TABLE t (WATERMARK FOR ts AS ts - INTERVAL '1' MONTH)", "table t watermark(ts)"},
		{"like", "CREATE TABLE t WITH ('k'='v') LIKE base (EXCLUDING OPTIONS INCLUDING GENERATED)", "table t {k=v} like base(true false false)"},
		{"like all", "CREATE TABLE t LIKE c.d.base (EXCLUDING ALL);", "table t like c.d.base(true true true)"},
		{"create table as", "CREATE TABLE t WITH ('k'='v') AS SELECT * FROM s", "table t {k=v} from s"},
		{"clauses", "CREATE TABLE t (a INT) COMMENT 'x' DISTRIBUTED BY HASH(a) INTO 4 BUCKETS PARTITIONED BY (a) WITH ('k'='v')", "table t [a:INT] {k=v}"},
		{"materialized", "CREATE MATERIALIZED TABLE t WITH ('k'='v') FRESHNESS = INTERVAL '1' MINUTE AS SELECT a FROM s", "table t {k=v} from s"},
		{"catalog", "CREATE CATALOG c WITH ('type'='paimon')", "catalog c {type=paimon}"},
		{"view", "CREATE TEMPORARY VIEW IF NOT EXISTS v (a, b) AS SELECT * FROM t", "view v temporary from t"},
		{"function", "CREATE FUNCTION f AS 'org.example.F' LANGUAGE JAVA", "create FUNCTION f"},
		{"alter", "ALTER TABLE t SET ('a'='1', 'b'='2'); ALTER TABLE IF EXISTS t RESET ('a'); ALTER TABLE t RENAME TO u",
			"alter t {a=1,b=2}|alter t keys(a)|alter t"},
		{"alter view", "ALTER VIEW v AS SELECT 1 FROM t", "alter-other VIEW v from t"},
		{"drop", "DROP TABLE IF EXISTS a.b", "drop TABLE a.b"},
		{"insert", "INSERT INTO t SELECT * FROM s", "insert t from s"},
		{"insert columns", "INSERT OVERWRITE t PARTITION (d='1') (a, b) SELECT a, b FROM s", "insert t from s"},
		{"insert hint", "INSERT INTO t /*+ OPTIONS('sink.parallelism'='2') */ (SELECT * FROM s)", "insert t hints{sink.parallelism=2} from s"},
		{"insert values", "INSERT INTO t VALUES (1, 'a;b')", "insert t values"},
		{"statement set", "EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT * FROM s; INSERT INTO b SELECT * FROM s; END; INSERT INTO c SELECT * FROM s",
			"begin #1|insert a #1 from s|insert b #1 from s|end #1|insert c from s"},
		{"old statement set", "BEGIN STATEMENT SET;\nINSERT INTO a SELECT * FROM s;\nEND;", "begin #1|insert a #1 from s|end #1"},
		{"explained set", "EXPLAIN STATEMENT SET BEGIN INSERT INTO a SELECT * FROM s; END;", "begin #1|explain a #1 from s|end #1"},
		{"compiled set", "COMPILE AND EXECUTE PLAN 'p' FOR STATEMENT SET BEGIN INSERT INTO a SELECT * FROM s; END;", "begin #1|insert a #1 from s|end #1"},
		{"explain", "EXPLAIN ESTIMATED_COST, CHANGELOG_MODE INSERT INTO a SELECT * FROM s; EXPLAIN PLAN FOR SELECT * FROM s", "explain a from s|explain from s"},
		{"execute", "EXECUTE INSERT INTO a SELECT * FROM s", "insert a from s"},
		{"ksql", "CREATE STREAM s (id INT) WITH (KAFKA_TOPIC='t', VALUE_FORMAT='JSON', PARTITIONS=3);", "create STREAM s {KAFKA_TOPIC=t,VALUE_FORMAT=JSON,PARTITIONS=3}unquoted"},
		{"risingwave", `CREATE TABLE t (a INT) WITH (connector = 'kafka', "properties.x" = 'y')`, "table t [a:INT] {connector=kafka,properties.x=y}mixed"},
		{"others", "SHOW TABLES; DELETE FROM t; BEGIN; GRANT ALL ON a TO b; HELP", "other|other|other"},
		{"placeholders", "CREATE TABLE ${db}.orders_{{ env }} ({{ columns }}, a INT) WITH ('topic' = '${T}', {{ kafka('x') }})",
			"table ${db}.orders_{{ env }} [{{ columns }}] [a:INT] {topic=${T}} templated"},
		{"options filled in", "CREATE TABLE t WITH ('topic' = 't', ${OPTIONS}\n)", "table t {topic=t} templated"},
		{"template in a string", "CREATE TABLE t WITH ('topic' = '{{ var('topic') }}', 'a' = 'b')", "table t {topic={{ var('topic') }},a=b}"},
		{"template tags", "{% if a %}\nCREATE TABLE t (a INT);\n{% endif %}{# no ; comment #}\nUSE x;", "table t [a:INT]|use x"},
		{"dbt", "{{ config(with={'a': {'b': 'c;'}}) }}\nselect * from {{ ref('x') }}", "query from {{ ref('x') }}"},
		{"shell before", "./bin/sql-client.sh -f x.sql\nCREATE TABLE t (a INT);", "table t [a:INT]"},
		{"prompt", "Flink SQL> CREATE TABLE t (a INT);\nFlink SQL> USE x;", "table t [a:INT]|use x"},
		{"no line ends but carriage returns", "CREATE TABLE t ( -- why\r\n\ta INT\r\n)\r\nWITH ('k'='v');\r\n", "table t [a:INT] {k=v}"},
		{"not ascii", "CREATE TABLE `täble` (ü INT) WITH ('k'='ö€😀')", "table täble [ü:INT] {k=ö€😀}"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, s := range parseSQL(t, test.sql) {
				got = append(got, brief(s))
			}
			if text := strings.Join(got, "|"); text != test.want {
				t.Errorf("got  %s\nwant %s", text, test.want)
			}
		})
	}
}

func TestSQLQueries(t *testing.T) {
	tests := []struct{ name, sql, want string }{
		{"aliases and commas", "SELECT a.x FROM a AS p, c.d q", " from a from c.d join"},
		{"joins", "SELECT * FROM a LEFT OUTER JOIN b ON a.id = b.id", " from a from b join"},
		{"parenthesised join", "SELECT * FROM (a JOIN b ON a.id = b.id) JOIN c USING (id)", " from a from b from c join"},
		{"subquery", "SELECT * FROM (SELECT x FROM a WHERE y IN (SELECT y FROM b)) t", " from a from b"},
		{"from of functions", "SELECT EXTRACT(DAY FROM ts), TRIM(BOTH ' ' FROM n), a IS NOT DISTINCT FROM b FROM t", " from t"},
		{"common tables", "WITH a AS (SELECT * FROM t), b (x, y) AS (SELECT * FROM a) SELECT * FROM b JOIN u ON b.x = u.x", " from t from u join"},
		{"common table of its own name", "WITH t AS (SELECT * FROM t) SELECT * FROM t", " from t"},
		{"common table named by a keyword", "WITH data AS (SELECT * FROM t) SELECT * FROM data", " from t"},
		{"nested common table", "SELECT * FROM (WITH a AS (SELECT * FROM t) SELECT * FROM a)", " from t"},
		{"union", "SELECT * FROM a UNION ALL SELECT * FROM b LIMIT 5", " from a from b limit"},
		{"union of what differs", "SELECT * FROM a UNION SELECT * FROM b", " from a from b distinct"},
		{"on conflict", "SELECT * FROM a JOIN b ON a.id = b.id On Conflict Do Nothing", " from a from b join on conflict nothing"},
		{"on conflict cut short", "SELECT * FROM a ON CONFLICT DO", " from a"},
		{"process table function", "SELECT * FROM TABLE(latest(TABLE o PARTITION BY k, 'x'))", " from o opaque"},
		{"temporal join", "SELECT * FROM o JOIN r FOR SYSTEM_TIME AS OF o.ts AS r ON o.c = r.c", " from o from r temporal as of o.ts"},
		{"temporal join of what is made", "SELECT * FROM (SELECT * FROM o) AS o JOIN r FOR SYSTEM_TIME AS OF o.ts AS r ON o.c = r.c", " from o from r temporal"},
		{"temporal join as of now", "SELECT * FROM o JOIN r FOR SYSTEM_TIME AS OF PROCTIME() ON o.c = r.c", " from o from r temporal now"},
		{"second temporal join", "SELECT * FROM o JOIN r FOR SYSTEM_TIME AS OF `o`.`ts` ON o.c = r.c JOIN q FOR SYSTEM_TIME AS OF r.ts ON o.c = q.c",
			" from o from r temporal as of o.ts from q temporal"},
		{"over", "SELECT SUM(f(x, (y))) OVER (PARTITION BY f(k) ORDER BY t.ts DESC) FROM t", " from t over t(ts)"},
		{"over rows", "SELECT COUNT(*) OVER (ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM t", " from t over t(ts) rows"},
		{"over the last rows", "SELECT MAX(x) OVER (ORDER BY ts ROWS BETWEEN 5 PRECEDING AND CURRENT ROW) FROM t", " from t over t(ts) bounded rows"},
		{"over the last hour", "SELECT MAX(x) OVER (ORDER BY ts RANGE BETWEEN INTERVAL '1' HOUR PRECEDING AND CURRENT ROW) FROM t", " from t over t(ts) bounded"},
		{"over of a rank", "SELECT ROW_NUMBER() OVER (PARTITION BY k ORDER BY ts) FROM t", " from t"},
		{"over of a join", "SELECT SUM(x) OVER (ORDER BY ts) FROM t JOIN u ON t.k = u.k", " from t from u over (ts) join"},
		{"over of an expression", "SELECT SUM(x) OVER (ORDER BY f(ts)) FROM t", " from t"},
		{"lookup join beside a regular one", "SELECT * FROM o JOIN r FOR SYSTEM_TIME AS OF o.pt ON o.c = r.c JOIN x ON o.i = x.i", " from o from r temporal as of o.pt from x join"},
		{"interval join", "SELECT * FROM o JOIN s ON o.id = s.id AND (s.ts BETWEEN o.ts AND o.ts + INTERVAL '4' HOUR)", " from o from s interval"},
		{"join with what is new", "SELECT * FROM o JOIN s ON o.id = s.id AND s.ts > CURRENT_TIMESTAMP - INTERVAL '4' HOUR", " from o from s interval now"},
		{"interval join in where", "SELECT * FROM o, s WHERE o.id = s.id AND s.ts > o.ts - INTERVAL '4' HOUR", " from o from s interval"},
		{"lateral", "SELECT * FROM o, LATERAL TABLE(split(o.x)) AS t(y) CROSS JOIN UNNEST(o.items)", " from o"},
		{"tumble", "SELECT window_start, COUNT(*) FROM TABLE(TUMBLE(TABLE o, DESCRIPTOR(ts), INTERVAL '10' MINUTES)) GROUP BY window_start, window_end",
			" from o window TUMBLE(o,ts)"},
		{"named arguments", "SELECT * FROM TABLE(HOP(DATA => TABLE a.o, TIMECOL => DESCRIPTOR(`ts`), SLIDE => INTERVAL '1' MINUTE))", " from a.o window HOP(a.o,ts)"},
		{"window without TABLE", "SELECT * FROM CUMULATE(TABLE o, DESCRIPTOR(ts), INTERVAL '1' MINUTE, INTERVAL '1' DAY)", " from o window CUMULATE(o,ts)"},
		{"session", "SELECT * FROM TABLE(SESSION(TABLE o PARTITION BY k, DESCRIPTOR(ts), INTERVAL '5' MINUTES))", " from o window SESSION(o,ts)"},
		{"window over a subquery", "SELECT * FROM TABLE(TUMBLE((SELECT * FROM o), DESCRIPTOR(ts), INTERVAL '1' DAY))", " from o window TUMBLE(,ts)"},
		{"window over a common table", "WITH b AS (SELECT * FROM o) SELECT * FROM TABLE(TUMBLE(TABLE b, DESCRIPTOR(ts), INTERVAL '1' DAY))",
			" from o window TUMBLE(,ts)"},
		{"window join", "SELECT * FROM (SELECT * FROM TABLE(TUMBLE(TABLE a, DESCRIPTOR(ts), INTERVAL '1' DAY))) l JOIN" +
			" (SELECT * FROM TABLE(TUMBLE(TABLE b, DESCRIPTOR(ts), INTERVAL '1' DAY))) r ON l.k = r.k AND l.window_start = r.window_start",
			" from a from b window TUMBLE(a,ts) window TUMBLE(b,ts)"},
		{"group window", "SELECT TUMBLE_START(ts, INTERVAL '1' DAY) FROM o GROUP BY TUMBLE(ts, INTERVAL '1' DAY), k", " from o window TUMBLE(o,ts) group"},
		{"group window over a join", "SELECT 1 FROM o JOIN p ON o.a = p.a GROUP BY HOP(o.ts, INTERVAL '1' DAY, INTERVAL '2' DAY)",
			" from o from p window HOP(,ts) group join"},
		{"group by", "SELECT k, COUNT(*) FROM o GROUP BY k", " from o grouped"},
		{"distinct", "SELECT DISTINCT k FROM o", " from o distinct"},
		{"count distinct", "SELECT COUNT(DISTINCT k) FROM o", " from o"},
		{"hint", "SELECT * FROM o /*+ OPTIONS('scan.startup.mode'='latest-offset', 'a'='b') */ AS x", " from o {scan.startup.mode=latest-offset,a=b}"},
		{"hint of a window's table", "SELECT * FROM TABLE(TUMBLE(TABLE o /*+ OPTIONS('a'='b') */, DESCRIPTOR(ts), INTERVAL '1' DAY))",
			" from o {a=b} window TUMBLE(o,ts)"},
		{"other hint", "SELECT /*+ STATE_TTL('o'='1d'), BROADCAST(p) */ * FROM o", " from o"},
		{"values", "SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS t (id, n)", " values"},
		{"match recognize", "SELECT * FROM o MATCH_RECOGNIZE (PARTITION BY k ORDER BY ts MEASURES A.x AS x ONE ROW PER MATCH" +
			" PATTERN (A B+) WITHIN INTERVAL '1' HOUR DEFINE A AS A.x > 1) AS m", " from o"},
		{"time zone", "SELECT CAST(x AS TIMESTAMP(3) WITH LOCAL TIME ZONE) FROM o", " from o"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			stmts := parseSQL(t, test.sql)
			if len(stmts) != 1 || stmts[0].Query == nil {
				t.Fatalf("%d statements", len(stmts))
			}
			if got := briefQuery(stmts[0].Query); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestSQLErrors(t *testing.T) {
	const good = "\nCREATE TABLE good (a INT) WITH ('k'='v');"
	tests := []struct{ name, sql, want string }{
		{"string", "SET 'a' = 'b;\n", "t.sql:1:11: string is not closed"},
		{"string at the end", "SET 'a' = 'b", "t.sql:1:11: string is not closed"},
		{"string of an option", "CREATE TABLE t WITH ('a'='b,\n 'c'='d');", "t.sql:1:26: string is not closed"},
		{"quoted name", "CREATE TABLE `t (a INT);\n", "t.sql:1:14: quoted name is not closed"},
		{"comment", "USE a; /* b\n", "t.sql:1:8: comment is not closed"},
		{"hint", "SELECT * FROM t /*+ OPTIONS('a'='b');\n", "t.sql:1:17: hint is not closed"},
		{"comma", "CREATE TABLE t WITH ('a'='b'\n 'c'='d');", "t.sql:2:2: a comma is missing before this option"},
		{"last comma", "CREATE TABLE t WITH ('a'='b',);", "t.sql:1:29: no option follows the comma"},
		{"option list", "CREATE TABLE t WITH ('a'='b';", "t.sql:1:21: option list is not closed"},
		{"column list", "CREATE TABLE t (a INT;", "t.sql:1:16: column list is not closed"},
		{"no value", "CREATE TABLE t WITH ('a'=, 'c'='d');", "t.sql:1:22: an option 'key' = 'value' is expected here"},
		{"no sign", "CREATE TABLE t WITH ('a' 'b', 'c'='d');", "t.sql:1:22: an option 'key' = 'value' is expected here"},
		{"after the value", "CREATE TABLE t WITH ('a'='b' || 'c', 'd'='e');", "t.sql:1:30: a comma or the end of the option list is expected here"},
		{"semicolon", "CREATE TABLE t WITH ('a'='b')\nCREATE VIEW v AS SELECT 1;", "t.sql:2:1: a semicolon is missing before CREATE"},
		{"semicolon after a query", "INSERT INTO t SELECT * FROM (SELECT 1)\nINSERT INTO t SELECT 1;", "t.sql:2:1: a semicolon is missing before INSERT"},
		{"parenthesis too many", "INSERT INTO t SELECT COUNT(a)) FROM b;", "t.sql:1:30: no parenthesis is open here"},
		{"parenthesis at the end", "INSERT INTO t VALUES (1, 'a'), (2, 'b';", "t.sql:1:32: parenthesis is not closed"},
		{"end of a comment", "CREATE VIEW v AS SELECT /* a /* b */ c */ FROM b;", "t.sql:1:40: no comment is open here"},
		{"empty list behind LIKE", "CREATE TABLE t WITH ('a'='b') LIKE u ();", "t.sql:1:38: nothing stands between the parentheses"},
		{"parenthesis of a query", "INSERT INTO t SELECT * FROM (\nINSERT INTO t SELECT 1;", "t.sql:2:1: a parenthesis is not closed before INSERT"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			sql := test.sql
			if test.name != "string at the end" {
				sql += good
			}
			src := NewSource(NewFile("t.sql", sql))
			stmts, _, errs := ParseSQL(src)
			if len(errs) != 1 || errs[0].Error() != test.want {
				t.Errorf("got %v, want %s", errs, test.want)
			}
			checkSQLSpans(t, src, stmts)
			if sql == test.sql {
				return
			}
			if len(stmts) == 0 || brief(stmts[len(stmts)-1]) != "table good [a:INT] {k=v}" {
				t.Errorf("the statement after the error is not read")
			}
		})
	}
}

// What is put into a template may bring the other parenthesis.
func TestSQLParenthesesOfTemplates(t *testing.T) {
	for _, sql := range []string{
		"INSERT INTO t SELECT a FROM (SELECT b FROM c {% if x %} WHERE d) {% else %} ) {% endif %};",
		"INSERT INTO t SELECT a FROM ({{ source }};",
		"CREATE VIEW v AS SELECT ${COLUMNS}) FROM b;",
		"SELECT a, (c)/*/*/ FROM d;",
		"SHOW TABLES LIKE 'a)';",
		"CREATE FUNCTION f AS 'a') ;",
	} {
		if _, _, errs := ParseSQL(NewSource(NewFile("t.sql", sql))); len(errs) > 0 {
			t.Errorf("%s: %v", sql, errs[0])
		}
	}
}

func TestSQLComments(t *testing.T) {
	src := NewSource(NewFile("t.sql", "-- first\nUSE a; -- second\n/* third\nline */ // fourth\nSET k = v -- fifth\n;"))
	_, comments, _ := ParseSQL(src)
	var got []string
	for _, c := range comments {
		got = append(got, fmt.Sprintf("%d:%d %t %s", c.Span.Start.Line, c.Span.Start.Column, c.OwnLine, c.Text))
		if raw := src.Raw(c.Span); !strings.Contains(raw, c.Text) {
			t.Errorf("%q at the place of %q", raw, c.Text)
		}
	}
	want := []string{"1:1 true first", "2:8 false second", "3:1 true third\nline", "4:9 true fourth", "5:11 false fifth"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// TestSQLLinear reads texts that invite a reader to start over again and again. Twenty
// times the text takes four hundred times as long if it does; the margins are for busy
// machines.
func TestSQLLinear(t *testing.T) {
	for _, unit := range []string{
		"'", "`", `"`, "E'\\", "/*", "/*+", "{{", "{%", "{#", "${", "'{{", "{{'", `{{"'`, "(", "SELECT * FROM (", "a.", "WITH ('a'='b' ", "'\n", "SET k = '\n",
		"CREATE TABLE t (a MAP<", "CREATE\n", "INSERT INTO t SELECT\n", "FROM t JOIN (", "x AS (", "--", "SET a\n", "junk\n", "$", "%s", "a>",
	} {
		text := func(n int) *Source { return NewSource(NewFile("t.sql", strings.Repeat(unit, n/len(unit)))) }
		elapsed := func(src *Source) time.Duration {
			start := time.Now()
			ParseSQL(src)
			return time.Since(start)
		}
		small, large := text(50_000), text(1_000_000)
		slow := 0
		for ; slow < 3; slow++ {
			a, b := elapsed(small), elapsed(large)
			if b < 80*a || b < 2*time.Second {
				break
			}
			t.Logf("%q: %v for 50 kB, %v for 1 MB", unit, a, b)
		}
		if slow == 3 {
			t.Errorf("%q is not read in linear time", unit)
		}
	}
}
