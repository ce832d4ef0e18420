// Command librdkafka puts generated configurations before librdkafka, as confluent-kafka-go
// brings it, and before kcfglint, and prints how often they agree whether a client
// starts, and every cause of disagreement. It fails if there is one without a reason in
// reasons.tsv. It needs a C compiler.
//
//	go run . -kcfglint ../../../kcfglint -n 5000
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/kcfglint/kcfglint/tools/oracle/compare"
)

func main() {
	kcfglint := flag.String("kcfglint", "../../../kcfglint", "the binary")
	n := flag.Int("n", 5000, "configurations of each release")
	seed := flag.Uint64("seed", 1, "other configurations for another seed")
	all := flag.Bool("all", false, "print every disagreement, not one of each cause")
	versions := flag.String("versions", "2.3.0,2.6.1,2.11.1", "releases of confluent-kafka-go, which has librdkafka of the same number")
	flag.Parse()
	failed := false
	for version := range strings.SplitSeq(*versions, ",") {
		disagreements, err := run(*kcfglint, version, *n, *seed, *all)
		if err != nil {
			fmt.Fprintf(os.Stderr, "librdkafka: %s: %v\n", version, err)
			os.Exit(1)
		}
		failed = failed || disagreements > 0
	}
	if failed {
		os.Exit(1)
	}
}

func run(kcfglint, version string, n int, seed uint64, all bool) (disagreements int, err error) {
	start := time.Now()
	if kcfglint, err = filepath.Abs(kcfglint); err != nil {
		return 0, err
	}
	reasons, err := compare.ReadReasons("reasons.tsv")
	if err != nil {
		return 0, err
	}
	client, err := startClient(version)
	if err != nil {
		return 0, err
	}
	defer client.close()
	config := filepath.Join(client.dir, "kcfglint.yaml")
	if err := os.WriteFile(config, fmt.Appendf(nil, "client: librdkafka\nversions:\n  client: %q\n", client.version), 0o644); err != nil {
		return 0, err
	}
	g, err := newGenerator(seed, client.version)
	if err != nil {
		return 0, err
	}
	t := compare.Trial{
		Name: "librdkafka " + client.version, Render: compare.Properties, Reasons: reasons,
		Real: client.judge, Kcfglint: compare.Lint(kcfglint, "--config", config),
	}
	result, err := t.Run(g.cases(n))
	if err != nil {
		return 0, err
	}
	result.Write(os.Stdout, all)
	fmt.Printf("%s took %s\n\n", t.Name, time.Since(start).Round(time.Second))
	return result.Disagreements(), nil
}
