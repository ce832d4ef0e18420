package main

import (
	"bufio"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/kcfglint/kcfglint/tools/oracle/compare"
)

// flink is a JVM with one release of Flink.
type flink struct {
	dir  string
	keys []string // of all options that it can read
	cmd  *exec.Cmd
	in   io.WriteCloser
	out  *bufio.Reader
}

func startFlink(r release) (*flink, error) {
	dir, err := os.MkdirTemp("", "flink")
	if err != nil {
		return nil, err
	}
	f := &flink{dir: dir}
	if err := f.start(r); err != nil {
		f.close()
		return nil, err
	}
	return f, nil
}

func (f *flink) start(r release) error {
	classpath, err := f.compile(r)
	if err != nil {
		return err
	}
	f.cmd = exec.Command("java", "-Xmx512m", "-XX:+UseSerialGC", "-Djava.io.tmpdir="+f.dir, "--add-opens=java.base/java.util=ALL-UNNAMED",
		"--add-opens=java.base/java.lang=ALL-UNNAMED", "-cp", classpath, "Oracle")
	f.cmd.Dir, f.cmd.Stderr = f.dir, os.Stderr
	if f.in, err = f.cmd.StdinPipe(); err != nil {
		return err
	}
	out, err := f.cmd.StdoutPipe()
	if err != nil {
		return err
	}
	f.out = bufio.NewReader(out)
	if err := f.cmd.Start(); err != nil {
		return err
	}
	keys, err := f.out.ReadString('\n')
	f.keys = strings.Fields(keys)
	return err
}

// compile compiles the program against the release and returns the class path.
func (f *flink) compile(r release) (string, error) {
	list := filepath.Join(f.dir, "classpath")
	mvn := exec.Command("mvn", "-q", "-B", "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath",
		"-Dflink.version="+r.flink, "-Dconnector.version="+r.artefact, "-Dmdep.outputFile="+list)
	if out, err := mvn.CombinedOutput(); err != nil {
		return "", fmt.Errorf("mvn: %w\n%s", err, out)
	}
	jars, err := os.ReadFile(list)
	if err != nil {
		return "", err
	}
	classpath := strings.TrimSpace(string(jars))
	if out, err := exec.Command("javac", "-nowarn", "-cp", classpath, "-d", f.dir, "Oracle.java").CombinedOutput(); err != nil {
		return "", fmt.Errorf("javac: %w\n%s", err, out)
	}
	return f.dir + string(os.PathListSeparator) + classpath, nil
}

func (f *flink) close() {
	if f.cmd != nil && f.cmd.Process != nil {
		f.in.Close()
		f.cmd.Wait()
	}
	os.RemoveAll(f.dir)
}

// judge reads the files of a batch.
func (f *flink) judge(dir string, cases []compare.Case) ([]compare.Verdict, error) {
	asked := make(chan error, 1)
	go func() {
		var err error
		for _, c := range cases {
			what := "conf"
			if strings.HasSuffix(c.File, ".sql") {
				what = "sql"
			}
			_, e := fmt.Fprintf(f.in, "%s %s\n", what, filepath.Join(dir, filepath.FromSlash(c.File)))
			err = errors.Join(err, e)
		}
		asked <- err
	}()
	verdicts := make([]compare.Verdict, len(cases))
	for i, c := range cases {
		line, err := f.out.ReadString('\n')
		if err != nil {
			return nil, fmt.Errorf("java ended at %s: %w", c.File, err)
		}
		for _, field := range strings.Fields(line) {
			text, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(field, "="))
			if err != nil {
				return nil, err
			}
			verdicts[i].Why = append(verdicts[i].Why, string(text))
		}
		verdicts[i].Fails = len(verdicts[i].Why) > 0
	}
	return verdicts, <-asked
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
