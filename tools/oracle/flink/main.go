// Command flink puts generated configuration files and tables before Flink and before
// kcfglint, and prints how often they agree whether a program starts, and every cause of
// disagreement. It fails if there is one without a reason in reasons.tsv. It needs a JDK
// and Maven; nothing leaves the machine.
//
//	go run . -kcfglint ../../../kcfglint -n 5000
package main

import (
	"fmt"
	"os"
	"path/filepath"

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

// String is the release of Flink.
func (r release) String() string { return r.flink }

func main() {
	o := compare.Flags(5000)
	compare.Main(o, releases, func(r release) (int, error) { return r.run(o) })
}

func (r release) run(o *compare.Options) (disagreements int, err error) {
	f, err := startFlink(r)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	config := filepath.Join(f.Dir, "kcfglint.yaml")
	text := fmt.Sprintf("versions:\n  flink: %q\n  kafka-connector: %q\n", r.flink, r.connector)
	if err := os.WriteFile(config, []byte(text), 0o644); err != nil {
		return 0, err
	}
	g, err := newGenerator(o.Seed, r, f.keys)
	if err != nil {
		return 0, err
	}
	t := compare.Trial{Name: "flink " + r.flink, Render: render, Real: f.judge, Kcfglint: compare.Lint(o.Kcfglint, "--config", config)}
	return o.Try(t, g.cases(o.N))
}
