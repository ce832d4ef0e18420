package parse

import (
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

// facts returns the @conf facts of a flink-conf.yaml as "name=value".
func facts(t *testing.T, text string) string {
	t.Helper()
	r := readFlink("conf/flink-conf.yaml", text)
	if len(r.Components) != 1 {
		t.Fatalf("%q: %d components", text, len(r.Components))
	}
	var found []string
	for _, s := range r.Components[0].Settings {
		if name, ok := strings.CutPrefix(s.Key, "@conf."); ok {
			found = append(found, name+"="+s.Value)
		}
	}
	return strings.Join(found, " ")
}

func TestFlinkConfFacts(t *testing.T) {
	const known = "jobmanager.rpc.address: jm\n"
	for _, c := range []struct{ name, text, want string }{
		{"flat", "execution.checkpointing.interval: 10s\n", ""},
		{"leading blanks", "  execution.checkpointing.interval: 10s\n\t rest.port: 1\n", ""},
		{"nested", "execution:\n  checkpointing:\n    interval: 10s\n", "nested.execution.checkpointing.interval=interval"},
		{"nested with a dotted header", "execution.checkpointing:\n  interval: 10s\n", "nested.execution.checkpointing.interval=interval"},
		{"nested and flat", "execution:\n  checkpointing:\n    interval: 10s\nexecution.checkpointing.interval: 5s\n", ""},
		{"nested with tabs and quotes", "'execution':\n\t\"runtime-mode\": BATCH\n", `nested.execution.runtime-mode="runtime-mode"`},
		{"end of a block", "state:\n  checkpoints.dir: s3://a\nrest.port: 1\n", "nested.execution.checkpointing.dir=checkpoints.dir"},
		{"blank lines and comments within", "state:\n\n# x\n  # y\n  checkpoints.dir: s3://a # z\n", "nested.execution.checkpointing.dir=checkpoints.dir"},
		{"siblings", "state:\n  backend:\n    type: x\n  checkpoints:\n    dir: s3://a\n",
			"nested.state.backend.type=type nested.execution.checkpointing.dir=dir"},
		{"a title", "Settings of the cluster:\n  rest.port: 1\n", ""},
		{"an empty value before flat keys", known + "rest.port:\nrest.address: x\n", ""},
		{"a value below its key", known + "rest.port:\n  8081\n", ""},
		{"list", known + "metrics.reporters:\n- prom\n- jmx\n", "line.metrics.reporters=metrics.reporters"},
		{"list in a block", known + "metrics:\n  reporters:\n    - prom\n", "nested.metrics.reporters="},
		{"list of maps", known + "jobs:\n  - name: x\n", ""},
		{"no blank", known + "parallelism.default:2\n", "line.parallelism.default=parallelism.default"},
		{"no blank, value with a colon", known + "state.checkpoints.dir:s3://a/b\n", "line.execution.checkpointing.dir=execution.checkpointing.dir"},
		{"no blank in a block", "execution:\n  checkpointing:\n    interval:10s\n" + known, "line.execution.checkpointing.interval=execution.checkpointing.interval"},
		{"equals sign", known + "parallelism.default = 2\n", "line.parallelism.default=parallelism.default"},
		{"not Flink's", known + "log4j.rootLogger=INFO\nsome words here\nhttp://x/y\n---\n", ""},
		{"quoted", "blob.server.port: '6124'\nrest.port: \"1\"\n", "quoted.blob.server.port='6124' quoted.rest.port=\"1\""},
		{"quotes that are taken off", "env.java.opts.all: \"-Xmx1g\"\npipeline.jars: 'a;b'\n", ""},
		{"quotes within", "rest.address: a'b'c\n", ""},
		{"quoted placeholder", "rest.port: \"${PORT}\"\n", ""},
		{"block scalar", "rest.address: >-\n  x\n", "yaml.rest.address=>-"},
		{"flow", "rest.address: [a, b]\njobmanager: {rpc.address: x}\n", "yaml.rest.address=[a, b] yaml.jobmanager={rpc.address: x}"},
		{"cut", "state.checkpoints.dir: s3://a/b#c\n", "cut.execution.checkpointing.dir=s3://a/b"},
		{"cut in quotes", "rest.address: \"a # b\"\n", "cut.rest.address=\"a"},
		{"a comment", "rest.address: a # b\nrest.port: 1 #\nrest.bind-port: 1#\n", ""},
		{"duplicate", "rest.port: 1\nrest.port: 2\nrest.port: 3\n", "duplicate.rest.port=3 duplicate.rest.port=3"},
		{"duplicate with the same value", "rest.port: 1\nrest.port: 2\nrest.port: 2\n", "duplicate.rest.port=2"},
		{"no duplicate", "rest.port: 1\nrest.port: 1\n", ""},
		{"the newest name counts", "state.backend.type: hashmap\nstate.backend: rocksdb\n", "duplicate.state.backend.type=hashmap"},
		{"two old names", "state.checkpoints.dir: s3://a\nstate.backend.fs.checkpointdir: s3://b\n", "duplicate.execution.checkpointing.dir=s3://a"},
		{"two names, one value", "state.backend: rocksdb\nstate.backend.type: rocksdb\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := facts(t, c.text); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestFlinkConfComponent(t *testing.T) {
	for _, c := range []struct {
		name, text string
		complete   model.Complete // "" if nothing is recognised
	}{
		{"plain", "rest.port: 1\n", model.Full},
		{"only nested", "execution:\n  checkpointing:\n    interval: 1s\n", model.Full},
		{"only comments", "# rest.port: 1\n", ""},
		{"nothing of Flink's", "server.port: 1\nfoo: bar\n", ""},
		{"template action", "rest.port: 1\n{{- with .Values.conf }}\n{{ toYaml . }}\n{{- end }}\n", model.Template},
		{"variable line", "rest.port: 1\n${MORE}\n", model.Template},
		{"variable key", "rest.port: 1\n${KEY}: 2\n", model.Template},
		{"variable value", "rest.port: ${PORT}\n", model.Full},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := readFlink("flink-conf.yaml", c.text)
			if c.complete == "" {
				if len(r.Components) != 0 {
					t.Fatalf("recognised: %s", listing(r))
				}
				return
			}
			if len(r.Components) != 1 || r.Components[0].Complete != c.complete || !r.Components[0].CodeMaySet {
				t.Fatalf("got %s", listing(r))
			}
			if file, _ := r.Components[0].Value("@file"); file != "flink-conf.yaml" {
				t.Errorf("@file is %q", file)
			}
		})
	}
}

// TestFlinkConfSecrets plants secrets where the reader takes them for something else.
func TestFlinkConfSecrets(t *testing.T) {
	const secret = "hunter2"
	r := readFlink("flink-conf.yaml", strings.ReplaceAll(`rest.port: 1
s3.secret-key: SECRET
s3.secret-key: 'SECRET'
s3.secret-key: SECRET#x
security.ssl.rest.key-password:SECRET
s3.secret-key = SECRET
s3:
  secret-key: SECRET
s3: {secret-key: SECRET, 'session-token': "SECRET"}
env.java.opts: -Djavax.net.ssl.trustStorePassword=SECRET
fs.proxy: "http://u:SECRET@h"
`, "SECRET", secret))
	if got := listing(r); strings.Contains(got, secret) || len(r.Components) != 1 {
		t.Errorf("got %s", got)
	}
}

func FuzzFlinkFiles(f *testing.F) {
	f.Add("execution:\n  checkpointing:\n    interval: 10s\n- a\nrest.port:1\na: 'b' # c\n")
	f.Add("jobmanager.rpc.address: jm\nparallelism: {default: [1, 'a, b', {c: 1e9}]}\nx: &a 1\ny: *a\n")
	f.Add("apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nspec: {job: {args: [-D, rest.port=1, -Dx]}, flinkConfiguration: {a: 1}}\n")
	f.Fuzz(func(t *testing.T, text string) {
		if strings.ContainsAny(text, "$%@<{_:#") && isPlaceholder(text) || strings.Contains(text, "&") {
			return
		}
		for _, name := range []string{"flink-conf.yaml", "config.yaml"} {
			r := readFlink(name, text)
			for _, c := range r.Components {
				for _, s := range c.Settings {
					raw := r.File.Text[s.KeySpan.Start.Offset:s.KeySpan.End.Offset]
					if name == "flink-conf.yaml" && !s.IsFact() && raw != s.Written {
						t.Fatalf("%q: key %q stands on %q", text, s.Written, raw)
					}
				}
			}
		}
	})
}
