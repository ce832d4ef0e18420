package parse

import (
	"slices"
	"strings"
	"testing"
)

// TestSQLTimes: by which columns of tables without a watermark rows are put in order, and
// which joins by an interval have no time attribute.
func TestSQLTimes(t *testing.T) {
	const tables = `CREATE TABLE o (id STRING, ts TIMESTAMP(3), pt AS PROCTIME(), x AS id) WITH ('connector' = 'kafka', 'topic' = 'o');
CREATE TABLE p (id STRING, ts TIMESTAMP(3)) WITH ('connector' = 'kafka', 'topic' = 'p');
CREATE TABLE q (id STRING, ts TIMESTAMP(3)) WITH ('connector' = 'kafka', 'topic' = 'q');
CREATE TABLE w (id STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka', 'topic' = 'w');
CREATE TABLE z (id STRING) WITH ('connector' = 'kafka', 'topic' = 'z');
`
	for _, c := range []struct{ name, text, want string }{
		{"temporal join", "INSERT INTO z SELECT p.id FROM p JOIN w FOR SYSTEM_TIME AS OF p.ts ON p.id = w.id", "p @sql.as-of=ts"},
		{"temporal join as of processing time", "INSERT INTO z SELECT o.id FROM o JOIN w FOR SYSTEM_TIME AS OF o.pt ON o.id = w.id", ""},
		{"temporal join as of what is computed", "INSERT INTO z SELECT o.id FROM o JOIN w FOR SYSTEM_TIME AS OF o.x ON o.id = w.id", ""},
		{"over", "INSERT INTO z SELECT MAX(id) OVER (ORDER BY ts) FROM p", "p @sql.over.range=ts"},
		{"over in a view", "CREATE VIEW v AS SELECT MAX(id) OVER (ORDER BY ts ROWS 5 PRECEDING) AS id FROM p; INSERT INTO z SELECT * FROM v", "p @sql.over.bounded=ts"},
		{"over processing time", "INSERT INTO z SELECT MAX(id) OVER (ORDER BY pt) FROM o", ""},
		{"interval", "INSERT INTO z SELECT p.id FROM p JOIN q ON p.id = q.id AND p.ts < q.ts + INTERVAL '1' DAY", "z @sql.interval-join=true"},
		{"interval in a view", "CREATE VIEW v AS SELECT p.id FROM p, q WHERE p.id = q.id AND p.ts < q.ts + INTERVAL '1' DAY; INSERT INTO z SELECT * FROM v",
			"z @sql.interval-join=true"},
		{"interval of a watermark", "INSERT INTO z SELECT p.id FROM p JOIN w ON p.id = w.id AND p.ts < w.ts + INTERVAL '1' DAY", ""},
		{"interval of processing time", "INSERT INTO z SELECT p.id FROM p JOIN o ON p.id = o.id AND p.ts < o.ts + INTERVAL '1' DAY", ""},
		{"interval of what is not in view", "INSERT INTO z SELECT p.id FROM p JOIN elsewhere e ON p.id = e.id AND p.ts < e.ts + INTERVAL '1' DAY", ""},
		{"interval from now on", "INSERT INTO z SELECT p.id FROM p JOIN q ON p.id = q.id WHERE p.ts < NOW() - INTERVAL '1' DAY", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := File("job.sql", []byte(tables+c.text+";"), Options{})
			var got []string
			for _, component := range r.Components {
				for _, s := range component.Settings {
					if slices.ContainsFunc([]string{"@sql.as-of", "@sql.over.", "@sql.interval-join"}, func(name string) bool { return strings.HasPrefix(s.Key, name) }) {
						got = append(got, component.Name+" "+s.Key+"="+s.Value)
					}
				}
			}
			if text := strings.Join(got, " "); text != c.want || len(r.Errors) > 0 {
				t.Errorf("got %q %v", text, r.Errors)
			}
		})
	}
}
