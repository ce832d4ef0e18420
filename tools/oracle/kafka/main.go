// Command kafka puts generated configurations before the real clients and before kcfglint,
// and prints how often they agree whether a client starts, and every cause of
// disagreement. It fails if there is one without a reason in reasons.tsv. It needs a JDK
// and Maven; nothing leaves the machine.
//
//	go run . -kcfglint ../../../kcfglint -n 20000 -versions 3.9.2,4.4.0
package main

import (
	"flag"

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

// String is the release of the clients.
func (r release) String() string { return r.clients }

type options struct {
	*compare.Options
	corpus string
}

func main() {
	o := options{Options: compare.Flags(20000)}
	flag.StringVar(&o.corpus, "corpus", "", "a folder of real files whose clients are tried as well")
	compare.Main(o.Options, releases, func(r release) (disagreements int, err error) {
		for _, t := range r.trials() {
			n, err := t.run(o)
			if err != nil {
				return 0, err
			}
			disagreements += n
		}
		return disagreements, nil
	})
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

func (t trial) run(o options) (disagreements int, err error) {
	g, err := newGenerator(o.Seed, t.version)
	if err != nil {
		return 0, err
	}
	clients, err := startClients(t.release)
	if err != nil {
		return 0, err
	}
	defer clients.Close()
	c := compare.Trial{
		Name: "kafka-clients " + t.version, Render: compare.Properties,
		Real: clients.judge, Kcfglint: compare.Lint(o.Kcfglint, "--kafka-version", t.version),
	}
	if disagreements, err = o.Try(c, g.cases(o.N*t.share/5, t.kinds)); err != nil || o.corpus == "" {
		return disagreements, err
	}
	cases, judge, err := collection(o.Kcfglint, o.corpus, t.version, t.kinds)
	if err != nil {
		return 0, err
	}
	c.Kcfglint = judge
	n, err := o.Try(c, cases)
	return disagreements + n, err
}
