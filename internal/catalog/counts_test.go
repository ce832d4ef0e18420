package catalog

import (
	"encoding/csv"
	"os"
	"strconv"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

// The catalog has as many of Kafka's keys for each kind and release as the jars have. Keys
// that no jar lists, which are written by hand, are not counted.
func TestCounts(t *testing.T) {
	type release struct{ client, kind, of, version string }
	want := map[release]int{}
	for _, l := range table(t, "counts.csv") { // artefact, client, kind, of, version, keys
		if l[1] != model.ClientJava && l[1] != SmallRye {
			continue
		}
		n, err := strconv.Atoi(l[5])
		if err != nil {
			t.Fatal(err)
		}
		want[release{l[1], l[2], l[3], l[4]}] += n
	}
	type name struct{ kind, key string }
	inJars := map[name]bool{}
	for _, file := range []string{"connect-mirror.csv", "connect-runtime.csv", "kafka-broker.csv", "kafka-clients.csv", "kafka-streams.csv", "smallrye.csv"} {
		for _, l := range table(t, file) { // client, kind, key ...
			inJars[name{l[1], l[2]}] = true
		}
	}
	for r, n := range want {
		got := 0
		for _, k := range Keys(r.client, model.Kind(r.kind)) {
			if k.Of == r.of && inJars[name{r.kind, k.Name}] && k.Exists(mustVersion(r.version)) {
				got++
			}
		}
		if got != n {
			t.Errorf("%s %s of %s %s: %d keys; the jars have %d", r.client, r.kind, r.of, r.version, got, n)
		}
	}
}

// table returns the lines of a generated file below its header.
func table(t *testing.T, file string) [][]string {
	t.Helper()
	f, err := os.Open("../../tools/catalog/facts/generated/" + file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil || len(lines) < 2 {
		t.Fatalf("%s: %d lines: %v", file, len(lines), err)
	}
	return lines[1:]
}
