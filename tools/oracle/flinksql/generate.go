package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// generator writes scripts.
type generator struct{ *rand.Rand }

func (g *generator) one(of ...string) string { return of[g.IntN(len(of))] }

// maybe returns a text once in n times.
func (g *generator) maybe(n int, text string) string {
	if g.IntN(n) == 0 {
		return text
	}
	return ""
}

// blank is what may stand between two words.
func (g *generator) blank() string {
	return g.one(" ", " ", " ", " ", "\n", "\n  ", "\t", " /* a; 'b */ ", " -- c; \"d\n", "  \r\n")
}

// word writes keywords in a case of its own.
func (g *generator) word(text string) string {
	switch g.IntN(4) {
	case 0:
		return strings.ToLower(text)
	case 1:
		return strings.ReplaceAll(text, " ", g.blank())
	}
	return text
}

func (g *generator) column() string {
	return g.one("id", "name", "amount", "ts", "`order`", "`weird ``name`", "user_id", "proc", "`ünï`", "k1")
}

func (g *generator) name() string {
	n := g.one("orders", "clean", "t1", "`my table`", "`orders-v2`", "Payments", "_raw", "`select`")
	return g.maybe(4, g.one("db.", "`my db`.", "cat.db.", "`cat`.`db`.")) + n
}

func (g *generator) text() string {
	return "'" + g.one("kafka", "", "it''s", "a;b", "--x", "/* no */", "json", "10 s", "k=v", "ü", "a\nb", "\\n", "earliest-offset", "$", "\"q\"", "`b`", "//c", "1,2", "()") + "'"
}

func (g *generator) key() string {
	return "'" + g.one("connector", "topic", "format", "properties.bootstrap.servers", "scan.startup.mode", "json.ignore-parse-errors", "sink.parallelism", "a''b", "key.fields") + "'"
}

func (g *generator) pairs(n int) string {
	var out []string
	for range n {
		out = append(out, g.key()+g.one(" = ", "=", " =\n ", "\t=\t")+g.text())
	}
	return strings.Join(out, g.one(",", ", ", ",\n  ", " -- x\n , "))
}

func (g *generator) hint() string {
	return g.maybe(3, " /*+ "+g.word("OPTIONS")+"("+g.pairs(1+g.IntN(2))+") */")
}

func (g *generator) table() string {
	var columns []string
	for i := range 1 + g.IntN(4) {
		c := fmt.Sprintf("%s%d", g.one("c", "col_", "`x y`"), i)
		if strings.HasPrefix(c, "`") {
			c = fmt.Sprintf("`x y%d`", i)
		}
		columns = append(columns, c+" "+g.one("INT", "STRING NOT NULL", "DECIMAL(10, 2)", "ROW<a INT, b STRING>", "MAP<STRING, ARRAY<INT>>", "TIMESTAMP(3)", "AS PROCTIME()",
			"AS c0 || ', x'", "BIGINT METADATA", "TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL", "STRING COMMENT 'a, b) c'", "AS CAST(c0 AS INT) COMMENT 'c'", "VARCHAR(5) ARRAY", "BYTES"))
	}
	if g.IntN(3) == 0 {
		columns = append(columns, "ts TIMESTAMP(3)", g.word("WATERMARK FOR")+" ts "+g.word("AS")+" ts"+g.one("", " - INTERVAL '5' SECOND", " - INTERVAL '1' MINUTE"))
	}
	if g.IntN(4) == 0 {
		columns = append(columns, g.maybe(2, "CONSTRAINT pk ")+g.word("PRIMARY KEY")+" ("+g.one("id", "id, name", "`order`")+") "+g.word("NOT ENFORCED"))
	}
	s := g.word("CREATE") + g.maybe(4, " "+g.word("TEMPORARY")) + g.blank() + g.word("TABLE") + " " + g.maybe(5, g.word("IF NOT EXISTS")+" ") + g.name() +
		g.blank() + "(" + g.one("", "\n  ") + strings.Join(columns, g.one(", ", ",\n  ", ", -- note\n")) + g.one(")", "\n)") + g.maybe(6, " COMMENT 'the table''s (x)'") +
		g.maybe(8, " PARTITIONED BY (id)")
	with := g.blank() + g.word("WITH") + g.one(" (", "(\n  ") + g.pairs(1+g.IntN(4)) + g.one(")", "\n)")
	switch g.IntN(8) {
	case 0:
		return s + with + " " + g.word("LIKE") + " " + g.name() + g.one("", " ()", " (EXCLUDING OPTIONS)", " (EXCLUDING ALL)", " (INCLUDING ALL EXCLUDING WATERMARKS)", " (OVERWRITING OPTIONS EXCLUDING CONSTRAINTS)",
			" (EXCLUDING ALL INCLUDING OPTIONS)", " (INCLUDING CONSTRAINTS OVERWRITING OPTIONS EXCLUDING ALL)")
	case 1:
		return "CREATE TABLE " + g.name() + with + g.blank() + g.word("AS") + " " + g.query(1)
	}
	return s + with
}

// from is what a query reads.
func (g *generator) from(depth int) string {
	alias := g.one("", "", " AS a", " b")
	switch g.IntN(9) {
	case 0:
		if depth > 0 {
			return "(" + g.query(depth-1) + ")" + g.one(" AS s", " s")
		}
	case 1:
		return g.name() + g.one(" AS a", " a") + g.one(" JOIN ", " LEFT JOIN ", ", ", " CROSS JOIN ") + g.name() + " AS b2"
	case 2:
		return g.name() + " AS o JOIN " + g.name() + " FOR SYSTEM_TIME AS OF o.proc AS d ON o.id = d.id"
	case 3:
		return "TABLE(" + g.word("TUMBLE") + "(TABLE " + g.name() + ", DESCRIPTOR(ts), INTERVAL '5' MINUTES))"
	case 4:
		return g.name() + ", LATERAL TABLE(split(name)) AS x(w)"
	case 5:
		return g.name() + " CROSS JOIN UNNEST(tags) AS x(tag)"
	}
	return g.name() + g.hint() + alias
}

func (g *generator) query(depth int) string {
	q := g.word("SELECT") + " " + g.maybe(8, "DISTINCT ") + g.one("*", "id, name", "COUNT(*) AS n", "CAST(id AS STRING), 'a;b'", "id, EXTRACT(DAY FROM ts)", "TRIM(BOTH ' ' FROM name)", "a.id AS `from`") +
		g.blank() + g.word("FROM") + " " + g.from(depth) +
		g.maybe(3, " "+g.word("WHERE")+" "+g.one("id > 1", "name = 'it''s; x'", "id IN (SELECT id FROM "+g.name()+")", "ts BETWEEN ts - INTERVAL '1' HOUR AND ts", "EXISTS (SELECT 1 FROM t9)")) +
		g.maybe(6, " GROUP BY id, name") + g.maybe(10, " HAVING COUNT(*) > 1") + g.maybe(10, " ORDER BY id LIMIT 5")
	switch {
	case depth > 0 && g.IntN(6) == 0:
		return g.word("WITH") + " w AS (" + g.query(depth-1) + ") SELECT * FROM w"
	case depth > 0 && g.IntN(6) == 0:
		return "SELECT id FROM " + g.name() + g.one(" UNION ALL ", " UNION ", " EXCEPT ", " INTERSECT ") + "SELECT id FROM " + g.name()
	}
	return q
}

func (g *generator) insert() string {
	return g.word("INSERT") + " " + g.one("INTO", "OVERWRITE", "into") + " " + g.name() + g.hint() + g.maybe(5, " PARTITION (dt = '2026-01-01')") + g.maybe(5, " (id, name)") +
		g.blank() + g.one(g.query(2), g.query(1), "VALUES (1, 'a;b'), (2, 'c')")
}

func (g *generator) statement() string {
	switch g.IntN(17) {
	case 0, 1, 2, 3:
		return g.table()
	case 4, 5, 6:
		return g.insert()
	case 7, 8:
		return g.word("SET") + " " + g.key() + g.one(" = ", "=") + g.text()
	case 9:
		return g.word("RESET") + " " + g.one(g.key(), g.key(), "")
	case 10:
		return g.word("CREATE") + g.maybe(3, " TEMPORARY") + " " + g.word("VIEW") + " " + g.name() + g.maybe(4, " (a, b)") + " " + g.word("AS") + " " + g.query(1)
	case 11:
		return g.word("ALTER TABLE") + " " + g.name() + " " + g.one("SET ("+g.pairs(1+g.IntN(2))+")", "RESET ("+g.key()+", "+g.key()+")", "RENAME TO x", "ADD c9 INT")
	case 12:
		return g.word("DROP") + g.one(" TABLE ", " TABLE IF EXISTS ", " VIEW ", " TEMPORARY TABLE ") + g.name()
	case 13:
		return g.one("USE CATALOG cat", "USE db", "CREATE CATALOG c WITH ('type' = 'hive')", "CREATE DATABASE IF NOT EXISTS d", "CREATE FUNCTION f AS 'a.b.C' LANGUAGE JAVA", "SHOW TABLES", "DROP CATALOG c", "DESCRIBE orders")
	case 14:
		return g.query(2)
	case 15:
		inserts := make([]string, 1+g.IntN(3))
		for i := range inserts {
			inserts[i] = g.insert()
		}
		if g.IntN(2) == 0 {
			return g.word("EXECUTE STATEMENT SET") + g.one(" BEGIN ", "\nbegin\n") + strings.Join(inserts, ";\n") + ";\n" + g.word("END")
		}
		return g.word("BEGIN STATEMENT SET") + ";\n" + strings.Join(inserts, ";\n") + ";\n" + g.word("END")
	}
	return g.one("EXPLAIN ", "EXPLAIN PLAN FOR ", "explain estimated_cost, changelog_mode ") + g.one(g.query(1), g.insert())
}

// script writes one to four statements; one script in ten has a slip in it.
func (g *generator) script() string {
	var b strings.Builder
	b.WriteString(g.one("", "", "-- a script; with 'quotes\n", "/* and\n this */"))
	n := 1 + g.IntN(4)
	for i := range n {
		b.WriteString(g.statement())
		if i < n-1 || g.IntN(3) > 0 {
			b.WriteString(g.one(";\n", ";", " ;\n\n", ";\n-- next\n"))
		}
	}
	text := b.String()
	if g.IntN(10) == 0 {
		at := g.IntN(len(text))
		return text[:at] + g.one("", "'", "(", ")", ";", "*/", "`") + text[min(len(text), at+g.IntN(3)):]
	}
	return text
}
