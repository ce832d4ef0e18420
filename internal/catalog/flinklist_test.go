package catalog

import (
	"slices"
	"testing"
)

func TestSplitFlink(t *testing.T) {
	for text, want := range map[string][]string{
		"":              nil,
		"a":             {"a"},
		" a ; b ":       {"a", "b"},
		"a;;b":          {"a", "", "b"},
		"'a;b';c":       {"a;b", "c"},
		`"a'b";'it''s'`: {"a'b", "it's"},
		"a'b":           {"a'b"},
	} {
		if got, err := splitFlink(text, ';'); err != nil || !slices.Equal(got, want) {
			t.Errorf("splitFlink(%q) = %q, %v; want %q", text, got, err, want)
		}
	}
	for _, text := range []string{"'a", `"`, "'a'b", "'a' b;c"} {
		if got, err := splitFlink(text, ';'); err == nil {
			t.Errorf("splitFlink(%q) = %q; want an error", text, got)
		}
	}
}

func TestFlinkMapsAndLists(t *testing.T) {
	for _, c := range []struct {
		typ          Type
		checks, text string
		version      []int
		refused      bool
	}{
		{String, "map", "a:b,c:d", nil, false},
		{String, "map", "", nil, false},
		{String, "map", "x", nil, true},
		{String, "map", "a:b:c", nil, true},
		{String, "map", "'a:b':c", nil, true},
		{String, "map", "{a: 'b:c'}", nil, false},
		{String, "map", "{a: 'b:c'}", []int{1, 18}, true},
		{String, "map", "{a: b:c}", []int{1, 18}, true},
		{List, "maps", "name:f,path:'file:///f';name:g,path:h", nil, false},
		{List, "maps", "a;b", nil, true},
		{List, "maps", "[{name: f}]", []int{1, 19}, false},
		{List, "", "'a", nil, true},
		{List, "", "['a", nil, false},
		{List, "", "['a", []int{1, 18}, false},
	} {
		_, err := readFlink(&fact{typ: c.typ, checks: c.checks}, c.text, c.version)
		if (err != nil) != c.refused {
			t.Errorf("%s %s %q in %v: %v", c.typ, c.checks, c.text, c.version, err)
		}
	}
	states := &fact{typ: List, values: parseValues("(?i)STATE|CURRENT_TIME")}
	for text, refused := range map[string]bool{"state;CURRENT_TIME": false, "STATE;x": true, "": false} {
		if _, err := readFlink(states, text, nil); (err != nil) != refused {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestTableFactory(t *testing.T) {
	kafka, registry := TableConnector("kafka"), TableFormat("avro-confluent")
	for _, c := range []struct {
		factory *TableFactory
		option  string
		version []int
		want    bool
	}{
		{kafka, "scan.parallelism", []int{3, 4}, false},
		{kafka, "scan.parallelism", []int{4, 0}, true},
		{kafka, "scan.parallelism", nil, true},
		{kafka, "sink.buffer-flush.interval", nil, false},
		{registry, "avro-confluent.url", nil, true},
		{registry, "avro-confluent.properties.bearer.auth.token", nil, true},
	} {
		if got := c.factory.Has(c.option, c.version); got != c.want {
			t.Errorf("%s in %v: %v", c.option, c.version, got)
		}
	}
	if TableConnector("acme") != nil || TableFormat("acme") != nil {
		t.Error("factories that nobody knows")
	}
}
