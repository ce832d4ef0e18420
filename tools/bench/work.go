package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/kcfglint/kcfglint/internal/lint"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/policy"
	"github.com/kcfglint/kcfglint/rules"
)

// producer is a file of the work; two of three are sound.
func producer(i int) string {
	acks, retries := "all", "2147483647"
	if i%3 == 0 {
		acks = "1"
	}
	if i%6 == 0 {
		retries = "0"
	}
	return fmt.Sprintf(`# service %d
bootstrap.servers=kafka-%d.example.org:9093,kafka-%d.example.org:9093
client.id=service-%d
key.serializer=org.apache.kafka.common.serialization.StringSerializer
value.serializer=org.apache.kafka.common.serialization.ByteArraySerializer
acks=%s
retries=%s
linger.ms=20
batch.size=65536
compression.type=lz4
max.in.flight.requests.per.connection=5
delivery.timeout.ms=120000
request.timeout.ms=30000
security.protocol=SSL
`, i, i%9, (i+1)%9, i, acks, retries)
}

// prepare writes the files for kcfglint, and the inputs and modules for conftest.
func (b bench) prepare(name string, files int) task {
	dir := filepath.Join(b.work, name)
	t := task{configs: filepath.Join(dir, "configs"), inputs: filepath.Join(dir, "inputs"), policy: filepath.Join(dir, "policy")}
	for _, d := range []string{t.configs, t.inputs, t.policy} {
		check(os.MkdirAll(d, 0o755))
	}
	for i := range files {
		check(os.WriteFile(filepath.Join(t.configs, fmt.Sprintf("p%05d.properties", i)), []byte(producer(i)), 0o600))
	}
	ctx := context.Background()
	opts := lint.Options{Dir: t.configs, Versions: map[string]model.Version{model.OfClient: {Number: []int{3, 9}, Evidence: "benchmark"}}}
	result, err := lint.Parse(ctx, opts)
	check(err)
	all, err := rules.All()
	check(err)
	var on []rules.Rule
	for _, r := range all {
		if r.Severities[0] != "info" && !r.Project {
			on = append(on, r)
		}
	}
	engine, err := policy.New(ctx, on, result.Components)
	check(err)
	var used []*rules.Rule
	for _, c := range result.Components {
		input, selected, err := engine.Export(policy.Input{Component: c, Versions: c.Versions, Workload: "durability"})
		check(err)
		text, err := json.Marshal(input)
		check(err)
		base := strings.TrimSuffix(filepath.Base(c.File), ".properties")
		check(os.WriteFile(filepath.Join(t.inputs, base+".json"), text, 0o600))
		used = selected
	}
	library, err := rules.Library()
	check(err)
	for p, text := range library {
		check(os.WriteFile(filepath.Join(t.policy, strings.ReplaceAll(p, "/", "_")), []byte(text), 0o600))
	}
	for _, r := range used {
		text, err := rules.Module(r)
		check(err)
		check(os.WriteFile(filepath.Join(t.policy, r.ID+".rego"), []byte(text), 0o600))
	}
	check(os.WriteFile(filepath.Join(t.policy, "main.rego"), []byte(shim(used)), 0o600))
	return t
}

// shim asks all rules from one deny rule, and drops what one finding takes in of another
// at the same place, as kcfglint does.
func shim(used []*rules.Rule) string {
	var b strings.Builder
	b.WriteString("package main\n\nimport rego.v1\n\n")
	for _, r := range used {
		fmt.Fprintf(&b, "found contains {\"rule\": %q, \"finding\": f} if some f in data.%s.report\n", r.ID, r.Package)
		for _, other := range r.Supersedes {
			fmt.Fprintf(&b, "superseded contains [%q, f.at] if some f in data.%s.report\n", other, r.Package)
		}
	}
	b.WriteString(`
superseded contains ["", ""] if false

deny contains msg if {
	some f in found
	not superseded[[f.rule, f.finding.at]]
	msg := sprintf("%s %s", [f.rule, f.finding.message])
}
`)
	return b.String()
}
