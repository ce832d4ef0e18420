// Command librdkafka puts generated configurations before librdkafka, as confluent-kafka-go
// brings it, and before kcfglint, and prints how often they agree whether a client
// starts, and every cause of disagreement. It fails if there is one without a reason in
// reasons.tsv. It needs a C compiler.
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
var releases = []release{"1.9.1", "2.3.0", "2.6.1", "2.11.1"}

// release is one of confluent-kafka-go, which has librdkafka of the same number.
type release string

// String is the release's number.
func (r release) String() string { return string(r) }

func main() {
	o := compare.Flags(5000)
	compare.Main(o, releases, func(r release) (int, error) { return r.run(o) })
}

func (r release) run(o *compare.Options) (disagreements int, err error) {
	client, err := startClient(r)
	if err != nil {
		return 0, err
	}
	defer client.Close()
	config := filepath.Join(client.Dir, "kcfglint.yaml")
	if err := os.WriteFile(config, fmt.Appendf(nil, "client: librdkafka\nversions:\n  client: %q\n", client.version), 0o644); err != nil {
		return 0, err
	}
	g, err := newGenerator(o.Seed, client.version)
	if err != nil {
		return 0, err
	}
	t := compare.Trial{
		Name: "librdkafka " + client.version, Render: compare.Properties, Real: client.judge, Kcfglint: compare.Lint(o.Kcfglint, "--config", config),
	}
	return o.Try(t, g.cases(o.N))
}
