// Command flink puts generated configuration files and tables before Flink and before
// kcfglint, and prints how often they agree whether a program starts, and every cause of
// disagreement. It fails if there is one without a reason in reasons.tsv. It needs a JDK
// and Maven; nothing leaves the machine.
//
//	go run . -kcfglint ../../../kcfglint -n 5000
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/kcfglint/kcfglint/tools/oracle/compare"
)

// releases are those that are asked.
var releases = []release{
	{"1.17.2", "3.1.0-1.17", "3.1", "flink-conf.yaml"},
	{"1.20.1", "3.4.0-1.20", "3.4", "config.yaml"},
	{"2.3.0", "5.0.0-2.2", "5.0", "config.yaml"},
}

// release is one of Flink, the Kafka connector for it, that connector's version and the
// file that the release reads.
type release struct{ flink, artefact, connector, file string }

func main() {
	kcfglint := flag.String("kcfglint", "../../../kcfglint", "the binary")
	n := flag.Int("n", 5000, "configurations of each release")
	seed := flag.Uint64("seed", 1, "other configurations for another seed")
	all := flag.Bool("all", false, "print every disagreement, not one of each cause")
	versions := flag.String("versions", "", "releases of Flink, separated by commas (default: all)")
	flag.Parse()
	failed := false
	for _, r := range releases {
		if *versions != "" && !slices.Contains(strings.Split(*versions, ","), r.flink) {
			continue
		}
		disagreements, err := r.run(*kcfglint, *n, *seed, *all)
		if err != nil {
			fmt.Fprintf(os.Stderr, "flink: %s: %v\n", r.flink, err)
			os.Exit(1)
		}
		failed = failed || disagreements > 0
	}
	if failed {
		os.Exit(1)
	}
}

func (r release) run(kcfglint string, n int, seed uint64, all bool) (disagreements int, err error) {
	start := time.Now()
	if kcfglint, err = filepath.Abs(kcfglint); err != nil {
		return 0, err
	}
	reasons, err := compare.ReadReasons("reasons.tsv")
	if err != nil {
		return 0, err
	}
	f, err := startFlink(r)
	if err != nil {
		return 0, err
	}
	defer f.close()
	config := filepath.Join(f.dir, "kcfglint.yaml")
	text := fmt.Sprintf("versions:\n  flink: %q\n  kafka-connector: %q\n", r.flink, r.connector)
	if err := os.WriteFile(config, []byte(text), 0o644); err != nil {
		return 0, err
	}
	g, err := newGenerator(seed, r, f.keys)
	if err != nil {
		return 0, err
	}
	t := compare.Trial{
		Name: "flink " + r.flink, Render: render, Reasons: reasons,
		Real: f.judge, Kcfglint: compare.Lint(kcfglint, "--config", config),
	}
	result, err := t.Run(g.cases(n))
	if err != nil {
		return 0, err
	}
	result.Write(os.Stdout, all)
	fmt.Printf("%s took %s\n\n", t.Name, time.Since(start).Round(time.Second))
	return result.Disagreements(), nil
}
