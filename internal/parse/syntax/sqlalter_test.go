package syntax

import (
	"fmt"
	"testing"
)

func TestSQLAlterTable(t *testing.T) {
	for _, test := range []struct{ sql, want string }{
		{"ALTER TABLE t ADD WATERMARK FOR ts AS ts - INTERVAL '5' SECOND", "alter t watermark(ts 5000)"},
		{"ALTER TABLE t ADD (a INT, WATERMARK FOR ts AS ts, PRIMARY KEY (a) NOT ENFORCED)", "alter t [a:INT] watermark(ts 0) key(a)"},
		{"ALTER TABLE t MODIFY name STRING COMMENT 'c'", "alter t [name:STRING]"},
		{"ALTER TABLE t ADD CONSTRAINT pk PRIMARY KEY (a, b) NOT ENFORCED", "alter t key(a,b)"},
		{"ALTER TABLE t ADD PARTITION (dt = '1')", "alter t"},
		{"ALTER TABLE t ADD", "alter t"},
	} {
		if got := brief(parseSQL(t, test.sql)[0]); got != test.want {
			t.Errorf("%s: got %s, want %s", test.sql, got, test.want)
		}
	}
	for _, test := range []struct {
		sql, newName   string
		watermark, key bool
	}{
		{"ALTER TABLE t RENAME TO u", "u", false, false},
		{"ALTER VIEW v RENAME TO db.w", "db.w", false, false},
		{"ALTER TABLE t RENAME a TO b", "", false, false},
		{"ALTER TABLE t DROP WATERMARK", "", true, false},
		{"ALTER TABLE t DROP PRIMARY KEY", "", false, true},
		{"ALTER TABLE t DROP CONSTRAINT pk", "", false, true},
		{"ALTER TABLE t DROP a", "", false, false},
	} {
		s := parseSQL(t, test.sql)[0]
		if s.NewName.String() != test.newName || s.DropsWatermark != test.watermark || s.DropsKey != test.key {
			t.Errorf("%s: %q, drops watermark %t and key %t", test.sql, s.NewName, s.DropsWatermark, s.DropsKey)
		}
	}
}

func TestSQLLike(t *testing.T) {
	for _, test := range []struct{ features, want string }{
		{"", "{false false false false false}"},
		{"(EXCLUDING ALL)", "{true true true true true}"},
		{"(EXCLUDING ALL INCLUDING OPTIONS)", "{false true true true true}"},
		{"(INCLUDING OPTIONS EXCLUDING ALL)", "{false true true true true}"},
		{"(overwriting watermarks excluding all)", "{true false true true true}"},
		{"(INCLUDING ALL EXCLUDING GENERATED EXCLUDING METADATA)", "{false false false true true}"},
		{"(EXCLUDING PARTITIONS)", "{false false false false false}"},
	} {
		l := parseSQL(t, "CREATE TABLE t WITH ('a'='b') LIKE u "+test.features)[0].Like
		got := fmt.Sprint(struct{ options, watermarks, constraints, generated, metadata bool }{
			l.ExcludingOptions, l.ExcludingWatermarks, l.ExcludingConstraints, l.ExcludingGenerated, l.ExcludingMetadata})
		if got != test.want {
			t.Errorf("%s: got %s, want %s", test.features, got, test.want)
		}
	}
}

func TestSQLUse(t *testing.T) {
	for _, test := range []struct{ sql, object, name string }{
		{"USE CATALOG c", "CATALOG", "c"},
		{"USE db", "", "db"},
		{"USE c.db", "", "c.db"},
		{"USE MODULES hive, core", "MODULES", "hive"},
		{"USE modules", "", "modules"},
	} {
		if s := parseSQL(t, test.sql)[0]; s.Object != test.object || s.Name.String() != test.name {
			t.Errorf("%s: %q %q", test.sql, s.Object, s.Name)
		}
	}
}

// TestSQLSetLastEquals: the regular expression of Flink's SetOperationParseStrategy is greedy.
func TestSQLSetLastEquals(t *testing.T) {
	for _, test := range []struct{ sql, want string }{
		{"SET a=b=c;", "set {a=b=c}unquoted"},
		{"SET a = b=c;", "set {a=b=c}unquoted"},
		{"SET a=b;SET c=d", "set {a=b}unquoted"},
		{"SET a=b=", "set {a=b=}unquoted"},
	} {
		s := parseSQL(t, test.sql)[0]
		if got := brief(s); got != test.want {
			t.Errorf("%s: %s, want %s", test.sql, got, test.want)
		}
	}
	if p := parseSQL(t, "SET a=b=c;")[0].Options[0]; p.Key != "a=b" {
		t.Errorf("the key is %q", p.Key)
	}
	if p := parseSQL(t, "SET a = b=c;")[0].Options[0]; p.Key != "a" {
		t.Errorf("the key is %q", p.Key)
	}
}
