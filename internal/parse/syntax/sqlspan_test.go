package syntax

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

// sqlSpans checks that what was read stands where the spans say.
type sqlSpans struct {
	t   *testing.T
	src *Source
	raw func(model.Span) string // text at a span after the outer document's decoding
}

func checkSQLSpans(t *testing.T, src *Source, stmts []*Statement) {
	t.Helper()
	c := sqlSpans{t: t, src: src, raw: src.Raw}
	c.statements(stmts)
}

func (c *sqlSpans) statements(stmts []*Statement) {
	c.t.Helper()
	end := 0
	for _, s := range stmts {
		if s.Span.Start.Offset < end || s.Span.End.Offset <= s.Span.Start.Offset || !s.Span.Contains(s.Verb) {
			c.t.Errorf("statement at %v to %v, its verb at %v", s.Span, s.Span.End, s.Verb)
		}
		end = s.Span.End.Offset
		c.words(s, s.Name)
		c.words(s, s.Keys)
		c.pairs(s, s.Options)
		c.pairs(s, s.Hints)
		for _, col := range s.Columns {
			c.words(s, []Word{col.Name})
		}
		if w := s.Watermark; w != nil {
			c.words(s, []Word{w.Column, w.Expr})
		}
		if k := s.PrimaryKey; k != nil {
			c.words(s, k.Columns)
			if text := strings.ToUpper(c.raw(k.Span)); !strings.HasPrefix(text, "PRIMARY") || !strings.HasSuffix(text, "KEY") {
				c.t.Errorf("%q at the place of PRIMARY KEY", text)
			}
		}
		if s.Like != nil {
			c.words(s, s.Like.Table)
		}
		if s.Query != nil {
			c.query(s, s.Query)
		}
	}
}

func (c *sqlSpans) query(s *Statement, q *Query) {
	c.t.Helper()
	for _, ref := range q.Tables {
		c.words(s, ref.Name)
		c.pairs(s, ref.Hints)
		if len(ref.Name) == 0 {
			c.t.Errorf("%v: a table without a name", s.Span)
		}
	}
	for _, w := range q.Windows {
		c.words(s, []Word{w.Function})
		c.words(s, w.Table)
		if w.Time.Text != "" {
			c.words(s, []Word{w.Time})
		}
	}
	for words, span := range map[string]model.Span{"GROUP": q.GroupBy, "SELECT UNION": q.Distinct, "ON": q.OnConflict.Span} {
		begins := func(word string) bool { return strings.HasPrefix(strings.ToUpper(c.raw(span)), word) }
		if !span.IsZero() && !slices.ContainsFunc(strings.Fields(words), begins) {
			c.t.Errorf("%q at the place of %s", c.raw(span), words)
		}
	}
}

func (c *sqlSpans) words(s *Statement, list []Word) {
	c.t.Helper()
	for _, w := range list {
		c.text(s, w.Text, w.Span)
	}
}

func (c *sqlSpans) pairs(s *Statement, list []Pair) {
	c.t.Helper()
	for _, p := range list {
		c.text(s, p.Key, p.KeySpan)
		c.text(s, p.Value, p.ValueSpan)
		if p.ValueSpan.Start.Offset <= p.KeySpan.End.Offset {
			c.t.Errorf("value of %q at %v stands before its key at %v", p.Key, p.ValueSpan, p.KeySpan)
		}
		if raw := c.raw(p.ValueSpan); raw != p.RawValue {
			c.t.Errorf("%q at the place of %q", raw, p.RawValue)
		}
	}
}

// adjacent are the quotes between the parts of a continued literal.
var adjacent = regexp.MustCompile(`(?s)'(?:\s|--[^\n]*\n|//[^\n]*\n|/\*.*?\*/)*(?:[A-Za-z_]\w*|[uU]&)?'|"\s*"`)

func (c *sqlSpans) text(s *Statement, text string, span model.Span) {
	c.t.Helper()
	if !s.Span.Contains(span) {
		c.t.Errorf("%q at %v lies outside of its statement at %v", text, span, s.Span)
		return
	}
	raw := c.raw(span)
	if raw == text {
		return
	}
	for _, quote := range []string{"'", "`", `"`} {
		if strings.ReplaceAll(raw, quote+quote, quote) == text {
			return
		}
	}
	if decodeC(raw) == text || decodeUnicode(raw, '\\') == text || adjacent.MatchString(raw) || strings.HasPrefix(c.before(span), "&'") {
		return
	}
	c.t.Errorf("%v: %q stands at the place of %q", span, raw, text)
}

// before returns the two bytes before a span.
func (c *sqlSpans) before(span model.Span) string {
	at := span.Start.Offset
	return c.src.File.Text[max(0, at-2):at]
}

// TestSQLWithin reads a script within a JSON string: all spans are those of the JSON file.
func TestSQLWithin(t *testing.T) {
	script := "-- träume\nCREATE TABLE `o\u00e4` (a INT, WATERMARK FOR ts AS ts)\r\n\tWITH ('topic' = 'a\"b', 'x' = 'it''s \\ 😀');\nINSERT INTO s SELECT * FROM `oä`;"
	file := NewFile("t.json", `{"before": 1, "sql": `+strconv.Quote(script)+`}`)
	root, errs := ParseJSON(NewSource(file))
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	src := root.Get("sql").Source()
	if src.Text != script {
		t.Fatalf("the JSON string is %q", src.Text)
	}
	stmts, comments, errs := ParseSQL(src)
	if len(errs) > 0 || len(stmts) != 2 || len(comments) != 1 {
		t.Fatalf("%d statements, %d comments, errors %v", len(stmts), len(comments), errs)
	}
	c := sqlSpans{t: t, src: src, raw: func(s model.Span) string {
		text, err := strconv.Unquote(`"` + src.Raw(s) + `"`)
		if err != nil {
			t.Errorf("%v: %v", s, err)
		}
		return text
	}}
	c.statements(stmts)
	if o := stmts[0].Options; len(o) != 2 || o[0].Value != `a"b` || o[1].Value != `it's \ 😀` {
		t.Errorf("options %v", o)
	}
}

// TestSQLCorpus reads the scripts of a directory of real files, named by KCFGLINT_CORPUS.
func TestSQLCorpus(t *testing.T) {
	dir := os.Getenv("KCFGLINT_CORPUS")
	if dir == "" {
		t.Skip("KCFGLINT_CORPUS names no directory")
	}
	files, failed := 0, 0
	for _, pattern := range []string{"flink-sql/*", "other/*.sql"} {
		names, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			src := NewSource(NewFile(filepath.Base(name), string(data)))
			stmts, _, errs := ParseSQL(src)
			checkSQLSpans(t, src, stmts)
			files++
			if len(errs) > 0 {
				failed++
				t.Log(errs[0])
			}
		}
	}
	t.Logf("%d files, %d with errors", files, failed)
	if files == 0 || failed*20 > files {
		t.Errorf("%d of %d files do not parse", failed, files)
	}
}

func FuzzSQL(f *testing.F) {
	for _, seed := range []string{
		"CREATE TABLE t (id INT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '5' SECOND, PRIMARY KEY (id) NOT ENFORCED) WITH ('k'='v');",
		"SET a.b = c -- d\n; SET 'a' = U&'\\0041' UESCAPE '!'; RESET;",
		"EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT * FROM TABLE(TUMBLE(TABLE b, DESCRIPTOR(c), INTERVAL '1' DAY)); END;",
		"WITH x AS (SELECT * FROM y /*+ OPTIONS('a'='b') */) SELECT DISTINCT * FROM x, z WHERE E'\\'' = \"q\" GROUP BY HOP(a, b)",
		"{{ config(a='b') }} CREATE TABLE ${x} WITH ({{ y }}, 'a' = '{{ v('b') }}') LIKE z (EXCLUDING ALL)",
		"'", "/*", "`", "Flink SQL> SELECT 1", "ALTER TABLE a RESET ('b'\nCREATE TABLE x (",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<16 {
			return
		}
		src := NewSource(NewFile("t.sql", text))
		stmts, comments, errs := ParseSQL(src)
		checkSQLSpans(t, src, stmts)
		for _, c := range comments {
			if raw := src.Raw(c.Span); !strings.Contains(raw, c.Text) || len(raw) < 2 {
				t.Errorf("%q at the place of the comment %q", raw, c.Text)
			}
		}
		for _, e := range errs {
			if e.Span.Start.Offset > len(text) || e.Message == "" {
				t.Errorf("error %v", e)
			}
		}
	})
}

func BenchmarkSQL(b *testing.B) {
	one := "CREATE TABLE orders (id BIGINT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '5' SECOND) WITH (\n" +
		"  'connector' = 'kafka', 'topic' = 'orders', 'properties.bootstrap.servers' = 'broker:9092', -- why\n  'format' = 'json');\n" +
		"INSERT INTO sink SELECT o.id, COUNT(*) FROM orders AS o JOIN customers c ON o.c = c.id WHERE o.x > 3 GROUP BY o.id;\n"
	src := NewSource(NewFile("t.sql", strings.Repeat(one, (1<<20)/len(one))))
	b.SetBytes(int64(len(src.Text)))
	b.ReportAllocs()
	for b.Loop() {
		ParseSQL(src)
	}
}
