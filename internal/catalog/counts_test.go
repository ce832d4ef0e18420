package catalog

import (
	"encoding/csv"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

// counted is a release of an artefact whose keys of a kind were counted in the jars.
type counted struct{ artefact, client, kind, of, version string }

// The catalog has as many keys for each client, kind and release as the jars have. Keys
// that no jar lists, which are written by hand, are not counted; a Flink option under an
// older name counts as the key that it has become.
func TestCounts(t *testing.T) {
	want := map[counted]int{}
	for _, l := range table(t, "counts.csv") { // artefact, client, kind, of, version, keys
		if l[1] != model.ClientJava && l[1] != Flink && l[1] != SmallRye {
			continue
		}
		n, err := strconv.Atoi(l[5])
		if err != nil {
			t.Fatal(err)
		}
		want[counted{l[0], l[1], l[2], l[3], l[4]}] += n
	}
	listed := map[counted][]string{} // by the jars
	artefacts := map[string]bool{}
	for r := range want {
		artefacts[r.artefact] = true
	}
	for artefact := range artefacts {
		for _, l := range table(t, artefact+".csv") { // client, kind, key, type, unit, values, default, from, to, source, of
			for r := range want {
				if r.artefact == artefact && r.client == l[0] && r.kind == l[1] && r.of == l[10] && Within(mustVersion(r.version), mustVersion(l[7]), mustVersion(l[8])) {
					listed[r] = append(listed[r], l[2])
				}
			}
		}
	}
	for r, n := range want {
		if len(listed[r]) != n {
			t.Errorf("%v: the facts list %d keys; the jars have %d", r, len(listed[r]), n)
		}
		kind, scope, ofTable := strings.Cut(r.kind, "@")
		if ofTable {
			kind = string(model.FlinkTable)
		}
		known := map[string]*Key{}
		for _, name := range listed[r] {
			canonical := Canonical(r.client, model.Kind(kind), name)
			switch k := Lookup(r.client, model.Kind(kind), canonical); {
			case ofTable && entries(name):
				n--
			case k == nil:
				t.Errorf("%v: %s is not known", r, name)
			case k.Of == r.of && !(k.Exists(mustVersion(r.version)) && k.Named(name, mustVersion(r.version))):
				t.Errorf("%v: the catalog does not have %s", r, name)
			case ofTable && !slices.Contains(k.Scope, scope) && name == canonical:
				t.Errorf("%v: %s has the scope %v", r, name, k.Scope)
			default:
				known[name] = k
			}
		}
		if len(known) != n {
			t.Errorf("%v: %d keys; the jars have %d", r, len(known), n)
		}
		if ofTable {
			continue // one key serves several connectors, of which not all have it in each release
		}
		for _, k := range Keys(r.client, model.Kind(kind)) {
			version := mustVersion(r.version)
			if k.Of != r.of || !k.Exists(version) || !inJars(listed, r, k.Name) || slices.Contains(passedThrough, k.Name) {
				continue
			}
			if !slices.ContainsFunc(listed[r], func(name string) bool { return known[name] == k }) {
				t.Errorf("%v: the jars do not have %s", r, k.Name)
			}
		}
	}
}

// passedThrough are keys that Flink handed to Hadoop before it made options of them
// (AbstractS3FileSystemFactory, HadoopConfigLoader).
var passedThrough = []string{"s3.access-key", "s3.endpoint", "s3.secret-key"}

// entries reports whether a table's option is a map, whose entries users write: the
// catalog knows those and not the map.
func entries(name string) bool {
	return strings.HasPrefix(name, "properties.") || strings.HasSuffix(name, ".properties")
}

// inJars reports whether some release of an artefact lists a key.
func inJars(listed map[counted][]string, like counted, key string) bool {
	for r, names := range listed {
		if r.artefact == like.artefact && r.kind == like.kind && r.of == like.of && slices.Contains(names, key) {
			return true
		}
	}
	return false
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
