package parse

import (
	"encoding/json"
	"flag"
	"maps"
	"os"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// answers are what tools/oracle/flinkconf has recorded, or found out just now.
var answers = flag.String("answers", "testdata/flinkconfig/answers.json", "what Flink makes of config.yaml")

// TestFlinkConfigOracle compares what config.yaml is flattened to with what Flink's
// GlobalConfiguration made of the same files (tools/oracle/flinkconf).
func TestFlinkConfigOracle(t *testing.T) {
	data, err := os.ReadFile(*answers)
	if err != nil {
		t.Fatal(err)
	}
	var recorded struct {
		Cases []struct {
			Input   string
			Config  map[string]string
			Refused bool
		}
	}
	if err := json.Unmarshal(data, &recorded); err != nil {
		t.Fatal(err)
	}
	if len(recorded.Cases) < 200 {
		t.Fatalf("only %d recorded answers", len(recorded.Cases))
	}
	for _, c := range recorded.Cases {
		docs, errs := syntax.ParseYAML(syntax.NewSource(syntax.NewFile("config.yaml", c.Input)))
		r := flinkYAML{}
		refused := len(errs) > 0 || len(docs) > 1
		for _, d := range docs {
			if d.Root.IsMap() {
				r.walk(d.Root, "", 1)
			} else if d.Root != nil {
				refused = true
			}
		}
		refused = refused || len(r.refused) > 0
		if refused != c.Refused {
			t.Errorf("%q: refused %t (%v), by Flink %t", c.Input, refused, r.refused, c.Refused)
			continue
		}
		got := make(map[string]string)
		for _, e := range r.entries {
			got[e.key] = e.value
		}
		if !refused && !maps.Equal(got, c.Config) {
			t.Errorf("%q: got %q, Flink reads %q", c.Input, got, c.Config)
		}
	}
}

func TestFlinkConfigRecognised(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"config.yaml", "jobmanager:\n  rpc:\n    address: jm\nparallelism:\n  default: 1\n", true},
		{"conf/config.yml", "execution.checkpointing.interval: 10s\nrest.port: 1\n", true},
		{"my-config.yaml", "classloader.resolve-order: parent-first\njobmanager.rpc.address: jm\n", true},
		{"config.yaml", "execution.checkpointing.interval: 10s\n", false}, // one key
		{"config.yaml", "server:\n  port: 1\nlog:\n  level: info\nstate:\n  backend: s3\n", false},
		{"config.yaml", "state:\n  backend: s3\npipeline:\n  name: x\n", false}, // all of them other tools' words
		{"config.yaml", "jobmanager:\n  rpc:\n    address: jm\nparallelism:\n  default: 1\na: 1\nb: 1\nc: 1\n", false},
		{"values.yaml", "jobmanager:\n  replicaCount: 1\n  image: flink\n  memory:\n    heap: 1g\n", false},
		{"job.yaml", "jobmanager.rpc.address: jm\nrest.port: 8081\n", false},
		{"config.yaml", "apiVersion: v1\nkind: ConfigMap\njobmanager.rpc.address: jm\nparallelism.default: 1\n", false},
		{"config.yaml", "- a\n", false},
		{"config.yaml", "services:\n  jobmanager:\n    image: flink\n  taskmanager:\n    image: flink\n", false},
	} {
		r := readFlink(c.name, c.text)
		if got := len(r.Components) == 1 && r.Components[0].Kind == model.FlinkCluster; got != c.want {
			t.Errorf("%s %q: recognised %t", c.name, c.text, got)
		}
	}
}

func TestFlinkConfigTemplate(t *testing.T) {
	r := readFlink("config.yaml", "jobmanager.rpc.address: jm\nparallelism.default: {{ .Values.p }}\n{{- if .Values.ha }}\nrest.port: 1\n"+
		"{{- else }}\nrest.port: 2\n{{- end }}\nrest.address:\n")
	if len(r.Components) != 1 || r.Components[0].Complete != model.Template || len(r.Errors) != 0 {
		t.Fatalf("got %s", listing(r))
	}
	if s := r.Components[0].Get("parallelism.default"); s == nil || s.State != model.Unknown {
		t.Errorf("parallelism.default: %+v", s)
	}
}
