package config

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

const schemaFile = "../../docs/kcfglint.schema.json"

// instance returns a configuration file as an editor sees it, with the scalars of
// YAML 1.2's core schema.
func instance(t *testing.T, text string) any {
	t.Helper()
	docs, errs := syntax.ParseYAML(syntax.NewSource(syntax.NewFile("c.yaml", text)))
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	if len(docs) == 0 {
		return nil
	}
	return value(docs[0].Root)
}

func value(n *syntax.Node) any {
	switch {
	case n == nil, n.IsScalar() && n.Tag == syntax.Null:
		return nil
	case n.IsMap():
		m := make(map[string]any)
		for _, e := range n.Entries {
			if _, ok := m[e.Key.Text]; !ok || !e.Merged {
				m[e.Key.Text] = value(e.Value)
			}
		}
		return m
	case n.Kind == syntax.SeqNode:
		list := []any{}
		for _, item := range n.Items {
			list = append(list, value(item))
		}
		return list
	case n.Tag == syntax.Plain:
		var scalar any
		if json.Unmarshal([]byte(n.Text), &scalar) == nil {
			return scalar // a number, true or false
		}
	}
	return n.Text
}

// TestSchemaAgrees: an editor says of a file what Load says of it.
func TestSchemaAgrees(t *testing.T) {
	compiled, err := jsonschema.NewCompiler().Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	const beyond = "beyond the schema" // right in form, but no rule, glob or version
	for _, test := range []struct{ text, verdict string }{
		{example, "valid"},
		{Template, "valid"},
		{"", "valid"},
		{"rules:\nexclude:\nversions:\nignore:\nmappings:\npaths:\n", "valid"},
		{"exclude: []\n", "valid"},
		{"exclude: a\nrequire-reason: false\n", "valid"},
		{"rules: {KP002: {level: error}}\n", "valid"},
		{"versions: {kafka: 3.0, client: v2.6.0, broker: '3.9.1-cp1', flink: v1_20, kafka-connector: 3.4.0-1.20}\n", "valid"},
		{"ignore: [{path: [a, b], rule: KP002, key: 5, reason: 2024}]\n", "valid"},
		{"paths: [{path: a, ignore: [{rule: KP002}], mappings: [{kind: topic}]}]\n", "valid"},
		{"x-anchors: {a: b}\n", "invalid"},
		{"rules: []\n", "invalid"},
		{"rules: {KP002: warn}\n", "invalid"},
		{"rules: {KP002: false}\n", "invalid"},
		{"rules: {KP002: {}}\n", "invalid"},
		{"rules: {KP002: {level: error, since: x}}\n", "invalid"},
		{"rules: {KP002: }\n", "invalid"},
		{"exclude: {a: b}\n", "invalid"},
		{"exclude: ['']\n", "invalid"},
		{"exclude: [' ']\n", "invalid"},
		{"versions: {kafka: four}\n", "invalid"},
		{"versions: {flnk: 1.20}\n", "invalid"},
		{"versions: {kafka: [3.9]}\n", "invalid"},
		{"client: jav\n", "invalid"},
		{"client: [java]\n", "invalid"},
		{"workload: speed\n", "invalid"},
		{"data-class: metric\n", "invalid"},
		{"require-reason: yes\n", "invalid"},
		{"ignore: {}\n", "invalid"},
		{"ignore: [a]\n", "invalid"},
		{"ignore: [{path: a}]\n", "invalid"},
		{"ignore: [{rule: KP002}]\n", "invalid"},
		{"ignore: [{path: [], rule: KP002}]\n", "invalid"},
		{"ignore: [{path: a, rule: KP002, until: 2030}]\n", "invalid"},
		{"ignore: [{path: a, rule: KP002, reason: }]\n", "invalid"},
		{"mappings: [{path: a}]\n", "invalid"},
		{"mappings: [{kind: topic}]\n", "invalid"},
		{"mappings: [{path: a, kind: queue}]\n", "invalid"},
		{"mappings: [{path: a, kind: topic, at: a..b}]\n", "invalid"},
		{"mappings: [{path: a, kind: topic, keys: [a]}]\n", "invalid"},
		{"mappings: [{path: a, kind: topic, keys: {a: {b: c}}}]\n", "invalid"},
		{"paths: {a: {}}\n", "invalid"},
		{"paths: [{rules: {}}]\n", "invalid"},
		{"paths: [{path: a, exclude: b}]\n", "invalid"},
		{"paths: [{path: a, paths: []}]\n", "invalid"},
		{"- a\n", "invalid"},
		{"a\n", "invalid"},
		{"rules: {nonsense: off}\n", beyond},
		{"exclude: 'a['\n", beyond},
		{"versions: {kafka: 4}\n", beyond},
		{"client: java\nclient: java\n", beyond},
	} {
		_, err := Parse("c.yaml", test.text, known)
		if loads := err == nil; loads != (test.verdict == "valid") {
			t.Errorf("%s file\n%s\nloads with error %v", test.verdict, test.text, err)
		}
		if err := compiled.Validate(instance(t, test.text)); (err == nil) != (test.verdict != "invalid") {
			t.Errorf("%s file\n%s\nmeets the schema with error %v", test.verdict, test.text, err)
		}
	}
}

// TestSchemaIsComplete: the schema lists exactly what the parser knows.
func TestSchemaIsComplete(t *testing.T) {
	text, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	type object struct {
		Properties map[string]json.RawMessage
		Enum       []any
		Items      *object
	}
	var schema struct {
		object
		Definitions map[string]object
	}
	if err := json.Unmarshal(text, &schema); err != nil {
		t.Fatal(err)
	}
	property := func(in object, name string) (o object) {
		if err := json.Unmarshal(in.Properties[name], &o); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		return o
	}
	words := func(o object) (all []string) {
		for _, w := range o.Enum {
			if s, ok := w.(string); ok {
				all = append(all, s)
			}
		}
		return all
	}
	common := slices.Collect(maps.Keys((&decoder{}).block(&block{}, true)))
	for name, lists := range map[string][2][]string{
		"top":        {slices.Collect(maps.Keys(schema.Properties)), append(slices.Clone(common), "exclude", "paths")},
		"paths":      {slices.Collect(maps.Keys(property(schema.object, "paths").Items.Properties)), append(slices.Clone(common), "path")},
		"versions":   {slices.Collect(maps.Keys(schema.Definitions["versions"].Properties)), versionKeys()},
		"clients":    {words(schema.Definitions["client"]), catalog.Clients()},
		"workloads":  {words(schema.Definitions["workload"]), Workloads()},
		"data class": {words(schema.Definitions["data-class"]), model.DataClasses()},
		"kinds":      {words(property(schema.Definitions["mapping"], "kind")), kinds()},
	} {
		slices.Sort(lists[0])
		slices.Sort(lists[1])
		if !slices.Equal(lists[0], lists[1]) {
			t.Errorf("%s: schema %s, parser %s", name, strings.Join(lists[0], " "), strings.Join(lists[1], " "))
		}
	}
}
