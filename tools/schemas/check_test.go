package main

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/loader"

	"github.com/kcfglint/kcfglint/rules"
)

const rulesDir = "../../rules"

// current returns the schemas of the catalog and the rules as they are.
func current(t *testing.T) *schemas {
	t.Helper()
	s, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var load = sync.OnceValues(func() (*schemas, error) {
	all, err := rules.All()
	if err != nil {
		return nil, err
	}
	return newSchemas(all)
})

// folder makes a folder of rules with the annotations of the real one.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"schemas.rego", "project/schemas.rego"} {
		b, err := os.ReadFile(filepath.Join(rulesDir, name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = string(b)
	}
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const (
	componentRule = "producer/example/example.rego"
	projectRule   = "project/example/example.rego"
	libraryRule   = "lib/example.rego"
)

var packages = map[string]string{
	componentRule: "kcfglint.rules.producer.example",
	projectRule:   "kcfglint.rules.project.example",
	libraryRule:   "kcfglint.lib.example",
}

func module(file, body string) map[string]string {
	return map[string]string{file: "package " + packages[file] + "\n\n" + body}
}

// mistakes are rules with one mistake each. OPA finds those that are its own; the rest
// only this tool does.
var mistakes = []struct {
	name, file, rule, want string
	opa                    bool
}{
	{"key of values", componentRule, `a if input.values["max.in.flight.request.per.connection"] > 5`,
		`did you mean "max.in.flight.requests.per.connection"?`, true},
	{"key of state", componentRule, `a if input.state["ackss"] == "absent"`, `did you mean "acks"?`, true},
	{"key of settings", componentRule, `a if input.settings["group.ids"].line > 1`, `did you mean "group.id"?`, true},
	{"field of a setting", componentRule, `a := input.settings.acks.vlaue`, "undefined ref: input.settings.acks.vlaue", true},
	{"field of any setting", componentRule, `a contains key if {
	some key, setting in input.settings
	setting.vlaue == "x"
}`, "undefined ref: setting.vlaue", true},
	{"field of an issue", componentRule, `a contains issue.sugestion if {
	some setting in input.settings
	some issue in setting.issues
}`, `did you mean "suggestion"?`, true},
	{"field of a secret", componentRule, `a if input.settings["sasl.jaas.config"].secret.jaas.services_name`, "service_name", true},
	{"links", componentRule, `a if "x" in input.links.topcis`, `did you mean "topics"?`, true},
	{"field", componentRule, `a if input.version.client`, `did you mean "versions"?`, true},
	{"software", componentRule, `a if input.versions.kafka.version[0] > 3`, "undefined ref: input.versions.kafka", true},
	{"fact", componentRule, `a if input.values["@sql.rolle"] == "sink"`, `did you mean "@sql.role"?`, true},
	{"alias", componentRule, `a if input.values["metadata.broker.list"] == ""`, "undefined ref", true},
	{"value of a secret", componentRule, `a if input.values["ssl.key.password"] == "changeit"`, "undefined ref", true},
	{"project input", componentRule, `a if input.joins.topic`, "undefined ref: input.joins", true},
	{"library", libraryRule, `a if input.workloda == "cost"`, `did you mean "workload"?`, true},
	{"boolean and text", componentRule, `a if input.values["enable.idempotence"] == "true"`, "match error", true},
	{"boolean among texts", componentRule, `a if input.values["enable.idempotence"] in {"true", "yes"}`, "match error", true},
	{"number and text", componentRule, `a if input.values["linger.ms"] == "5"`, "match error", true},
	{"text and number", componentRule, `a if input.values.acks == 1`, "match error", true},
	{"component input", projectRule, `a if input.values.acks == "1"`, "undefined ref: input.values", true},
	{"relation", projectRule, `a if input.joins.topics`, `did you mean "topic"?`, true},
	{"key of a member", projectRule, `a contains id if input.components[id].values["isolation.levle"] == "read_committed"`,
		`did you mean "isolation.level"?`, true},
	{"field of a member", projectRule, `a contains id if {
	some id, component in input.components
	component.linsk.group == "x"
}`, "undefined ref: component.linsk", true},
	{"settings of a member", projectRule, `a contains id if input.components[id].settings.acks.line == 1`, "undefined ref", true},

	{"state", componentRule, `a if input.state.acks == "explcit"`, `the input never has the value "explcit" here; did you mean "explicit"?`, false},
	{"state in a set", componentRule, `a if input.state.acks in {"explicit", "inhertied"}`, `did you mean "inherited"?`, false},
	{"state in a named set", componentRule, `a if input.state.acks in written

written := {"explicit", "inhertied"}`, `did you mean "inherited"?`, false},
	{"negated state", componentRule, `a if not input.state.acks in ["abscent"]`, `did you mean "absent"?`, false},
	{"state through a variable", componentRule, `a if {
	state := input.state.acks
	state != "defualt"
}`, `did you mean "default"?`, false},
	{"kind", componentRule, `a if input.kind == "flink-tabel"`, `did you mean "flink-table"?`, false},
	{"client", componentRule, `a if input.client.name in {"java", "librdkakfa"}`, `did you mean "librdkafka"?`, false},
	{"value of a fact", componentRule, `a if input.values["@sql.role"] != "sinks"`, `did you mean "sink"?`, false},
	{"issue", componentRule, `a contains key if {
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "qouted"
}`, `did you mean "quoted"?`, false},
	{"unequal types", componentRule, `a if input.values["enable.idempotence"] != "true"`, `never has the value "true"`, false},
	{"order of types", componentRule, `a if input.values["linger.ms"] < "5"`, `never has the value "5"`, false},
	{"state of a member", projectRule, `a contains id if {
	some id, component in input.components
	component.state["transactional.id"] == "explicite"
}`, `did you mean "explicit"?`, false},
	{"state in a comprehension", projectRule, `a := {id | some id, _ in input.components; input.components[id].complete == "ful"}`,
		`did you mean "full"?`, false},
}

func TestMistakes(t *testing.T) {
	s := current(t)
	for _, m := range mistakes {
		t.Run(m.name, func(t *testing.T) {
			err := check(folder(t, module(m.file, m.rule)), s)
			if err == nil {
				t.Fatal("passes")
			}
			if got := err.Error(); !strings.Contains(got, m.want) || !strings.HasPrefix(got, m.file+":") {
				t.Errorf("got %s\nwant %s: %s", got, m.file, m.want)
			} else if len(got) > 500 {
				t.Errorf("%d characters: %s ...", len(got), got[:500])
			}
		})
	}
}

// TestStockOPA: "opa check --schema" finds with the schemas of the repository what this
// tool leaves to OPA.
func TestStockOPA(t *testing.T) {
	set, err := loader.Schemas(filepath.Join(rulesDir, "schemas"))
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range mistakes {
		t.Run(m.name, func(t *testing.T) {
			dir := folder(t, module(m.file, m.rule))
			b, err := loader.NewFileLoader().WithProcessAnnotation(true).WithSkipBundleVerification(true).AsBundle(dir)
			if err != nil {
				t.Fatal(err)
			}
			c := ast.NewCompiler().WithStrict(true).WithSchemas(set).WithUseTypeCheckAnnotations(true)
			if c.Compile(b.ParsedModules("")); c.Failed() != m.opa {
				t.Errorf("found: %v, errors %v", c.Failed(), c.Errors)
			}
		})
	}
}

// TestNoMistakes: what rules rightly do passes.
func TestNoMistakes(t *testing.T) {
	s := current(t)
	for name, files := range map[string]map[string]string{
		"all settings": module(componentRule, `a contains key if {
	some key, setting in input.settings
	startswith(key, "@conf.nested.")
	setting.value != ""
}`),
		"key that is put together": module(componentRule, `a := input.settings[sprintf("@volume.%s", ["/data"])].value`),
		"key of a variable": module(componentRule, `a contains key if {
	some key in ["acks", "retries"]
	input.state[key] == "explicit"
}`),
		"key behind a prefix": module(componentRule, `a if input.values["producer.transaction.timeout.ms"] > 900000`),
		"typed values": module(componentRule, `a if {
	input.values.acks in {"0", "1"}
	input.values["enable.idempotence"] == false
	input.values["linger.ms"] < 5
	input.values["@sql.role"] in {"sink", "both"}
	input.state.acks in {"explicit", "inherited", "forced", "default", "absent", "unknown", "invalid"}
	input.versions.client.version >= [3, 0]
	input.links.topics != []
	input.client.name != "librdkafka"
}`),
		"types of several clients": module(componentRule, `a if input.values["json.ignore-parse-errors"] in {true, "true"}`),
		"library":                  module(libraryRule, `tolerated if input.data_class in {"metrics", "logs", "cache"}`),
		"project": module(projectRule, `a contains id if {
	some topic, ids in input.joins.topic
	some id in ids
	input.components[id].values["isolation.level"] == "read_uncommitted"
	input.components[id].links.transactional_prefix == ""
	topic != ""
}

b contains id if {
	some id, component in input.components
	component.state["transactional.id"] in {"explicit", "inherited"}
}`),
	} {
		t.Run(name, func(t *testing.T) {
			if err := check(folder(t, files), s); err != nil {
				t.Error(err)
			}
		})
	}
}

const exampleRule = `package kcfglint.rules.producer.example

report contains "x" if input.values.acks == "1"`

// TestInputs: inputs of tests are checked however they are made.
func TestInputs(t *testing.T) {
	s := current(t)
	for _, test := range []struct{ name, text, want string }{
		{"right", `test_a if rule.report == {"x"} with input as {"kind": "producer", "values": {"acks": "1", "linger.ms": 5, "enable.idempotence": true}}`, ""},
		{"open fact", `test_a if rule.report == set() with input as {"settings": {"@volume./data": {"written": "x", "value": "pvc", "line": 1}}}`, ""},
		{"field", `test_a if rule.report == {"x"} with input as {"kinds": "producer", "values": {"acks": "1"}}`, "additional properties 'kinds' not allowed"},
		{"key", `test_a if rule.report == set() with input as {"values": {"ackss": "1"}}`,
			`example_test.rego:5: test_a: input["values"]: additional properties 'ackss' not allowed`},
		{"type", `test_a if rule.report == set() with input as {"values": {"acks": 1}}`, `input["values"]["acks"]: got number, want string`},
		{"state", `test_a if rule.report == set() with input as {"state": {"acks": "explicite"}}`, `input["state"]["acks"]`},
		{"of a function", `producer(key) := {"values": {key: "1"}}

test_a if rule.report == set() with input as producer("akcs")`, "'akcs'"},
		{"patched", `test_a if rule.report == set() with input as {"values": {"acks": "all"}} with input.stat as {}`, "'stat'"},
		{"of a case", `test_a[name] if {
	some name, acks in {"one": 1}
	rule.report == set() with input as {"values": {"acks": acks}}
}`, "got number, want string"},
		{"in every", `test_a if {
	every key in ["acks", "aksc"] {
		rule.report == set() with input as {"values": {key: "all"}}
	}
}`, "'aksc'"},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := check(folder(t, map[string]string{
				componentRule: exampleRule,
				"producer/example/example_test.rego": "package kcfglint.rules.producer.example_test\n\n" +
					"import data.kcfglint.rules.producer.example as rule\n\n" + test.text,
			}), s)
			switch {
			case test.want == "" && err != nil:
				t.Error(err)
			case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
				t.Errorf("got %v\nwant %s", err, test.want)
			}
		})
	}
}

// TestOpenInputs: a rule that goes over all settings is tested with any keys.
func TestOpenInputs(t *testing.T) {
	s := *current(t)
	s.dynamic = map[string]bool{packages[componentRule]: true}
	files := map[string]string{
		componentRule: exampleRule,
		"producer/example/example_test.rego": `package kcfglint.rules.producer.example_test

import data.kcfglint.rules.producer.example as rule

test_a if rule.report == set() with input as {"settings": {"no.such.key": {"written": "x", "vlaue": "pvc"}}}`,
	}
	err := check(folder(t, files), &s)
	if err == nil || !strings.Contains(err.Error(), "'vlaue'") || strings.Contains(err.Error(), "no.such.key'") {
		t.Error(err)
	}
}
