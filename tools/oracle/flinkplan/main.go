// Command flinkplan executes generated scripts, those of a folder and those of a file in
// sessions of Flink's own SQL gateway, where jobs are only planned, and lets kcfglint read
// them. It prints every script of which the two do not make the same jobs: which tables are
// written and read, with which options after LIKE, ALTER TABLE and hints, with which watermark
// and key, and under which configuration after SET and RESET. It fails if there is one. It
// needs a JDK and Maven.
//
//	go run . -n 5000 -seed 1 -file recorded -corpus folder
//	go run . -record -file recorded -version 2.3.0
//
// Where kcfglint reads otherwise, for a reason:
//   - A view of Flink 1.20 keeps the tables as they were when it was created; from 2.2 on it
//     means what its text means when it is read, as it does to kcfglint.
//   - The name of a job (pipeline.name), and what concerns the client's display, make no other
//     job.
//   - A statement that fails ends a script; kcfglint goes on reading, and the scripts are
//     compared without such statements.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/kcfglint/kcfglint/internal/sqlplan"
	"github.com/kcfglint/kcfglint/tools/oracle/compare"
)

func main() {
	var o options
	flag.IntVar(&o.n, "n", 5000, "scripts that are generated")
	flag.Uint64Var(&o.seed, "seed", 1, "other scripts for another seed")
	flag.StringVar(&o.corpus, "corpus", "", "a folder whose .sql files are asked, too; templates are passed over")
	flag.StringVar(&o.file, "file", "", "a file with recorded scripts")
	flag.BoolVar(&o.record, "record", false, "write down what Flink says of the scripts of the file")
	flag.StringVar(&o.version, "version", "1.20.1", "the release of Flink")
	flag.IntVar(&o.show, "show", 10, "disagreements that are printed")
	flag.BoolVar(&o.verbose, "v", false, "print why statements fail, and what kcfglint does not know")
	flag.Parse()
	open, err := o.run()
	if err != nil {
		fmt.Fprintln(os.Stderr, "flinkplan:", err)
	}
	if open > 0 || err != nil {
		os.Exit(1)
	}
}

type options struct {
	n                     int
	seed                  uint64
	corpus, file, version string
	record, verbose       bool
	show                  int
}

// script is the statements of a script.
type script struct {
	name       string
	statements []string
	generated  bool
}

func (o *options) run() (disagreements int, err error) {
	start := time.Now()
	version, err := parseVersion(o.version)
	if err != nil {
		return 0, err
	}
	flink, err := compare.Start(func(dir string) (*exec.Cmd, error) {
		// It spends most of its time on warming up.
		return compare.Java(dir, []string{"-Dflink.version=" + o.version}, "-XX:TieredStopAtLevel=1")
	})
	if err != nil {
		return 0, err
	}
	defer flink.Close()
	if o.file != "" {
		if disagreements, err = recorded(flink, o.file, version, o.record); err != nil || o.record {
			return disagreements, err
		}
	}
	files, err := collect(o.corpus)
	if err != nil {
		return 0, err
	}
	// The views of Flink 1.20 keep their tables; kcfglint reads as 2.2 and later ones do.
	g := &generator{Rand: rand.New(rand.NewPCG(o.seed, 2)), frozen: version[0] < 2}
	scripts := make([]script, o.n)
	for i := range scripts {
		scripts[i] = script{name: fmt.Sprintf("generated %d", i), statements: g.script(), generated: true}
	}
	for _, of := range []struct {
		name    string
		scripts []script
	}{{"generated", scripts}, {"files", files}} {
		if len(of.scripts) == 0 {
			continue
		}
		t := tally{version: version, show: o.show, verbose: o.verbose, failures: map[string]int{}}
		if err := t.compare(flink, of.scripts); err != nil {
			return 0, err
		}
		fmt.Printf("flink %s, %s: %d scripts with %d INSERTs, %d of %d statements fail; %d alike, %d different, %d not all in view\n",
			o.version, of.name, len(of.scripts), t.inserts, t.failed, t.statements, t.alike, t.different, t.unknown)
		if o.verbose {
			t.printFailures()
		}
		disagreements += t.different
	}
	fmt.Printf("flink %s took %s\n", o.version, time.Since(start).Round(time.Second))
	return disagreements, nil
}

func parseVersion(text string) (number []int, err error) {
	for part := range strings.SplitSeq(text, ".") {
		n, err := strconv.Atoi(part)
		if err != nil {
			return nil, err
		}
		number = append(number, n)
	}
	return number, nil
}

// collect reads the scripts below a folder, and cuts them into statements.
func collect(folder string) (scripts []script, err error) {
	files, err := compare.Scripts(folder)
	for _, f := range files {
		if statements := sqlplan.Statements(f.Note); statements != nil {
			scripts = append(scripts, script{name: f.File, statements: statements})
		}
	}
	return scripts, err
}

// recorded compares what is written down of the scripts of a file with what Flink says, or
// writes it down.
func recorded(flink *compare.Program, file string, version []int, record bool) (disagreements int, err error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return 0, err
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	var cases []sqlplan.Case
	var scripts []script
	for line := range bytes.Lines(data) {
		var c sqlplan.Case
		if err := json.Unmarshal(line, &c); err != nil {
			return 0, fmt.Errorf("%s: %w", file, err)
		}
		if from, err := parseVersion(c.From); err == nil && slices.Compare(version, from) < 0 {
			if record {
				return 0, fmt.Errorf("%s: record with %s or a later release", c.Name, c.From)
			}
			continue
		}
		cases = append(cases, c)
		scripts = append(scripts, script{name: c.Name, statements: sqlplan.Statements(c.Script)})
	}
	answers, err := ask(flink, scripts)
	if err != nil {
		return 0, err
	}
	for i, c := range cases {
		a := answers[i]
		jobs := sqlplan.Format{Known: a.known(), Nameless: sqlplan.Renames(c.Script)}.Describe(a.plans())
		if len(a.Failed) > 0 {
			disagreements++
			fmt.Printf("%s: statement %d: %s\n", c.Name, a.Failed[0].Statement+1, a.Failed[0].Why)
		} else if !slices.Equal(jobs, c.Jobs) && !record {
			disagreements++
			fmt.Printf("%s\n  really:   %s\n  recorded: %s\n", c.Name, strings.Join(jobs, "\n            "), strings.Join(c.Jobs, "\n            "))
		}
		c.Jobs = jobs
		if err := encoder.Encode(c); err != nil {
			return 0, err
		}
	}
	fmt.Printf("%d recorded scripts, %d not as recorded\n", len(cases), disagreements)
	if !record || disagreements > 0 {
		return disagreements, nil
	}
	return 0, os.WriteFile(file, out.Bytes(), 0o644)
}

// tally counts what came of scripts.
type tally struct {
	version                                                []int
	inserts, statements, failed, alike, different, unknown int
	show                                                   int
	verbose                                                bool
	failures                                               map[string]int
}

// answer is what Oracle.java says of a script.
type answer struct {
	Inserts []struct {
		sqlplan.Insert
		Statement int
	}
	Failed []struct {
		Statement int
		Why       string
	}
}

func (a *answer) plans() []sqlplan.Insert {
	plans := make([]sqlplan.Insert, len(a.Inserts))
	for i := range a.Inserts {
		plans[i] = a.Inserts[i].Insert
	}
	return plans
}

// known tells the keys of which Flink says what they amount to.
func (a *answer) known() func(key string) bool {
	keys := map[string]bool{}
	for _, i := range a.Inserts {
		for key := range i.Config {
			keys[key] = key != "pipeline.name" && !strings.HasPrefix(key, "sql-client.")
		}
	}
	return func(key string) bool { return keys[key] }
}

// ask lets Flink execute scripts.
func ask(flink *compare.Program, scripts []script) ([]answer, error) {
	cases := make([]compare.Case, len(scripts))
	for i, s := range scripts {
		question, err := json.Marshal(map[string][]string{"keys": sqlplan.Keys(join(s.statements)), "statements": s.statements})
		if err != nil {
			return nil, err
		}
		cases[i] = compare.Case{File: s.name, Note: string(question)}
	}
	verdicts, err := flink.Judge(cases, func(c compare.Case) ([]byte, error) { return []byte(c.Note), nil },
		func(line string) ([]string, error) { return []string{line}, nil })
	if err != nil {
		return nil, err
	}
	answers := make([]answer, len(scripts))
	for i, v := range verdicts {
		if err := json.Unmarshal([]byte(v.Why[0]), &answers[i]); err != nil {
			return nil, errors.Join(fmt.Errorf("%s", scripts[i].name), err)
		}
	}
	return answers, nil
}

func join(statements []string) string { return strings.Join(statements, ";\n") }

func (t *tally) compare(flink *compare.Program, scripts []script) error {
	answers, err := ask(flink, scripts)
	for i := range answers {
		t.count(scripts[i], &answers[i])
	}
	return err
}

// count compares a script without the statements that fail.
func (t *tally) count(s script, real *answer) {
	failed := map[int]bool{}
	for _, f := range real.Failed {
		failed[f.Statement] = true
		why, _, _ := strings.Cut(f.Why, "'")
		t.failures[fmt.Sprintf("%.100s", why)]++
	}
	var kept []string
	for i, text := range s.statements {
		if !failed[i] {
			kept = append(kept, text)
		}
	}
	text := join(kept)
	t.statements, t.failed, t.inserts = t.statements+len(s.statements), t.failed+len(failed), t.inserts+len(real.Inserts)
	ours := sqlplan.Read(text, sqlplan.Keys(text), t.version)
	format := sqlplan.Format{Known: real.known(), Hidden: ours.Hidden, Nameless: sqlplan.Renames(text)}
	a, b := format.Describe(real.plans()), format.Describe(ours.Inserts)
	switch {
	case slices.Equal(a, b):
		t.alike++
		return
	case ours.Unknown && !s.generated:
		t.unknown++
		if !t.verbose {
			return
		}
	default:
		if t.different++; t.different > t.show {
			return
		}
	}
	fmt.Printf("%s\n  really:   %s\n  kcfglint: %s\n", s.name, strings.Join(without(a, b), "\n            "), strings.Join(without(b, a), "\n            "))
	if s.generated {
		fmt.Printf("---\n%s\n---\n\n", text)
	}
}

// without returns the lines of a that are not in b.
func without(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(line string) bool { return slices.Contains(b, line) })
}

func (t *tally) printFailures() {
	for _, why := range slices.SortedFunc(maps.Keys(t.failures), func(a, b string) int { return t.failures[b] - t.failures[a] }) {
		fmt.Printf("  %d fail: %s\n", t.failures[why], why)
	}
}
