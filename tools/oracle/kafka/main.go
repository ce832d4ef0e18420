// Command kafka puts generated configurations before the real clients and before kcfglint,
// and prints how often they agree whether a client starts, and every cause of
// disagreement. It fails if there is one without a reason in reasons.tsv. It needs a JDK
// and Maven; nothing leaves the machine.
//
//	go run . -kcfglint ../../../kcfglint -n 20000 -versions 3.9.2,4.4.0
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/tools/oracle/compare"
)

// releases are those that are asked: the newest patch of each.
var releases = []release{
	{"2.8.2", "2.8.2"}, {"3.0.2", "3.0.2"}, {"3.4.1", "3.4.1"}, {"3.9.2", "3.9.2"}, {"4.0.2", "4.0.2"}, {"4.4.0", "4.3.1"},
}

// release is one of kafka-clients and the one of kafka-streams that goes with it, which
// may have come to Maven Central later.
type release struct{ clients, streams string }

type options struct {
	kcfglint string
	n        int
	seed     uint64
	all      bool
	corpus   string
}

func main() {
	var o options
	flag.StringVar(&o.kcfglint, "kcfglint", "../../../kcfglint", "the binary")
	flag.IntVar(&o.n, "n", 20000, "configurations of each release")
	flag.Uint64Var(&o.seed, "seed", 1, "other configurations for another seed")
	flag.BoolVar(&o.all, "all", false, "print every disagreement, not one of each cause")
	flag.StringVar(&o.corpus, "corpus", "", "a folder of real files whose clients are tried as well")
	versions := flag.String("versions", "", "releases of kafka-clients, separated by commas (default: all)")
	flag.Parse()
	failed, err := run(o, *versions)
	if err != nil {
		fmt.Fprintln(os.Stderr, "kafka:", err)
	}
	if failed || err != nil {
		os.Exit(1)
	}
}

func run(o options, versions string) (failed bool, err error) {
	if o.kcfglint, err = filepath.Abs(o.kcfglint); err != nil {
		return false, err
	}
	reasons, err := compare.ReadReasons("reasons.tsv")
	if err != nil {
		return false, err
	}
	for _, r := range releases {
		if versions != "" && !slices.Contains(strings.Split(versions, ","), r.clients) {
			continue
		}
		for _, t := range r.trials() {
			disagreements, err := t.run(o, reasons)
			if err != nil {
				return false, fmt.Errorf("%s: %w", t.version, err)
			}
			failed = failed || disagreements > 0
		}
	}
	return failed, nil
}

// trial is the kinds that are tried with one version.
type trial struct {
	release
	version string
	kinds   []model.Kind
	share   int // of 5 parts of the configurations
}

// trials splits a release whose Streams have another version.
func (r release) trials() []trial {
	kinds := []model.Kind{model.Producer, model.Consumer, model.Admin}
	if r.clients >= "4" {
		kinds = append(kinds, model.ShareConsumer)
	}
	if r.streams == r.clients {
		return []trial{{r, r.clients, append(kinds, model.Streams), 5}}
	}
	return []trial{{r, r.clients, kinds, 4}, {release{r.streams, r.streams}, r.streams, []model.Kind{model.Streams}, 1}}
}

func (t trial) run(o options, reasons []compare.Reason) (disagreements int, err error) {
	start := time.Now()
	g, err := newGenerator(o.seed, t.version)
	if err != nil {
		return 0, err
	}
	clients, err := startClients(t.release)
	if err != nil {
		return 0, err
	}
	defer clients.close()
	c := compare.Trial{
		Name: "kafka-clients " + t.version, Render: compare.Properties, Reasons: reasons,
		Real: clients.judge, Kcfglint: compare.Lint(o.kcfglint, "--kafka-version", t.version),
	}
	result, err := c.Run(g.cases(o.n*t.share/5, t.kinds))
	if err != nil {
		return 0, err
	}
	result.Write(os.Stdout, o.all)
	disagreements = result.Disagreements()
	if o.corpus != "" {
		cases, judge, err := collection(o.kcfglint, o.corpus, t.version, t.kinds)
		if err != nil {
			return 0, err
		}
		c.Kcfglint = judge
		if result, err = c.Run(cases); err != nil {
			return 0, err
		}
		result.Write(os.Stdout, o.all)
		disagreements += result.Disagreements()
	}
	fmt.Printf("%s took %s\n\n", c.Name, time.Since(start).Round(time.Second))
	return disagreements, nil
}
