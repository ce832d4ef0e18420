// Command flinksql puts generated scripts, and those of a folder, before Flink's own SQL
// parser and before kcfglint's reader, and prints every script of which they do not make
// the same statements, tables, columns, options, hints and settings. It fails if there is
// one, or if Flink alone refuses a script for no reason in reasons.tsv. It needs a JDK and
// Maven.
//
//	go run . -n 5000 -seed 1 -corpus folder
package main

import (
	"encoding/base64"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/parse/syntax"
	"github.com/kcfglint/kcfglint/tools/oracle/compare"
)

func main() {
	n := flag.Int("n", 5000, "scripts that are generated")
	seed := flag.Uint64("seed", 1, "other scripts for another seed")
	corpus := flag.String("corpus", "", "a folder whose .sql files are asked, too; what is no script of Flink's, or a template, is passed over")
	version := flag.String("version", "1.20.1", "the release of Flink")
	verbose := flag.Bool("v", false, "print which scripts Flink refuses alone")
	show := flag.Int("show", 10, "disagreements that are printed")
	flag.Parse()
	open, err := run(*n, *seed, *corpus, *version, *show, *verbose)
	if err != nil {
		fmt.Fprintln(os.Stderr, "flinksql:", err)
	}
	if open > 0 || err != nil {
		os.Exit(1)
	}
}

func run(n int, seed uint64, corpus, version string, show int, verbose bool) (disagreements int, err error) {
	flink, err := compare.Start(func(dir string) (*exec.Cmd, error) {
		return compare.Java(dir, []string{"-Dflink.version=" + version})
	})
	if err != nil {
		return 0, err
	}
	defer flink.Close()
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 1))}
	scripts := make([]compare.Case, n)
	for i := range scripts {
		scripts[i] = compare.Case{File: fmt.Sprintf("generated %d", i), Note: g.script()}
	}
	files, err := compare.Scripts(corpus)
	if err != nil {
		return 0, err
	}
	reasons, err := compare.ReadReasons("reasons.tsv")
	if err != nil {
		return 0, err
	}
	for _, of := range []struct {
		name  string
		cases []compare.Case
	}{{"generated", scripts}, {"files", files}} {
		t := tally{show: show, verbose: verbose, reasons: reasons, lenient: map[string]int{}}
		if err := t.compare(flink, of.cases); err != nil {
			return 0, err
		}
		fmt.Printf("flink %s, %s: %d scripts, %d alike, %d refused by both, %d different\n",
			version, of.name, len(of.cases), t.alike, t.refused, t.different)
		for _, reason := range slices.Sorted(maps.Keys(t.lenient)) {
			fmt.Printf("  %d refused by Flink alone: %s\n", t.lenient[reason], reason)
		}
		disagreements += t.different
	}
	return disagreements, nil
}

// tally counts what came of scripts.
type tally struct {
	alike, refused, different, show int
	verbose                         bool // print what Flink refuses alone
	reasons                         []compare.Reason
	lenient                         map[string]int // how much Flink refuses alone, by reason
}

func (t *tally) compare(flink *compare.Program, cases []compare.Case) error {
	verdicts, err := flink.Judge(cases, func(c compare.Case) ([]byte, error) {
		return []byte("=" + base64.StdEncoding.EncodeToString([]byte(c.Note))), nil
	}, decode)
	if err != nil {
		return err
	}
	for i, c := range cases {
		t.count(c, verdicts[i].Why)
	}
	return nil
}

func decode(answer string) (statements []string, err error) {
	for field := range strings.FieldsSeq(answer) {
		text, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(field, "="))
		if err != nil {
			return nil, err
		}
		statements = append(statements, string(text))
	}
	return statements, nil
}

func (t *tally) count(c compare.Case, real []string) {
	ours := read(c.Note)
	refused := len(real) == 1 && strings.HasPrefix(real[0], "refused")
	ourRefused := len(ours) > 0 && strings.HasPrefix(ours[0], "refused")
	switch {
	case refused && ourRefused:
		t.refused++
	case refused && t.excuse(c, real[0]):
	case slices.Equal(real, ours):
		t.alike++
	default:
		if t.different++; t.different <= t.show {
			fmt.Printf("%s\n%s\n", c.File, difference(real, ours))
			if strings.HasPrefix(c.File, "generated") {
				fmt.Printf("---\n%s\n---\n\n", c.Note)
			}
		}
	}
}

// excuse counts a script that Flink alone refuses by the reason, and reports whether there
// is one.
func (t *tally) excuse(c compare.Case, why string) bool {
	i := slices.IndexFunc(t.reasons, func(r compare.Reason) bool { return r.Exception.MatchString(why) })
	if i < 0 {
		return false
	}
	t.lenient[t.reasons[i].Text]++
	if t.verbose {
		fmt.Printf("%s: %.160s\n", c.File, why)
		if strings.HasPrefix(c.File, "generated") {
			fmt.Printf("---\n%s\n---\n\n", c.Note)
		}
	}
	return true
}

// difference shows the first statement that is not the same.
func difference(real, ours []string) string {
	for i := range max(len(real), len(ours)) {
		a, b := at(real, i), at(ours, i)
		if a != b {
			return fmt.Sprintf("  statement %d\n  really:   %s\n  kcfglint: %s", i+1, a, b)
		}
	}
	return ""
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return "(none)"
}

// read lets kcfglint read a script.
func read(script string) []string {
	stmts, _, errs := syntax.ParseSQL(syntax.NewSource(syntax.NewFile("script.sql", script)))
	if len(errs) > 0 {
		return []string{"refused " + errs[0].Message}
	}
	var out []string
	for _, s := range stmts {
		out = append(out, describe(s))
	}
	return out
}
