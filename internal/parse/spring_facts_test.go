package parse

import (
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
)

// springFacts returns what the releases of Spring Boot say of spring.kafka.*: key,
// Java type, default, from, to.
func springFacts(t *testing.T) [][]string {
	t.Helper()
	f, err := os.Open("../../tools/catalog/facts/generated/spring-boot.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	facts, err := csv.NewReader(f).ReadAll()
	if err != nil || len(facts) < 150 {
		t.Fatalf("%d lines: %v", len(facts), err)
	}
	var properties [][]string
	for _, l := range facts[1:] {
		properties = append(properties, []string{strings.TrimPrefix(l[2], "spring.kafka."), l[3], l[6], l[7], l[8]})
	}
	return properties
}

type springMapped struct {
	springTypedKey
	kinds []model.Kind
}

// springMapping returns the typed keys by their names below spring.kafka.
func springMapping() map[string]springMapped {
	mapping := map[string]springMapped{}
	add := func(scope string, kinds []model.Kind, keys []springTypedKey) {
		for _, k := range keys {
			mapping[scope+k.name] = springMapped{k, kinds}
		}
	}
	roles := []springRole{springConsumer, springProducer, springStreams, springAdmin}
	var all []model.Kind
	for _, r := range roles {
		all = append(all, r.kind)
		add(r.name+".", []model.Kind{r.kind}, r.keys)
		add(r.name+".ssl.", []model.Kind{r.kind}, springSSLKeys)
		add(r.name+".security.", []model.Kind{r.kind}, springSecurityKeys)
	}
	add("", all, springCommonKeys)
	add("ssl.", all, springSSLKeys)
	add("security.", all, springSecurityKeys)
	return mapping
}

// Every property of every release is a typed key or known to be none, and no other is one.
func TestSpringMapping(t *testing.T) {
	mapping, others := springMapping(), map[string]bool{}
	for _, row := range lines(t, "testdata/spring/no-client-key.tsv") {
		if len(row) != 2 || row[1] == "" {
			t.Fatalf("%q: want a name and a reason", row)
		}
		others[row[0]] = true
		if _, mapped := mapping[row[0]]; mapped {
			t.Errorf("%s is a typed key", row[0])
		}
	}
	found := map[string]bool{}
	for _, p := range springFacts(t) {
		name := p[0]
		found[name] = true
		m, mapped := mapping[name]
		if !mapped {
			if !others[name] {
				t.Errorf("%s is neither mapped to a key of Kafka nor listed as none", name)
			}
			continue
		}
		if text := slices.Contains([]string{"String", "List<String>"}, p[1]); text != m.text {
			t.Errorf("%s is a %s, but an empty text is a value of it: %v", name, p[1], m.text)
		}
		for _, kind := range m.kinds {
			entry := catalog.Lookup(model.ClientJava, kind, m.key)
			if entry == nil {
				t.Errorf("%s sets %s, which a %s does not have", name, m.key, kind)
			} else if !springReads(p[1], entry) {
				t.Errorf("%s is a %s; the %s of a %s is read as %s %s", name, p[1], m.key, kind, entry.Type, entry.Unit)
			}
		}
	}
	for name := range mapping {
		if !found[name] {
			t.Errorf("%s is mapped, but no release has it", name)
		}
	}
	for name := range others {
		if !found[name] {
			t.Errorf("%s is listed, but no release has it", name)
		}
	}
}

// springReads reports whether catalog.Key.Parse reads values in Spring's notation as a
// property of that Java type does.
func springReads(typ string, k *catalog.Key) bool {
	number := k.Type == catalog.Int || k.Type == catalog.Long
	switch typ {
	case "Duration":
		return number && k.Unit.Base() == catalog.Millis
	case "DataSize":
		return number && k.Unit.Base() == catalog.Bytes
	case "Integer":
		return k.Type == catalog.Int && k.Unit == catalog.NoUnit
	case "Boolean":
		return k.Type == catalog.Boolean
	case "IsolationLevel":
		return k.Name == "isolation.level"
	}
	return !number && k.Type != catalog.Boolean && k.Type != catalog.Double
}

// The defaults of typed keys are those that Spring Boot's owner facts have in that release.
func TestSpringDefaults(t *testing.T) {
	mapping := springMapping()
	checked := 0
	for _, p := range springFacts(t) {
		m, mapped := mapping[p[0]]
		if !mapped || p[2] == "" {
			continue
		}
		checked++
		for _, release := range p[3:] {
			version, _ := catalog.ParseVersion(release) // nil, the newest, for the open end
			kind := m.kinds[0]
			owned, ok := catalog.OwnerValue(model.OwnerSpring, kind, m.key, version)
			want, err := catalog.Lookup(model.ClientJava, kind, m.key).Parse(p[2], model.Spring)
			if err != nil || !ok || owned.Value != want {
				t.Errorf("%s in Spring Boot %q: %q, %v; the metadata has %q", p[0], release, owned.Value, ok, p[2])
			}
		}
	}
	if checked == 0 {
		t.Error("no typed key has a default")
	}
}

// The releases that read a typed key: all, unless spring_kafka.go says otherwise.
func TestSpringReleases(t *testing.T) {
	limited := map[string][2]string{
		"consumer.max-poll-interval":         {"3.5", ""},
		"streams.cache-max-size-buffering":   {"2.5", "3.2"},
		"streams.state-store-cache-max-size": {"3.1", ""},
		"ssl.key-store-key":                  {"2.6", ""}, // and those of the roles
		"ssl.key-store-certificate-chain":    {"2.6", ""},
		"ssl.trust-store-certificates":       {"2.6", ""},
	}
	releases := map[string][2]string{}
	for _, p := range springFacts(t) {
		from, to := p[3], p[4]
		if earlier, ok := releases[p[0]]; ok {
			from = earlier[0]
		}
		releases[p[0]] = [2]string{from, to}
	}
	for name := range springMapping() {
		want, ok := limited[name]
		if i := strings.Index(name, ".ssl."); !ok && i > 0 {
			want, ok = limited[name[i+1:]]
		}
		if !ok {
			want = [2]string{"2.5", ""}
		}
		if releases[name] != want {
			t.Errorf("%s is read from %q to %q; the code says %q", name, releases[name][0], releases[name][1], want)
		}
	}
}
