package parse

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// readSQL reads a script with the dialect for Flink's SQL, and fails if it is none.
func readSQL(t testing.TB, name, text string) *Result {
	t.Helper()
	r := &Result{File: syntax.NewFile(name, text)}
	out := Output{result: r, anchors: make(map[string]int), dialect: flinkSQLDialect.Name}
	docs, errs := documents(Document{Source: syntax.NewSource(r.File), Name: name, Grammar: SQL})
	r.Errors = errs
	out.doc = docs[0]
	if !flinkSQLDialect.Match(docs[0]) {
		t.Fatalf("%s is not recognised", name)
	}
	flinkSQLDialect.Read(docs[0], &out)
	return r
}

// sqlListing writes out all that was read of a script.
func sqlListing(t *testing.T, r *Result) string {
	var b strings.Builder
	for _, c := range r.Components {
		b.WriteString(listing(&Result{Components: []*model.Component{c}}))
		if c.Owner != "" {
			fmt.Fprintf(&b, "  owner %s %s\n", c.Owner, c.OwnerID)
		}
		links, err := json.Marshal(c.Links)
		if err != nil {
			t.Fatal(err)
		}
		if string(links) != "{}" {
			fmt.Fprintf(&b, "  links %s\n", links)
		}
	}
	b.WriteString(listing(&Result{Errors: r.Errors}))
	return b.String()
}

func TestFlinkSQLGolden(t *testing.T) {
	golden(t, "testdata/flinksql/*", func(t *testing.T, name, text string) string {
		r := readSQL(t, name, text)
		checkSpans(t, r)
		return sqlListing(t, r)
	})
}

func TestFlinkSQLMatch(t *testing.T) {
	tests := []struct {
		name, sql string
		want      bool
	}{
		{"table", "CREATE TABLE t (a INT) WITH ('connector' = 'kafka')", true},
		{"old table", "CREATE TABLE t (a INT) WITH ('connector.type' = 'kafka')", true},
		{"table of a catalog", "CREATE TABLE t (a INT) WITH ('bucket.num' = '4')", true},
		{"catalog", "CREATE CATALOG c WITH ('type' = 'paimon')", true},
		{"setting", "SET 'execution.checkpointing.interval' = '10s';", true},
		{"old setting", "SET execution.checkpointing.interval=10s;", true},
		{"statement set", "EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT * FROM b; END;", true},
		{"hint", "INSERT INTO a SELECT * FROM b /*+ OPTIONS('scan.startup.mode'='latest-offset') */", true},
		{"watermark", "CREATE TABLE t (ts TIMESTAMP(3), WATERMARK FOR ts AS ts)", true},
		{"alter", "ALTER TABLE t SET ('scan.startup.mode' = 'latest-offset')", true},
		{"queries", "INSERT INTO a SELECT * FROM b; SELECT * FROM c;", false},
		{"ksqldb", "CREATE STREAM s (id INT) WITH (KAFKA_TOPIC='t', VALUE_FORMAT='JSON'); SET 'auto.offset.reset' = 'earliest';", false},
		{"ksqldb table", "CREATE TABLE t (id INT PRIMARY KEY) WITH (KAFKA_TOPIC='t', VALUE_FORMAT='JSON');", false},
		{"ksqldb quoted key", "CREATE TABLE t (id INT) WITH ('kafka_topic'='t');", false},
		{"SeaTunnel", "CREATE TABLE t WITH ('connector'='jdbc', 'type'='sink', 'url'='jdbc:mysql://db/x'); INSERT INTO t SELECT * FROM s;", false},
		{"ksqldb setting", "SET 'auto.offset.reset'='earliest';", false},
		{"mysql", "SET NAMES utf8; SET @a = 1; SET sql_mode = 'ANSI'; CREATE TABLE t (id INT PRIMARY KEY) ENGINE=InnoDB; INSERT INTO t VALUES (1);", false},
		{"postgres", "SET search_path = public; CREATE TABLE t (id INT) WITH (fillfactor=70); ALTER TABLE t SET (fillfactor=80);", false},
		{"trino", "CREATE TABLE t WITH (format = 'ORC', partitioned_by = ARRAY['ds']) AS SELECT 1", false},
		{"spark", "SET spark.sql.shuffle.partitions=8; CREATE TABLE t (a INT) USING parquet OPTIONS ('k'='v') TBLPROPERTIES ('a'='b')", false},
		{"hive", "set hive.execution.engine=tez; CREATE TABLE t (a INT) STORED AS ORC TBLPROPERTIES ('a'='b')", false},
		{"risingwave", "CREATE SOURCE s (a INT) WITH (connector='kafka', topic='t') FORMAT PLAIN ENCODE JSON;", false},
		{"risingwave table", "CREATE TABLE s (ts TIMESTAMP, WATERMARK FOR ts AS ts) WITH (connector='kafka', topic='t');", false},
		{"feldera", "CREATE TABLE t (a INT) WITH ('connectors' = '[]')", false},
		{"starrocks", `CREATE TABLE t (a INT) DISTRIBUTED BY HASH(a) BUCKETS 1 PROPERTIES ("replication_num" = "1")`, false},
		{"dbt", "{{ config(materialized='table', with={'connector': 'kafka'}) }} select * from {{ ref('a') }}", false},
		{"sql server", "CREATE EXTERNAL TABLE t (a INT) WITH (LOCATION='/x', DATA_SOURCE=y)", false},
		{"nothing", "", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			stmts, _, _ := syntax.ParseSQL(syntax.NewSource(syntax.NewFile("t.sql", test.sql)))
			if got := flinkSQLDialect.Match(&Document{Statements: stmts}); got != test.want {
				t.Errorf("got %t", got)
			}
		})
	}
}

// component returns the one with the anchor, or fails.
func component(t *testing.T, r *Result, anchor string) *model.Component {
	t.Helper()
	for _, c := range r.Components {
		if c.Anchor == anchor {
			return c
		}
	}
	t.Fatalf("there is no %s", anchor)
	return nil
}

func TestFlinkSQLOffsetReset(t *testing.T) {
	tests := []struct{ options, value, state string }{
		{"", "none", "forced"},
		{", 'scan.startup.mode'='group-offsets'", "none", "forced"},
		{", 'scan.startup.mode'='group-offsets', 'properties.auto.offset.reset'='latest'", "latest", "explicit"},
		{", 'properties.auto.offset.reset'='earliest'", "earliest", "explicit"},
		{", 'scan.startup.mode'='latest-offset', 'properties.auto.offset.reset'='earliest'", "latest", "forced"},
		{", 'scan.startup.mode'='LATEST_OFFSET'", "latest", "forced"},
		{", 'scan.startup.mode'='timestamp'", "latest", "forced"},
		{", 'scan.startup.mode'='earliest-offset'", "earliest", "forced"},
		{", 'scan.startup.mode'='specific-offsets', 'properties.auto.offset.reset'='latest'", "earliest", "forced"},
		{", 'scan.startup.mode'='${MODE}'", "", "unknown"},
		{", 'scan.startup.mode'='nonsense'", "", ""},
		{", 'connector'='upsert-kafka', 'properties.auto.offset.reset'='latest'", "earliest", "forced"},
		{", 'connector'='kafka-0.11', 'scan.startup.mode'='latest-offset'", "", ""},
	}
	for _, test := range tests {
		r := readSQL(t, "t.sql", "CREATE TABLE t (a INT) WITH ('connector'='kafka'"+test.options+"); INSERT INTO s SELECT * FROM t;")
		var value, state string
		if s := component(t, r, "table/t/consumer").Get("auto.offset.reset"); s != nil {
			value, state = s.Value, string(s.State)
		}
		if value != test.value || state != test.state {
			t.Errorf("%s: %q %s, want %q %s", test.options, value, state, test.value, test.state)
		}
	}
}

// TestFlinkSQLNames: of an option's names the newest counts, wherever it stands; in the Kafka
// connector it is the older one of sink.semantic and sink.delivery-guarantee.
func TestFlinkSQLNames(t *testing.T) {
	const table = "CREATE TABLE t (a INT) WITH ('connector'='kafka', "
	for _, test := range []struct{ sql, key, want string }{
		{table + "'sink.semantic'='none', 'sink.delivery-guarantee'='exactly-once')", "sink.delivery-guarantee", "none"},
		{table + "'sink.delivery-guarantee'='exactly-once', 'sink.semantic'='none')", "sink.delivery-guarantee", "none"},
		{table + "'avro-confluent.url'='a', 'avro-confluent.schema-registry.url'='b')", "avro-confluent.url", "a"},
		{table + "'avro-confluent.url'='a'); ALTER TABLE t SET ('avro-confluent.schema-registry.url'='b')", "avro-confluent.url", "a"},
		{table + "'avro-confluent.schema-registry.url'='b'); ALTER TABLE t SET ('avro-confluent.url'='a')", "avro-confluent.url", "a"},
	} {
		if got, _ := component(t, readSQL(t, "t.sql", test.sql), "table/t").Value(test.key); got != test.want {
			t.Errorf("%s: %q, want %q", test.sql, got, test.want)
		}
	}
}

func TestFlinkSQLRoles(t *testing.T) {
	const tables = "CREATE TABLE a (x INT) WITH ('connector'='kafka', 'topic'='a');\nCREATE TABLE db.b (x INT) WITH ('connector'='kafka', 'topic'='b');\n"
	tests := []struct{ sql, a, b string }{
		{"", "unknown", "unknown"},
		{"INSERT INTO b SELECT * FROM a", "source", "sink"},
		{"INSERT INTO cat.db.b SELECT * FROM a JOIN b ON a.x = b.x", "source", "both"},
		{"CREATE VIEW v AS SELECT * FROM a; INSERT INTO b SELECT * FROM v", "source", "sink"},
		{"EXPLAIN INSERT INTO b SELECT * FROM a", "unknown", "unknown"},
		{"WITH a AS (SELECT * FROM b) SELECT * FROM a", "unknown", "source"},
		{"CREATE TABLE c WITH ('connector'='print') AS SELECT * FROM a; INSERT INTO other.b SELECT 1", "source", "unknown"},
	}
	for _, test := range tests {
		r := readSQL(t, "t.sql", tables+test.sql)
		a, _ := component(t, r, "table/a").Value("@sql.role")
		b, _ := component(t, r, "table/db.b").Value("@sql.role")
		if a != test.a || b != test.b {
			t.Errorf("%s: a is %s and b is %s, want %s and %s", test.sql, a, b, test.a, test.b)
		}
		for _, anchor := range []string{"a", "db.b"} {
			role, _ := component(t, r, "table/"+anchor).Value("@sql.role")
			for kind, roles := range map[model.Kind]string{model.Consumer: "source both", model.Producer: "sink both"} {
				has := false
				for _, c := range r.Components {
					has = has || c.Anchor == "table/"+anchor+"/"+string(kind)
				}
				if want := strings.Contains(roles, role); has != want {
					t.Errorf("%s: table %s has a %s: %t", test.sql, anchor, kind, has)
				}
			}
		}
	}
}

func TestFlinkSQLStreaming(t *testing.T) {
	const tables = "CREATE TABLE k (x INT, ts TIMESTAMP(3)) WITH ('connector'='kafka'); CREATE TABLE f (x INT) WITH ('connector'='filesystem');\n" +
		"CREATE TABLE d (x INT) WITH ('connector'='datagen', 'number-of-rows'='5'); CREATE TABLE s (x INT) WITH ('connector'='print');\n"
	tests := []struct{ sql, want string }{
		{"INSERT INTO s SELECT * FROM k", "true"},
		{"INSERT INTO s SELECT * FROM f", "false"},
		{"INSERT INTO s SELECT * FROM f JOIN d ON f.x = d.x", "false"},
		{"INSERT INTO s SELECT * FROM f UNION ALL SELECT * FROM k", "true"},
		{"INSERT INTO s SELECT * FROM elsewhere", "true"},
		{"INSERT INTO s VALUES (1)", "false"},
		{"INSERT INTO s VALUES (1); INSERT INTO s SELECT * FROM k", "true"},
		{"INSERT INTO s SELECT * FROM f /*+ OPTIONS('source.monitor-interval'='5s') */", "true"},
		{"INSERT INTO s SELECT * FROM k /*+ OPTIONS('scan.bounded.mode'='latest-offset') */", "false"},
		{"CREATE VIEW v AS SELECT * FROM k; INSERT INTO s SELECT * FROM v", "true"},
		{"CREATE VIEW v AS SELECT * FROM f; INSERT INTO s SELECT * FROM v", "false"},
		{"SET 'execution.runtime-mode' = 'BATCH'; INSERT INTO s SELECT * FROM k", "false"},
		{"INSERT INTO s SELECT * FROM f JOIN k FOR SYSTEM_TIME AS OF f.p ON f.x = k.x", "false"},
	}
	for _, test := range tests {
		r := readSQL(t, "t.sql", tables+test.sql)
		if got, _ := component(t, r, "job").Value("@streaming"); got != test.want {
			t.Errorf("%s: %s, want %s", test.sql, got, test.want)
		}
	}
}

func TestFlinkSQLWindows(t *testing.T) {
	const table = "CREATE TABLE o (k INT, ts TIMESTAMP(3), other TIMESTAMP(3), pt AS PROCTIME(), WATERMARK FOR ts AS ts) WITH ('connector'='kafka');\n" +
		"CREATE VIEW v AS SELECT *, PROCTIME() AS vt FROM o; CREATE VIEW w AS SELECT * FROM o, p;\n"
	tests := []struct{ from, window, time string }{
		{"o", "false", ""},
		{"TABLE(TUMBLE(TABLE o, DESCRIPTOR(ts), INTERVAL '1' DAY))", "true", "event"},
		{"TABLE(TUMBLE(TABLE o, DESCRIPTOR(other), INTERVAL '1' DAY))", "true", "event"},
		{"TABLE(TUMBLE(TABLE o, DESCRIPTOR(pt), INTERVAL '1' DAY))", "true", "processing"},
		{"TABLE(TUMBLE(TABLE v, DESCRIPTOR(vt), INTERVAL '1' DAY))", "true", "unknown"},
		{"TABLE(TUMBLE(TABLE w, DESCRIPTOR(ts), INTERVAL '1' DAY))", "false", ""},
		{"o GROUP BY TUMBLE(pt, INTERVAL '1' DAY)", "true", "processing"},
	}
	for _, test := range tests {
		r := readSQL(t, "t.sql", table+"INSERT INTO s SELECT 1 FROM "+test.from)
		c := component(t, r, "table/o")
		window, _ := c.Value("@sql.window")
		kind, _ := c.Value("@sql.window.time")
		if window != test.window || kind != test.time {
			t.Errorf("%s: %s %s, want %s %s", test.from, window, kind, test.window, test.time)
		}
	}
}

// TestFlinkSQLAlteredWatermark: a table may get its watermark by ALTER TABLE.
func TestFlinkSQLAlteredWatermark(t *testing.T) {
	const table = "CREATE TABLE o (k INT, ts TIMESTAMP(3)) WITH ('connector'='kafka');\n"
	for _, test := range []struct {
		alter string
		want  model.State
	}{
		{"ALTER TABLE o ADD WATERMARK FOR ts AS ts;", model.Explicit},
		{"ALTER TABLE o ADD (WATERMARK FOR ts AS ts);", model.Explicit},
		{"ALTER TABLE o ADD (WATERMARK FOR ts AS ts); ALTER TABLE o DROP WATERMARK;", ""},
		{"ALTER TABLE o ADD x INT;", ""},
		{"ALTER TABLE o DO SOMETHING;", model.Unknown},
		{"ALTER TABLE o SET ('topic'='a');", ""},
		{"ALTER TABLE o RESET ('topic');", ""},
	} {
		var got model.State
		if s := component(t, readSQL(t, "t.sql", table+test.alter), "table/o").Get("@sql.watermark"); s != nil {
			got = s.State
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", test.alter, got, test.want)
		}
	}
}

func TestFlinkSQLJobs(t *testing.T) {
	tests := []struct{ name, sql, want string }{
		{"settings before", "SET 'parallelism.default'='2'; INSERT INTO a SELECT * FROM b; INSERT INTO c SELECT * FROM d",
			"job full parallelism.default=2"},
		{"settings between", "SET 'parallelism.default'='2'; INSERT INTO a SELECT * FROM b; SET 'table.exec.state.ttl'='1 h'; INSERT INTO c SELECT * FROM d",
			"job full parallelism.default=2|job~2 full parallelism.default=2 inherited,table.exec.state.ttl=1 h"},
		{"names are no other job", "SET 'parallelism.default'='2'; SET 'pipeline.name'='x'; INSERT INTO a SELECT 1; SET 'pipeline.name'='y'; INSERT INTO c SELECT 1",
			"job full parallelism.default=2,pipeline.name=x"},
		{"reset", "SET 'parallelism.default'='2'; INSERT INTO a SELECT * FROM b; RESET 'parallelism.default'; INSERT INTO c SELECT * FROM d",
			"job full parallelism.default=2|job~2 full "},
		{"reset of all", "SET 'parallelism.default'='2'; RESET; INSERT INTO a SELECT * FROM b", "job full "},
		{"set again", "SET 'parallelism.default'='2'; SET 'parallelism.default'='3'; INSERT INTO a SELECT * FROM b",
			"job full parallelism.default=2,parallelism.default=3"},
		{"back to what it was", "SET 'parallelism.default'='2'; INSERT INTO a SELECT 1; SET 'parallelism.default'='3'; INSERT INTO a SELECT 1;" +
			" SET 'parallelism.default'='2'; INSERT INTO a SELECT 1",
			"job full parallelism.default=2|job~2 full parallelism.default=2 inherited,parallelism.default=3"},
		{"session only", "SET 'parallelism.default'='2';", "job partial parallelism.default=2"},
		{"session after", "SET 'parallelism.default'='2'; INSERT INTO a SELECT * FROM b; SET 'table.exec.state.ttl'='1 h'",
			"job full parallelism.default=2|job~2 partial table.exec.state.ttl=1 h"},
		{"look into a table", "SET 'parallelism.default'='2'; SELECT * FROM a", "job partial parallelism.default=2"},
		{"statement set", "EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT * FROM b; INSERT INTO c SELECT * FROM d; END;", "job full "},
		{"managed", "CREATE TABLE a (x INT) WITH ('connector'='confluent'); INSERT INTO a SELECT * FROM b", "job partial "},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var jobs []string
			for _, c := range readSQL(t, "t.sql", test.sql+"; CREATE CATALOG c WITH ('type'='x')").Components {
				if c.Kind != model.FlinkJob {
					continue
				}
				var settings []string
				for _, s := range c.Settings {
					if s.IsFact() {
						continue
					}
					text := s.Key + "=" + s.Value
					if s.State == model.Inherited {
						text += " inherited"
					}
					settings = append(settings, text)
				}
				jobs = append(jobs, fmt.Sprintf("%s %s %s", c.Anchor, c.Complete, strings.Join(settings, ",")))
			}
			if got := strings.Join(jobs, "|"); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestFlinkSQLHints(t *testing.T) {
	const table = "CREATE TABLE t (a INT) WITH ('connector'='kafka', 'topic'='t', 'scan.startup.mode'='earliest-offset');\n"
	anchors := func(r *Result) string {
		var list []string
		for _, c := range r.Components {
			if c.Kind == model.FlinkTable {
				mode, _ := c.Value("scan.startup.mode")
				list = append(list, c.Anchor+" "+mode)
			}
		}
		return strings.Join(list, "|")
	}
	const latest, timestamp = "/*+ OPTIONS('scan.startup.mode'='latest-offset') */", "/*+ OPTIONS('scan.startup.mode'='timestamp') */"
	tests := []struct{ sql, want string }{
		{"SELECT * FROM t " + latest, "table/t latest-offset"},
		{"SELECT * FROM t " + latest + "; SELECT * FROM t " + latest, "table/t latest-offset"},
		{"SELECT * FROM t; SELECT * FROM t " + latest, "table/t earliest-offset|table/t/hint~1 latest-offset"},
		{"SELECT * FROM t " + latest + " UNION ALL SELECT * FROM t " + timestamp, "table/t latest-offset|table/t/hint~1 timestamp"},
		{"SELECT * FROM unseen " + latest, "table/t earliest-offset|table/unseen latest-offset"},
	}
	for _, test := range tests {
		r := readSQL(t, "t.sql", table+test.sql)
		if got := anchors(r); got != test.want {
			t.Errorf("%s:\ngot  %s\nwant %s", test.sql, got, test.want)
		}
		checkSpans(t, r)
	}
}

// TestFlinkSQLWithin reads a script that a manifest's job runs: it has no settings of its
// own, so it is that job's.
func TestFlinkSQLWithin(t *testing.T) {
	file := syntax.NewFile("job.yaml", "args:\n  - |\n    CREATE TABLE t (a INT) WITH ('connector'='kafka');\n    INSERT INTO s SELECT * FROM t;\n")
	r := &Result{File: file}
	out := Output{result: r, anchors: make(map[string]int), dialect: "flink-operator", doc: &Document{Source: syntax.NewSource(file)}}
	parent := out.Component(model.FlinkJob, "FlinkDeployment/x", "x", model.Span{})
	docs, _ := syntax.ParseYAML(syntax.NewSource(file))
	src := docs[0].Root.Get("args").Items[0].Source()
	inner := out
	inner.doc, inner.dialect = &Document{Source: src, Name: "args.sql", Anchor: "FlinkDeployment/x/args", Parent: parent}, flinkSQLDialect.Name
	inner.doc.Statements, _, _ = syntax.ParseSQL(src)
	flinkSQLDialect.Read(inner.doc, &inner)
	if streaming, _ := parent.Value("@streaming"); streaming != "true" || len(r.Components) != 3 {
		t.Errorf("%d components, streaming %q:\n%s", len(r.Components), streaming, listing(r))
	}
	table := component(t, r, "FlinkDeployment/x/args/table/t")
	if table.Parent != parent.ID || table.Span.Start.Line != 3 || file.Text[table.Span.Start.Offset:table.Span.End.Offset] != "t" {
		t.Errorf("table with parent %q at %v", table.Parent, table.Span)
	}
	checkSpans(t, r)
}
