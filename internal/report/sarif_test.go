package report

import (
	"encoding/json"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/model"
)

// officialSchema names a copy of the schema that OASIS publishes. It is not part of the
// project, whose own schema (testdata) allows only what the reporter is meant to write.
const officialSchema = "KCFGLINT_SARIF_SCHEMA"

func sarifSchemas(t *testing.T) map[string]*jsonschema.Schema {
	t.Helper()
	files := []string{"testdata/sarif.schema.json"}
	if file := os.Getenv(officialSchema); file != "" {
		files = append(files, file)
	}
	schemas := make(map[string]*jsonschema.Schema)
	for _, file := range files {
		compiler := jsonschema.NewCompiler()
		compiler.AssertFormat()
		schema, err := compiler.Compile(file)
		if err != nil {
			t.Fatal(err)
		}
		schemas[file] = schema
	}
	return schemas
}

func TestSARIFIsValid(t *testing.T) {
	failed := orders()
	failed.Errors = []string{"rule KP002 failed: division by zero"}
	backwards := ordersFiles.at("config/producer.properties", "acks")
	backwards.End = model.Position{Line: 1, Column: 1}
	schemas := sarifSchemas(t)
	for name, d := range map[string]*Data{
		"orders": orders(), "odd": odd(), "nothing": {}, "failed": failed,
		"no such rule": data(ordersFiles, []finding.Finding{{Rule: "KP002", Severity: finding.Error, Message: "m", Location: backwards}}),
		"bare rule":    {Rules: []Rule{{ID: "KP002", URL: "not an address"}}},
	} {
		text := run(t, "sarif", d)
		instance, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		for file, schema := range schemas {
			if err := schema.Validate(instance); err != nil {
				t.Errorf("%s against %s: %v", name, file, err)
			}
		}
	}
}

// TestSARIFSchemaRejects: a schema that takes anything would prove nothing.
func TestSARIFSchemaRejects(t *testing.T) {
	text := run(t, "sarif", orders())
	for file, schema := range sarifSchemas(t) {
		for _, change := range [][2]string{
			{`"startLine": 3`, `"startLine": 0`},
			{`"level": "note"`, `"level": "info"`},
			{`"version": "2.1.0"`, `"version": "2.0.0"`},
			{`"kind": "inSource"`, `"kind": "comment"`},
		} {
			changed := strings.ReplaceAll(text, change[0], change[1])
			instance, err := jsonschema.UnmarshalJSON(strings.NewReader(changed))
			if err != nil {
				t.Fatal(err)
			}
			if changed == text || schema.Validate(instance) == nil {
				t.Errorf("%s takes %s", file, change[1])
			}
		}
	}
}

func TestSARIFPlacesReadBack(t *testing.T) {
	for _, d := range []*Data{orders(), odd()} {
		var log sarifLog
		if err := json.Unmarshal([]byte(run(t, "sarif", d)), &log); err != nil {
			t.Fatal(err)
		}
		r := log.Runs[0]
		for i, f := range append(append([]finding.Finding{}, d.Findings...), d.Suppressed...) {
			got := r.Results[i]
			artifact := got.Locations[0].Physical.Artifact
			u, err := url.Parse(artifact.URI)
			if err != nil {
				t.Errorf("%q: %v", artifact.URI, err)
				continue
			}
			if name := strings.TrimPrefix(u.Path, "./"); name != f.RepoFile || u.IsAbs() == (artifact.URIBaseID == sourceRoot) {
				t.Errorf("%q (base %q) names %q, want %q", artifact.URI, artifact.URIBaseID, name, f.RepoFile)
			}
			if got.RuleIndex != nil && r.Tool.Driver.Rules[*got.RuleIndex].ID != f.Rule {
				t.Errorf("the index of rule %s is that of %s", f.Rule, r.Tool.Driver.Rules[*got.RuleIndex].ID)
			}
			if (len(got.Suppressions) > 0) != (i >= len(d.Findings)) {
				t.Errorf("suppressions of finding %d: %v", i, got.Suppressions)
			}
		}
	}
}
