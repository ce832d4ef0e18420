package policy

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse"
	"github.com/kcfglint/kcfglint/internal/resolve"
	"github.com/kcfglint/kcfglint/rules"
)

// inputSchema is one of rules/schemas. It remembers which of its properties it has seen.
type inputSchema struct {
	validator *jsonschema.Schema
	raw       map[string]any
	seen      map[string]bool
}

func readSchema(t *testing.T, name string) *inputSchema {
	t.Helper()
	file := filepath.Join("../../rules/schemas", name+".json")
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s := &inputSchema{seen: make(map[string]bool)}
	if err := json.Unmarshal(b, &s.raw); err != nil {
		t.Fatal(err)
	}
	if s.validator, err = jsonschema.NewCompiler().Compile(file); err != nil {
		t.Fatal(err)
	}
	return s
}

// check validates an input and notes what occurs in it.
func (s *inputSchema) check(t *testing.T, what string, input ast.Value) {
	t.Helper()
	value, err := ast.JSON(input)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.validator.Validate(value); err != nil {
		t.Errorf("%s: %v", what, err)
	}
	s.walk("", s.raw, value, func(path string) { s.seen[path] = true })
}

// walk goes over a value and its schema at once; a nil value stands for one that has
// all that the schema has. Keys and other names are all one.
func (s *inputSchema) walk(path string, schema map[string]any, value any, visit func(path string)) {
	if ref, ok := schema["$ref"].(string); ok {
		definitions := s.raw["definitions"].(map[string]any)
		schema = definitions[strings.TrimPrefix(ref, "#/definitions/")].(map[string]any)
	}
	visit(path)
	if items, ok := schema["items"].(map[string]any); ok {
		list, _ := value.([]any)
		if value == nil {
			list = []any{nil}
		}
		for _, item := range list {
			s.walk(path+"[]", items, item, visit)
		}
	}
	properties, _ := schema["properties"].(map[string]any)
	object, _ := value.(map[string]any)
	if value == nil {
		object = make(map[string]any, len(properties))
		for name := range properties {
			object[name] = nil
		}
	}
	for name, v := range object {
		at := path + "." + name
		property, ok := properties[name].(map[string]any)
		if each, open := properties[""].(map[string]any); open {
			at, property, ok = path+".*", each, true
		}
		if schema["patternProperties"] != nil {
			at = path + ".*"
		}
		if ok {
			s.walk(at, property, v, visit)
		}
	}
}

// missing are the properties that no input had.
func (s *inputSchema) missing() []string {
	var missing []string
	s.walk("", s.raw, nil, func(path string) {
		if !s.seen[path] {
			missing = append(missing, path)
		}
	})
	slices.Sort(missing)
	return slices.Compact(missing)
}

// TestSchemas: the inputs of rules are what rules/schemas says of them, no more and no
// less. They are checked on the components of all rules' examples.
func TestSchemas(t *testing.T) {
	all, err := rules.All()
	if err != nil {
		t.Fatal(err)
	}
	components := append(examples(t), invented("f"), invented("g"))
	component, across := readSchema(t, "component"), readSchema(t, "project")
	byID := make(map[string]*model.Component)
	for _, c := range components {
		byID[c.ID] = c
		in := Input{Component: c, Versions: everyVersion(c), Workload: "durability"}
		v := newView(c, in.Versions)
		if s := c.Get("linger.ms"); s != nil && v.issues() == nil {
			// A verdict with a field that no key which rules name gives rise to.
			v.flaws = issues{s: {{Code: resolve.Removed, Fields: map[string]any{"successor": "linger.ms"}}}}
		}
		component.check(t, c.ID, componentInput(in, v, keysOf(all, c.Kind, false)))
	}
	every := &rules.Rule{}
	for _, r := range relations {
		every.Relations = append(every.Relations, r.name)
	}
	p := project{things: identities(components), tables: tables(components)}
	joins := (&selection{rules: []*rules.Rule{every}}).joins(components, p, "")
	joins["similar-topic"] = joined{"ordes orders": components[:2]} // of few files only
	joins["known-brokers"] = joined{"kafka:9092": components[:1]}   // by what brokers in view tell
	across.check(t, "project", projectInput(joins, byID, &members{keysOf(all, "", true), make(map[*model.Component]*ast.Term)}))
	if missing := component.missing(); len(missing) > 0 {
		t.Errorf("component.json has what no input has: %q", missing)
	}
	if missing := across.missing(); len(missing) > 0 {
		t.Errorf("project.json has what no input has: %q", missing)
	}
}

// keysOf returns the keys that rules name.
func keysOf(all []rules.Rule, kind model.Kind, project bool) keySet {
	names := []string{"acks", "linger.ms", "sasl.jaas.config"}
	for _, r := range all {
		if r.Project == project && (project || slices.Contains(r.Kinds, kind)) {
			names = append(names, r.Keys...)
		}
	}
	slices.Sort(names)
	return newKeySet(slices.Compact(names), false)
}

func everyVersion(c *model.Component) resolve.Versions {
	versions := make(resolve.Versions)
	for _, of := range model.Software() {
		versions[of] = model.Version{Number: []int{2, 1}, Assumed: true}
		if newest := catalog.Newest(of, c.Client); newest != nil {
			versions[of] = model.Version{Number: newest, From: []int{1, 20}}
		}
	}
	return versions
}

// examples are the components of all rules' bad and good files.
func examples(t *testing.T) []*model.Component {
	t.Helper()
	var all []*model.Component
	for _, pattern := range []string{"../../rules/*/*/*", "../../rules/*/*/*/*"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if info, err := os.Stat(file); err != nil || info.IsDir() || filepath.Ext(file) == ".rego" {
				continue
			}
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var opts parse.Options
			if m := exampleClient.FindSubmatch(b); m != nil {
				opts.Client = string(m[1])
			}
			all = append(all, parse.File(filepath.ToSlash(file), b, opts).Components...)
		}
	}
	if len(all) < 100 {
		t.Fatalf("%d components in the examples", len(all))
	}
	return all
}

// exampleClient is the client for which an example is written.
var exampleClient = regexp.MustCompile(`kcfglint-test:.*client=(\S+)`)

// invented has everything that a component can have.
func invented(file string) *model.Component {
	span := func(line int) model.Span {
		return model.Span{File: file, Start: model.Position{Line: line, Offset: line}, End: model.Position{Line: line, Offset: line + 1}}
	}
	c := &model.Component{
		ID: file + "#x", File: file, Kind: model.Producer, Name: "x", Dialect: "properties", Client: model.ClientJava, Complete: model.Full,
		DataClass: "metrics",
		Links: model.Links{
			Topics: []string{"a"}, TopicPattern: "a.*", Group: "g", TransactionalID: "t", TransactionalPrefix: "t-", ApplicationID: "a",
			InternalTopics: []string{"offsets"}, Cluster: "kafka:9092",
		},
	}
	for i, value := range []string{"1", `"all"`} {
		c.Add(model.Setting{Key: "acks", Written: "acks", Value: value, KeySpan: span(i + 1), ValueSpan: span(i + 1)})
	}
	c.Add(model.Setting{Key: "linger.ms", Written: "linger.ms", Value: "5s", KeySpan: span(3), ValueSpan: span(3)})
	c.Add(model.Setting{
		Key: "sasl.jaas.config", Written: "sasl.jaas.config", KeySpan: span(4), ValueSpan: span(4),
		Secret: &model.Secret{Known: true, JAAS: model.JAAS{Module: "x", Literal: true}},
	})
	return c
}
