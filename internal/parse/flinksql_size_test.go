package parse

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// TestFlinkSQLSize reads scripts that ask for more copies of settings than their text
// has: neither time nor memory may run away.
func TestFlinkSQLSize(t *testing.T) {
	options := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "'k%d'='v',", i)
		}
		return strings.TrimSuffix(b.String(), ",")
	}
	repeat := func(format string, n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.ReplaceAll(format, "#", fmt.Sprint(i)))
		}
		return b.String()
	}
	wide := "CREATE TABLE b (x INT) WITH (" + options(10_000) + ");\n"
	tests := map[string]string{
		"like":       wide + repeat("CREATE TABLE t# LIKE b;\n", 10_000),
		"like chain": "CREATE TABLE t0 (x INT) WITH ('a'='b');\n" + repeat("CREATE TABLE t WITH ('k#'='v') LIKE t;\n", 10_000),
		"hints":      wide + repeat("SELECT * FROM b /*+ OPTIONS('k1'='#') */;\n", 10_000),
		"alter":      wide + repeat("ALTER TABLE b SET ('x#'='y');\nALTER TABLE b RESET ('x#');\n", 10_000),
		"columns":    "CREATE TABLE b (" + repeat("x# INT, ", 10_000) + "y INT) WITH ('a'='b');\n" + repeat("ALTER TABLE b ADD z# INT;\nALTER TABLE b DROP WATERMARK;\n", 10_000),
		"jobs":       repeat("SET 'k#' = 'v'; INSERT INTO t SELECT 1 FROM u;\n", 10_000) + "CREATE CATALOG c WITH ('a'='b');",
		"resets":     repeat("SET 'k#' = 'v';", 10_000) + repeat("RESET 'k#'; INSERT INTO t SELECT 1;\n", 10_000) + "CREATE CATALOG c WITH ('a'='b');",
		"views":      wide + repeat("CREATE VIEW v# AS SELECT * FROM v;\nCREATE VIEW v AS SELECT * FROM v#;\nSET 'k'='#';\nINSERT INTO s SELECT * FROM v;\n", 3_000),
		"uses":       wide + repeat("INSERT INTO b SELECT 1;\nALTER TABLE b SET ('x#'='y');\n", 10_000),
		"table jobs": wide + repeat("SET 'k'='#';\nINSERT INTO b SELECT 1;\n", 10_000),
		"drops":      wide + repeat("CREATE TABLE t# (x INT) WITH ('a'='b');\nDROP DATABASE d CASCADE;\nDROP TABLE IF EXISTS u#;\n", 10_000),
		"deep views": wide + "CREATE VIEW v AS SELECT * FROM b;\n" + repeat("ALTER VIEW v RENAME TO w#;\nCREATE VIEW v AS SELECT * FROM w#;\n", 3_000) + repeat("INSERT INTO s SELECT # FROM v;\n", 1_000),
		"namesakes":  wide + repeat("CREATE TABLE d#.t (x INT) WITH ('a'='b');\nINSERT INTO e#.t SELECT * FROM f#.t;\n", 10_000),
	}
	for name, sql := range tests {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			r := readSQL(t, "t.sql", sql)
			settings := 0
			for _, c := range r.Components {
				settings += len(c.Settings)
			}
			if elapsed := time.Since(start); elapsed > 30*time.Second || settings > 4*maxCopies+8*len(r.Components) {
				t.Errorf("%v for %d kB, %d components with %d settings", elapsed, len(sql)>>10, len(r.Components), settings)
			}
		})
	}
}

// TestFlinkSQLCorpus reads the scripts of a directory of real files, named by KCFGLINT_CORPUS.
func TestFlinkSQLCorpus(t *testing.T) {
	dir := os.Getenv("KCFGLINT_CORPUS")
	if dir == "" {
		t.Skip("KCFGLINT_CORPUS names no directory")
	}
	for folder, ours := range map[string]bool{"flink-sql/*": true, "other/*.sql": false} {
		names, err := filepath.Glob(filepath.Join(dir, folder))
		if err != nil {
			t.Fatal(err)
		}
		matched := 0
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			file := syntax.NewFile(filepath.Base(name), string(data))
			docs, _ := documents(Document{Source: syntax.NewSource(file), Name: file.Name, Grammar: SQL})
			if !flinkSQLDialect.Match(docs[0]) {
				if ours {
					t.Logf("not recognised: %s", file.Name)
				}
				continue
			}
			matched++
			if !ours {
				t.Errorf("taken for Flink's: %s", file.Name)
			}
			checkSpans(t, readSQL(t, file.Name, file.Text))
		}
		t.Logf("%s: %d of %d recognised", folder, matched, len(names))
	}
}

func FuzzFlinkSQL(f *testing.F) {
	names, err := filepath.Glob(filepath.Join("testdata", "flinksql", "*.sql"))
	if err != nil || len(names) == 0 {
		f.Fatal("no seeds")
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Add("CREATE TABLE a WITH ('connector'='kafka') LIKE a; ALTER TABLE a SET ('@x'='y'); INSERT INTO a SELECT * FROM a /*+ OPTIONS('a'='b') */")
	f.Fuzz(func(t *testing.T, text string) {
		file := syntax.NewFile("t.sql", text)
		docs, _ := documents(Document{Source: syntax.NewSource(file), Name: file.Name, Grammar: SQL})
		r := &Result{File: file}
		flinkSQLDialect.Read(docs[0], &Output{result: r, anchors: make(map[string]int), doc: docs[0], dialect: flinkSQLDialect.Name})
		ids := make(map[string]bool)
		for _, c := range r.Components {
			if ids[c.ID] {
				t.Errorf("two components %s", c.ID)
			}
			ids[c.ID] = true
		}
		for _, c := range r.Components {
			for _, id := range []string{c.Parent, c.OwnerID} {
				if id != "" && !ids[id] {
					t.Errorf("%s belongs to %s, which there is not", c.ID, id)
				}
			}
			for _, s := range c.Settings {
				if s.KeySpan.End.Offset > len(text) || s.ValueSpan.Start.Offset > s.ValueSpan.End.Offset || s.Secret != nil && s.Value != "" {
					t.Errorf("setting %s of %s at %v", s.Key, c.ID, s.KeySpan)
				}
			}
		}
	})
}

func BenchmarkFlinkSQL(b *testing.B) {
	one := "CREATE TABLE orders_# (id BIGINT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '5' SECOND) WITH (\n" +
		"  'connector' = 'kafka', 'topic' = 'orders', 'properties.bootstrap.servers' = 'broker:9092', -- why\n  'format' = 'json');\n" +
		"INSERT INTO sink SELECT o.id, COUNT(*) FROM orders_# AS o JOIN customers c ON o.c = c.id WHERE o.x > 3 GROUP BY o.id;\n"
	var text strings.Builder
	for i := 0; text.Len() < 1<<20; i++ {
		text.WriteString(strings.ReplaceAll(one, "#", fmt.Sprint(i)))
	}
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		readSQL(b, "t.sql", text.String())
	}
}
