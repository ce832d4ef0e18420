package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// generator writes scripts whose statements bear upon each other.
type generator struct {
	*rand.Rand
	marks     int      // of options, so that no two definitions are alike
	tables    []string // names that were written
	views     []string
	databases bool // the script has some besides the first one
	// frozen says that a view keeps the tables as they were when it was created, as in Flink
	// 1.20; in 2.2 and 2.3 it means what its text means where it is read, and so it does to
	// kcfglint, for which a catalog outside of Flink may keep the text, too. No script then
	// changes tables behind its views.
	frozen bool
}

func (g *generator) one(of ...string) string { return of[g.IntN(len(of))] }

// maybe returns a text once in n times.
func (g *generator) maybe(n int, text string) string {
	if g.IntN(n) == 0 {
		return text
	}
	return ""
}

// families are the names of options, of which some have been renamed, and values.
var families = []struct{ names, values []string }{
	{[]string{"execution.checkpointing.interval"}, []string{"10 s", "1 min", "60000", " 5s "}},
	{[]string{"state.backend.type", "state.backend"}, []string{"hashmap", "rocksdb"}},
	{[]string{"execution.checkpointing.dir", "state.checkpoints.dir", "state.backend.fs.checkpointdir"}, []string{"file:///a", "file:///b?x=1", " file:///c"}},
	{[]string{"execution.checkpointing.savepoint-dir", "state.savepoints.dir", "savepoints.state.backend.fs.dir"}, []string{"file:///s", "file:///t"}},
	{[]string{"execution.checkpointing.num-retained", "state.checkpoints.num-retained"}, []string{"1", "3"}},
	{[]string{"execution.checkpointing.incremental", "state.backend.incremental"}, []string{"true", "false"}},
	{[]string{"execution.checkpointing.unaligned.enabled", "execution.checkpointing.unaligned"}, []string{"true", "false"}},
	{[]string{"execution.checkpointing.mode"}, []string{"AT_LEAST_ONCE", "EXACTLY_ONCE"}},
	{[]string{"restart-strategy.type", "restart-strategy"}, []string{"fixed-delay", "none", "disable"}},
	{[]string{"restart-strategy.fixed-delay.attempts"}, []string{"3", "9"}},
	{[]string{"execution.checkpointing.tolerable-failed-checkpoints"}, []string{"0", "2"}},
	{[]string{"table.exec.state.ttl"}, []string{"1 h", "0"}},
	{[]string{"table.exec.source.idle-timeout"}, []string{"30 s", "0 ms"}},
	{[]string{"table.exec.sink.not-null-enforcer"}, []string{"DROP", "ERROR"}},
	{[]string{"parallelism.default"}, []string{"2", "4"}},
}

func (g *generator) configure() string {
	f := families[g.IntN(len(families))]
	key, value := f.names[g.IntN(len(f.names))], f.values[g.IntN(len(f.values))]
	switch g.IntN(9) {
	case 0:
		return "SET " + key + " = '" + value + "'"
	case 1:
		return "set " + key + "=" + strings.ReplaceAll(value, " ", "")
	case 2, 3:
		return "RESET '" + g.maybe(8, " ") + key + "'"
	case 4:
		return g.one("RESET", "reset", "RESET "+key, "RESET '"+key+"'")
	}
	return "SET '" + g.maybe(8, " ") + key + "' = '" + value + "'"
}

// mark is an option that stands nowhere else.
func (g *generator) mark() string {
	g.marks++
	return fmt.Sprintf("'mark' = '%d'", g.marks)
}

func (g *generator) pairs() string {
	out := "'connector' = '" + g.one("kafka", "print", "x y") + "', " + g.mark()
	for range g.IntN(4) {
		out += ", '" + g.one("topic", "format", "scan.startup.mode", "sink.delivery-guarantee", "properties.acks", "properties.group.id", "Topic") + "' = '" +
			g.one("kafka", "a", "b", "it''s", "json", "latest-offset", "", " x ") + "'"
	}
	return out
}

func (g *generator) name() string {
	database := ""
	if g.databases && g.IntN(3) == 0 {
		database = g.one("db1.", "db2.", "db.", "default_database.", "cat.db.", "default_catalog.db1.", "default_catalog.default_database.", "cat.`default`.")
	}
	return database + g.one("t1", "t2", "t3", "t4", "t5", "t6", "t7", "`T 1`")
}

// table is the name of a table that there may be.
func (g *generator) table() string {
	if len(g.tables) == 0 || g.IntN(25) == 0 {
		return g.name()
	}
	n := g.tables[max(0, len(g.tables)-1-g.IntN(5))]
	return n
}

// source is the name of a table or view.
func (g *generator) source() string {
	if len(g.views) > 0 && g.IntN(4) == 0 {
		return g.views[g.IntN(len(g.views))]
	}
	return g.table()
}

func (g *generator) hint(n int) string {
	if g.IntN(n) > 0 {
		return ""
	}
	return " /*+ OPTIONS('" + g.one("topic", "format", "scan.startup.mode", "hinted") + "' = '" + g.one("h1", "h2") + "'" + g.maybe(3, ", 'more' = 'h'") + ") */"
}

const physical = "id INT NOT NULL, name STRING, ts TIMESTAMP(3)"

func (g *generator) columns() string {
	return physical + g.maybe(4, ", pt AS PROCTIME()") + g.maybe(4, ", gen AS ts + INTERVAL '1' SECOND") + g.maybe(4, ", m STRING METADATA VIRTUAL") +
		g.maybe(2, ", "+g.watermark()) + g.maybe(3, ", PRIMARY KEY (id) NOT ENFORCED")
}

func (g *generator) watermark() string {
	return g.one("WATERMARK FOR ts AS ts", "WATERMARK FOR ts AS ts", "WATERMARK FOR ts AS ts - INTERVAL '5' SECOND", "WATERMARK FOR gen AS gen")
}

func (g *generator) create() string {
	name := g.name()
	s := "CREATE " + g.maybe(5, "TEMPORARY ") + "TABLE " + g.maybe(4, "IF NOT EXISTS ") + name
	defer func() { g.tables = append(g.tables, name) }()
	switch g.IntN(9) {
	case 0, 1, 2:
		if len(g.tables) > 0 {
			return s + g.like()
		}
	case 3:
		if len(g.tables) > 0 {
			return s + " WITH (" + g.pairs() + ") AS " + g.query()
		}
	}
	return s + " (" + g.columns() + ") WITH (" + g.pairs() + ")"
}

func (g *generator) like() string {
	var own []string
	if g.IntN(3) == 0 {
		own = append(own, fmt.Sprintf("x%d INT", g.marks))
	}
	if g.IntN(5) == 0 {
		own = append(own, g.watermark())
	}
	if g.IntN(5) == 0 {
		own = append(own, "PRIMARY KEY (id) NOT ENFORCED")
	}
	s := ""
	if len(own) > 0 {
		s = " (" + strings.Join(own, ", ") + ")"
	}
	if g.IntN(5) > 0 {
		s += " WITH (" + g.pairs() + ")"
	}
	s += " LIKE " + g.table()
	if g.IntN(3) == 0 {
		return s
	}
	var features []string
	for i, at := range g.Perm(7)[:1+g.IntN(3)] {
		feature := []string{"ALL", "OPTIONS", "WATERMARKS", "CONSTRAINTS", "GENERATED", "METADATA", "PARTITIONS"}[at]
		how := g.one("INCLUDING ", "EXCLUDING ", "EXCLUDING ")
		if i == 0 && at != 0 && at != 3 && at != 6 {
			how = g.one(how, "OVERWRITING ")
		}
		features = append(features, how+feature)
	}
	return s + " (" + strings.Join(features, g.one(" ", "\n  ")) + ")"
}

func (g *generator) query() string {
	const columns = "id, name, ts"
	from := g.source() + g.hint(4)
	switch g.IntN(11) {
	case 4:
		name := g.one("w", "t1", "t2")
		return "WITH " + name + " AS (SELECT * FROM " + from + ") SELECT " + columns + " FROM " + name + g.maybe(3, " UNION ALL SELECT "+columns+" FROM "+g.source())
	case 5:
		return "SELECT id, name, window_start FROM TABLE(TUMBLE(TABLE " + g.source() + ", DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY id, name, window_start, window_end"
	case 6:
		return "SELECT " + columns + " FROM " + from + " EXCEPT (SELECT " + columns + " FROM " + g.source() + ")"
	case 0:
		return "SELECT " + columns + " FROM " + from + " UNION ALL SELECT " + columns + " FROM " + g.source() + g.hint(4)
	case 1:
		return "SELECT " + columns + " FROM " + from + " WHERE id IN (SELECT id FROM " + g.source() + ")"
	case 2:
		return "SELECT a.id, b.name, a.ts FROM " + from + " AS a JOIN " + g.source() + " AS b ON a.id = b.id"
	case 3:
		return "SELECT " + columns + " FROM (SELECT * FROM " + from + ") AS s WHERE id > 3"
	}
	return "SELECT " + columns + " FROM " + from
}

func (g *generator) insert() string {
	values := g.query()
	if g.IntN(6) == 0 {
		values = "VALUES (1, 'a', TIMESTAMP '2026-01-01 00:00:00')"
	}
	hint := g.hint(5)
	if g.IntN(2) == 0 {
		g.marks++
		hint = fmt.Sprintf(" /*+ OPTIONS('job' = '%d') */", g.marks) // so that what it reads is not taken together with others
	}
	return "INSERT INTO " + g.table() + hint + " (id, name, ts) " + values
}

func (g *generator) alter() string {
	name := g.table()
	switch g.IntN(9) {
	case 0:
		return "ALTER TABLE " + name + " RESET ('" + g.one("topic", "format", "mark", "scan.startup.mode") + "')"
	case 1:
		return "ALTER TABLE " + name + " ADD " + g.one(g.watermark(), "("+g.watermark()+")", "PRIMARY KEY (id) NOT ENFORCED", "(x9 INT, PRIMARY KEY (id) NOT ENFORCED)", "x8 INT")
	case 2:
		return "ALTER TABLE " + name + " MODIFY " + g.one(g.watermark(), "name STRING COMMENT 'c'")
	case 3:
		return "ALTER TABLE " + name + " DROP " + g.one("WATERMARK", "PRIMARY KEY", "pt")
	case 4:
		to := g.one("t1", "t2", "t5")
		g.tables = append(g.tables, to)
		return "ALTER TABLE " + name + " RENAME TO " + to
	}
	return "ALTER TABLE " + name + " SET (" + g.pairs() + ")"
}

func (g *generator) view() string {
	name := g.maybe(6, "db1.") + g.one("v1", "v2", "v3", "t2")
	s := "CREATE " + g.maybe(3, "TEMPORARY ") + "VIEW " + g.maybe(4, "IF NOT EXISTS ") + name + " AS " + g.query()
	g.views = append(g.views, name)
	return s
}

// set writes the statements of a statement set: one, or several where it is begun for itself.
func (g *generator) set() []string {
	inserts := make([]string, 1+g.IntN(3))
	for i := range inserts {
		inserts[i] = g.insert()
	}
	if g.IntN(3) > 0 {
		return []string{"EXECUTE STATEMENT SET BEGIN\n" + strings.Join(inserts, ";\n") + ";\nEND"}
	}
	return append(append([]string{"BEGIN STATEMENT SET"}, inserts...), "END")
}

func (g *generator) statements() []string {
	kind := g.IntN(22)
	if g.frozen && len(g.views) > 0 && (kind < 4 || kind == 14 || kind == 15 || kind == 19 || kind == 20) {
		kind = 4
	}
	switch kind {
	case 0, 1, 2, 3:
		return []string{g.create()}
	case 4, 5, 6, 7, 8:
		return []string{g.insert()}
	case 9, 10, 11, 12, 13:
		return []string{g.configure()}
	case 14, 15:
		return []string{g.alter()}
	case 16:
		return []string{g.view()}
	case 17:
		return g.set()
	case 18:
		if !g.databases {
			return []string{g.insert()}
		}
		return []string{g.one("USE db1", "USE db2", "USE CATALOG cat", "USE CATALOG default_catalog", "USE cat.db", "USE default_database", "USE default_catalog.db1")}
	case 19:
		name := g.table()
		return []string{"DROP " + g.maybe(3, "TEMPORARY ") + "TABLE " + g.maybe(2, "IF EXISTS ") + name}
	case 20:
		return []string{g.one("DROP VIEW v1", "DROP TEMPORARY VIEW v1", "DROP DATABASE db1 CASCADE", "DROP VIEW IF EXISTS v2", "ALTER VIEW v1 RENAME TO v2", "ALTER VIEW v1 AS "+g.query(), "SHOW TABLES", "SELECT * FROM "+g.source())}
	}
	return []string{"EXPLAIN " + g.insert()}
}

// script writes a script: now and then with databases and a catalog.
func (g *generator) script() []string {
	g.marks, g.tables, g.views = 0, nil, nil
	var s []string
	if g.databases = g.IntN(3) == 0; g.databases {
		s = append(s, "CREATE DATABASE db1", "CREATE DATABASE IF NOT EXISTS db2", "CREATE CATALOG cat WITH ('type' = 'generic_in_memory'"+g.maybe(2, ", 'default-database' = 'db'")+")")
	}
	for range 1 + g.IntN(3) {
		s = append(s, g.create())
	}
	for range 5 + g.IntN(12) {
		s = append(s, g.statements()...)
	}
	return s
}
