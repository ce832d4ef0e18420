package catalog

import (
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

func TestChecks(t *testing.T) {
	for _, test := range []struct {
		typ          Type
		checks, text string
		want         string // what is expected instead, "" if the value is taken
	}{
		{List, "nonempty", "", "a list of at least one element"},
		{List, "nonempty", "a", ""},
		{List, "nodup;nonnull", "a, b,a", ""},
		{List, "alone", "all,none", "none, all, or a list of single optimizations"},
		{List, "alone", "a,b", ""},
		{List, "nodup", "a,b", ""},
		{List, "nodup;nonemptyelements", "a,,b", "a list without empty elements"},
		{List, "maxsize=2", "a,b,c", "a list of at most 2 elements"},
		{List, "maxsize=2", "a,b", ""},
		{String, "nonempty", "  ", "a text that is not empty"},
		{String, "nocontrol;nonempty", "a\tb", "a text without control characters"},
		{String, "maxlen=3", "abcd", "a text of at most 3 characters"},
		{String, "maxlen=3", "äöü", ""},
		{String, "nonempty;single", "PLAIN,GSSAPI", "a single name without commas and blanks"},
		{String, "nonempty;single", "PLAIN", ""},
		{String, "partitioner", "RANDOM", "one of random, consistent, consistent_random, murmur2, murmur2_random, fnv1a, fnv1a_random"},
		{String, "partitioner", "murmur2", ""},
		{String, "required", "", ""},
		{Int, "nonzero", "0", "a number other than 0"},
		{Int, "nonzero", "-1", ""},
		{String, "", "", ""},
	} {
		k := &Key{Name: "k", client: model.ClientJava, facts: []fact{{typ: test.typ, checks: test.checks}}}
		got := ""
		if _, err := k.Parse(test.text, model.Kafka); err != nil {
			got = Expected(err)
		}
		if got != test.want {
			t.Errorf("%s %s %q: %q; want %q", test.typ, test.checks, test.text, got, test.want)
		}
	}
}

func TestStatus(t *testing.T) {
	for _, test := range []struct {
		key, version         string
		exists, notYet, gone bool
	}{
		{"auto.include.jmx.reporter", "2.8", false, true, false},
		{"auto.include.jmx.reporter", "3.9", true, false, false},
		{"auto.include.jmx.reporter", "4.0", false, false, true},
		{"acks", "2.8", true, false, false},
	} {
		k, v := Lookup(model.ClientJava, model.Producer, test.key), mustVersion(test.version)
		if k.Exists(v) != test.exists || k.NotYetIn(v) != test.notYet || (k.GoneSince(v) != nil) != test.gone {
			t.Errorf("%s in %s: exists %v, not yet %v, gone since %v", test.key, test.version, k.Exists(v), k.NotYetIn(v), k.GoneSince(v))
		}
	}
	k := Lookup(model.ClientJava, model.Producer, "auto.include.jmx.reporter")
	if k.Successor() != "metric.reporters" || !k.DeprecatedIn([]int{3, 9}) || k.DeprecatedIn([]int{4, 0}) {
		t.Errorf("successor %q, deprecated in 3.9: %v", k.Successor(), k.DeprecatedIn([]int{3, 9}))
	}
	if name := Lookup(model.ClientJava, model.SinkConnector, "name"); !name.Required(nil) {
		t.Error("a connector needs no name")
	}
}
