package main

import (
	"encoding/base64"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/kcfglint/kcfglint/tools/oracle/compare"
)

// flink is a JVM with one release of Flink.
type flink struct {
	*compare.Program
	keys []string // of all options that it can read
}

func startFlink(r release) (*flink, error) {
	p, err := compare.Start(func(dir string) (*exec.Cmd, error) {
		return compare.Java(dir, []string{"-Dflink.version=" + r.flink, "-Dconnector.version=" + r.artefact},
			"--add-opens=java.base/java.util=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED")
	})
	if err != nil {
		return nil, err
	}
	keys, err := p.Line()
	if err != nil {
		p.Close()
		return nil, err
	}
	return &flink{p, strings.Fields(keys)}, nil
}

// judge reads the files of a batch.
func (f *flink) judge(dir string, cases []compare.Case) ([]compare.Verdict, error) {
	return f.Judge(cases, func(c compare.Case) ([]byte, error) {
		what := "conf"
		if strings.HasSuffix(c.File, ".sql") {
			what = "sql"
		}
		return fmt.Appendf(nil, "%s %s", what, filepath.Join(dir, filepath.FromSlash(c.File))), nil
	}, func(answer string) (why []string, err error) {
		for field := range strings.FieldsSeq(answer) {
			text, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(field, "="))
			if err != nil {
				return nil, err
			}
			why = append(why, string(text))
		}
		return why, nil
	})
}

// render writes a configuration file, or a table with a statement that uses it.
func render(c compare.Case) []byte {
	var b strings.Builder
	if !strings.HasSuffix(c.File, ".sql") {
		quote := strings.HasSuffix(c.File, "/config.yaml")
		for _, s := range c.Settings {
			if quote {
				fmt.Fprintf(&b, "%s: '%s'\n", s.Key, strings.ReplaceAll(s.Value, "'", "''"))
			} else {
				fmt.Fprintf(&b, "%s: %s\n", s.Key, s.Value)
			}
		}
		return []byte(b.String())
	}
	columns := "id INT, name STRING"
	if c.Note == "keyed" {
		columns += ", PRIMARY KEY (id) NOT ENFORCED"
	}
	fmt.Fprintf(&b, "CREATE TABLE orders (%s) WITH (", columns)
	for i, s := range c.Settings {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "\n  '%s' = '%s'", s.Key, strings.ReplaceAll(s.Value, "'", "''"))
	}
	b.WriteString("\n);\n--\n")
	if strings.Contains(c.Kind, "sink") {
		b.WriteString("INSERT INTO orders SELECT 1, 'a';\n")
	} else {
		b.WriteString("SELECT id, name FROM orders;\n")
	}
	return []byte(b.String())
}
