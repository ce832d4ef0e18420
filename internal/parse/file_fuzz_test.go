package parse

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// fileNames select each grammar and dialect that a name decides on.
var fileNames = []string{
	"producer.properties", "application.yml", "application-prod.properties", "connector.json", "flink-conf.yaml", "config.yaml",
	"job.sql", "deploy.yaml", "worker.conf", "server.properties.j2", "values.json.tmpl", "bootstrap-dev.yaml", "x.env", "x",
	"conf/streams.props", "flink-conf.yaml.old", "connect-distributed.properties", "a.ddl", "topic.cfg", "docker-compose.yml", "application.conf", "orders.hocon",
}

// texts are one of each format, beside those that the dialects' own tests read.
var texts = []string{
	"bootstrap.servers=k:9092\nacks=1\nlinger.ms=5\nssl.key.password=s3cret\n",
	"producer.acks=0\nconsumer.group.id=g\n  consumer.auto.offset.reset : latest\nclient.id=a\\\n   b\\u00e9\n! note\n",
	"application.id=a\nbootstrap.servers=${B:k:9092}\nprocessing.guarantee=exactly_once_v2\nproducer.acks=1\n",
	"broker.id=0\nlog.dirs=/data\nmin.insync.replicas=1\nlistener.name.a.sasl.jaas.config=x required password=\"s\";\n",
	"metadata.broker.list=k\ngroup.id=g\nenable.auto.commit=true\nsasl.password=s3cret\n",
	"spring:\n  kafka:\n    bootstrap-servers: k:9092\n    producer: {acks: 1, properties: {\"[linger.ms]\": 5}}\n---\nspring.config.activate.on-profile: prod & !eu\nspring.kafka.producer.acks: all\n",
	"spring.kafka.consumer.group-id=g\nspring.kafka.listener.ack-mode=batch\n#---\nspring.profiles=a,b\nspring.kafka.properties[ssl.key.password]=s3cret\n",
	"spring:\n  cloud:\n    stream:\n      binders: {k: {type: kafka, environment: {spring.cloud.stream.kafka.binder.brokers: k}}}\n      bindings: {in-0: {destination: t, binder: k}}\n",
	`{"name": "s", "config": {"connector.class": "io.example.JdbcSinkConnector", "topics": "t", "errors.tolerance": "all", "connection.password": "s3cret"}}`,
	"[{\"connector.class\": \"a\\u00e9\\n\", \"topics\": \"t\",}] // no JSON\n",
	"bootstrap.servers=k\ngroup.id=c\nkey.converter=a\nvalue.converter=b\noffset.storage.topic=o\nproducer.override.acks=1\n",
	"jobmanager.rpc.address: jm\nexecution.checkpointing.mode: AT_LEAST_ONCE # why\nstate:\n  backend: rocksdb\ns3.secret-key: s3cret\na:b\n",
	"execution:\n  checkpointing:\n    interval: 10 s\ns3.secret-key: s3cret\nx: [a, 'b: c', {d: e}]\n",
	"SET 'execution.checkpointing.interval' = '10s';\nCREATE TABLE t (a STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '5' SECOND) WITH (\n  'connector' = 'kafka', 'topic' = 't', 'properties.bootstrap.servers' = 'k', 'properties.ssl.key.password' = 's3''cret', 'scan.startup.mode' = 'latest-offset'); -- note\n" +
		"INSERT INTO s /*+ OPTIONS('sink.parallelism'='2') */ SELECT a, COUNT(*) FROM t GROUP BY a, TUMBLE(ts, INTERVAL '1' HOUR);\n",
	"apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a.properties: |\n    acks=1\n    linger.ms=5\n  b.sql: \"CREATE TABLE t (a INT) WITH ('connector' = 'kafka')\"\n  flink-conf.yaml: |-\n    state.backend: x\n    parallelism.default: 2\n",
	"apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Secret, metadata: {name: s}, stringData: {a.properties: \"acks=1\\nlinger.ms=5\\nssl.key.password=s3cret\"}, data: {b.properties: YWNrcz0xCmxpbmdlci5tcz01Cg==}}\n",
	"apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata: {name: a}\nspec:\n  flinkVersion: v1_19\n  flinkConfiguration: {s3.secret-key: s3cret, state.checkpoints.dir: \"file:///tmp\"}\n  job: {jarURI: \"local:///a.jar\", upgradeMode: stateless, args: [--topic, t]}\n" +
		"  podTemplate: {spec: {volumes: [{name: v, emptyDir: {}}], containers: [{name: flink-main-container, volumeMounts: [{name: v, mountPath: /tmp}]}]}}\n",
	"services:\n  jm:\n    image: flink:1.18.1\n    command: jobmanager -Drest.port=1\n    environment:\n      - |\n        FLINK_PROPERTIES=\n        execution:\n          checkpointing:\n            interval: 10s # why\n" +
		"        s3.secret-key: s3cret # mine\n  tm:\n    image: flink:1.20\n    command: [taskmanager]\n    environment: &e {FLINK_PROPERTIES: \"a=b: c\\nstate.backend: x\\n state.backend.incremental : é y\\n:\\n\"}\n" +
		"  job:\n    image: flink:2.0.0\n    entrypoint: sh -c \"exec /docker-entrypoint.sh standalone-job -D 'a=b c' -n -Dx --y\"\n    environment: *e\n    volumes: [\"./a:/opt/flink/conf/flink-conf.yaml:ro\"]\n",
	"apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: jm}\nspec: {template: {spec: {containers: [{name: c, image: \"flink:1.19\", args: [jobmanager, \"-Ds3.secret-key=s3cret\"], env: [{name: FLINK_PROPERTIES, value: \"rest.port:1\\n\\t- a\"}], " +
		"volumeMounts: [{name: v, mountPath: /a}]}], volumes: [{name: v, emptyDir: {}}]}}}\n---\nkind: Deployment\nspec: {restoreStrategy: {kind: NONE}, template: {spec: {artifact: {kind: SQLSCRIPT, flinkVersion: '1.17', sqlScript: \"CREATE TABLE t (a INT) WITH ('connector' = 'kafka')\"}}}}\n",
	"apiVersion: platform.confluent.io/v1beta1\nkind: FlinkStatement\nmetadata: {name: a}\nspec: {flinkConfiguration: {s3.secret-key: s3cret}, statement: \"CREATE TABLE t (a INT) WITH ('connector' = 'kafka')\"}\n",
	"apiVersion: platform.confluent.io/v1beta1\nkind: Kafka\nmetadata: {name: k, namespace: n}\nspec:\n  replicas: 3\n  image: {application: \"cp-server:7.9.0\"}\n  dataVolumeCapacity: 1\n  listeners: {external: {externalAccess: {type: nodePort}}, custom: [{name: c, port: 9094}]}\n" +
		"  configOverrides:\n    server:\n    - min.insync.replicas=1\n    - \"ssl.key.password=s3cret\"\n    - |\n      a=b\\\n        c\n---\n" +
		"apiVersion: platform.confluent.io/v1beta1\nkind: Connect\nmetadata: {name: c}\nspec: {internalTopicReplicationFactor: 1, dependencies: {kafka: {bootstrapEndpoint: \"http://k.n:9071\", tls: {enabled: true}}}, configOverrides: {server: [producer.acks=1]}}\n---\n" +
		"apiVersion: platform.confluent.io/v1beta1\nkind: Connector\nmetadata: {name: s}\nspec: {class: a.Sink, taskMax: 1, configs: {topics: t, connection.password: s3cret}}\n---\n" +
		"apiVersion: platform.confluent.io/v1beta1\nkind: KafkaTopic\nmetadata: {name: t}\nspec: {replicas: 1, partitionCount: 2, kafkaClusterRef: {name: k}, configs: {min.insync.replicas: 1}}\n",
	"apiVersion: flink.apache.org/v1beta1\nkind: FlinkSessionJob\nmetadata: {name: b}\nspec: {deploymentName: a, job: {jarURI: x}}\n",
	"commonConfig: |\n  bootstrap.servers=k\n  ssl.key.password=s3cret\nproducerConfig: |2\n     acks=1\n   linger.ms=\\\n     5\nconsumerConfig: >-\n  group.id=g\n\n  auto.offset.reset=latest\ntopicConfig: \"min.insync.replicas=1\\nretention.ms=\\u0031\\n\"\n",
	"kafka:\n  brokers: [a:9092, b:9092]\n  topic: t\n  source: {group.id: g, auto.offset.reset: latest}\n  sql: |\n    CREATE TABLE t (a INT) WITH ('connector' = 'kafka');\n",
	"{{- if .Values.kafka }}\nspring:\n  kafka:\n    bootstrap-servers: {{ .Values.brokers | quote }}\n    producer: {acks: \"{{ .Values.acks }}\"}\n{{- end }}\n",
	"base: &b {acks: 1, linger.ms: 5}\nspring:\n  kafka:\n    producer: {<<: *b, properties: *b}\n",
	"include \"a\"\nakka.kafka {\n  producer.kafka-clients { acks = 1, ssl.key.password = s3cret, \"linger.ms\" = 5 s }\n  consumer { kafka-clients { group { id = g }, client.id = [a], acks = null } }\n" +
		"  committer { delivery = SendAndForget, max-interval = 2 minutes }\n}\nc = ${akka.kafka.consumer} { kafka-clients.group.id = ${?G} }\nkafka { bootstrap.servers = \"k:9092\", acks = 0, linger.ms += 1 } // a\n" +
		"job { sql = \"\"\"CREATE TABLE t (a INT) WITH ('connector' = 'kafka')\"\"\" }\n",
	"spring:\n  kafka:\n    bootstrap-servers: x\n   ssl: {password: s3cret\n", "{\"connector.class\": \"a\" \"topics\": 1}", "acks=\\u00zz\nbootstrap.servers=k\n",
	"spring:\r  kafka:\r\n    producer:\u2028      acks: 1\u0085", "\ufeffacks=1\r\rlinger.ms=5\f\x00\n", "\xff\xfea\x00c\x00k\x00s\x00=\x001\x00\n\x00", "spring: {kafka: {producer: {acks: \xe9}}}\n",
}

func FuzzFile(f *testing.F) {
	for i, text := range texts {
		for n := range fileNames {
			if (n+i)%5 == 0 || i < 3 {
				f.Add(uint8(n), []byte(text))
			}
		}
	}
	for _, pattern := range []string{"connect/*", "flink/*", "flinksql/*", "spring/*"} {
		names, err := filepath.Glob(filepath.Join("testdata", pattern))
		if err != nil || len(names) == 0 {
			f.Fatal("no seeds", err)
		}
		for _, name := range names {
			if n := slices.IndexFunc(fileNames, func(s string) bool { return filepath.Ext(s) == filepath.Ext(name) }); n >= 0 {
				data, err := os.ReadFile(name)
				if err != nil {
					f.Fatal(err)
				}
				f.Add(uint8(n), data)
			}
		}
	}
	f.Fuzz(func(t *testing.T, n uint8, data []byte) {
		name := fileNames[int(n)%len(fileNames)]
		start := time.Now()
		r := File(name, data, Options{})
		if elapsed, budget := time.Since(start), 3*time.Second+time.Duration(len(data))*20*time.Microsecond; elapsed > budget {
			t.Errorf("%d bytes took %v", len(data), elapsed)
		}
		checkResult(t, name, r)
		if a, b := flattened(r), flattened(File(name, data, Options{})); !reflect.DeepEqual(a, b) {
			t.Errorf("read again, it is something else:\n%+v\n%+v", a, b)
		}
	})
}

// flattened is all of a result that can be compared as text.
func flattened(r *Result) any {
	var components []model.Component
	for _, c := range r.Components {
		components = append(components, *c)
	}
	var errs []syntax.Error
	for _, e := range r.Errors {
		errs = append(errs, *e)
	}
	return []any{r.Format, r.Reason, components, errs, r.Comments}
}

// checkResult checks what holds of every file.
func checkResult(t *testing.T, name string, r *Result) {
	t.Helper()
	if r.Recognised() == (r.Reason != "" && r.Format == "" && len(r.Errors) == 0) {
		t.Errorf("format %q, reason %q, %d errors", r.Format, r.Reason, len(r.Errors))
	}
	if len(r.Errors) > syntax.MaxErrors+1 || len(r.Components) > maxComponents {
		t.Errorf("%d errors, %d components", len(r.Errors), len(r.Components))
	}
	for _, e := range r.Errors {
		checkPlace(t, r.File, e.Span, "error "+e.Message)
		if e.Message == "" || strings.ContainsAny(e.Message, "\n\r") || strings.Contains(e.Message, "s3cret") {
			t.Errorf("message %q", e.Message)
		}
	}
	for _, c := range r.Comments {
		checkPlace(t, r.File, c.Span, "comment")
	}
	ids := make(map[string]bool)
	for _, c := range r.Components {
		if ids[c.ID] || c.File != name || c.ID != strings.TrimSuffix(name+"#"+c.Anchor, "#") {
			t.Errorf("component %q of %q", c.ID, c.File)
		}
		ids[c.ID] = true
		checkPlace(t, r.File, c.Span, "component "+c.ID)
		checkSettings(t, r, c)
	}
	for _, c := range r.Components {
		if c.OwnerID != "" && !ids[c.OwnerID] && !r.count.full {
			t.Errorf("%s belongs to %s, which there is not", c.ID, c.OwnerID)
		}
	}
}

func checkSettings(t *testing.T, r *Result, c *model.Component) {
	t.Helper()
	effective := make(map[string]int)
	for _, s := range c.Settings {
		what := c.ID + " " + s.Key
		if s.Effective {
			effective[s.Key]++
		}
		if s.Secret != nil && s.Value != "" || s.Key == "" && s.Written != "" && s.State != model.Explicit || s.State == "" {
			t.Errorf("%s: value %q, state %q", what, s.Value, s.State)
		}
		if !utf8.ValidString(s.Value) || len(s.Value) > 4*maxValue {
			t.Errorf("%s: value %q", what, s.Value)
		}
		if s.KeySpan.IsZero() {
			if s.State == model.Explicit {
				t.Errorf("%s is written nowhere", what)
			}
			continue
		}
		checkPlace(t, r.File, s.KeySpan, what)
		checkPlace(t, r.File, s.ValueSpan, what)
		checkValue(t, r, c, &s)
	}
	for key, n := range effective {
		if n != 1 || c.Get(key) == nil {
			t.Errorf("%s has %d values of %s that count", c.ID, n, key)
		}
	}
}

// checkPlace checks that a span lies in the file, begins and ends between characters, and
// has the lines and columns of its offsets.
func checkPlace(t *testing.T, f *syntax.File, s model.Span, what string) {
	t.Helper()
	if s.File != f.Name || s.Start.Offset < 0 || s.Start.Offset > s.End.Offset || s.End.Offset > len(f.Text) {
		t.Fatalf("%s at %+v of %d bytes", what, s, len(f.Text))
	}
	for _, p := range []model.Position{s.Start, s.End} {
		if f.Position(p.Offset) != p {
			t.Errorf("%s: %+v is %+v", what, p, f.Position(p.Offset))
		}
		if p.Offset < len(f.Text) && !utf8.RuneStart(f.Text[p.Offset]) {
			t.Errorf("%s: %+v is within a character", what, p)
		}
	}
}

// checkValue checks that the text at the span of a value stands for the value, where the
// grammar of the file itself tells how.
func checkValue(t *testing.T, r *Result, c *model.Component, s *model.Setting) {
	t.Helper()
	if s.State != model.Explicit || s.FromDefault || s.Secret != nil || s.IsFact() || strings.Contains(s.Value, "****") {
		return
	}
	raw := r.File.Text[s.ValueSpan.Start.Offset:s.ValueSpan.End.Offset]
	ok := true
	switch {
	case c.Dialect == "properties" && r.Format == "properties" && !strings.HasPrefix(c.File, "x"):
		decoded, valid := syntax.DecodeProperty(raw)
		ok = valid && decoded == s.Value
	case c.Dialect == "flink-conf" && r.Format == "flink-conf":
		ok = strings.TrimSpace(raw) == strings.TrimSpace(s.Value)
	case c.Dialect == "connect" && strings.HasSuffix(c.File, ".json") && strings.HasPrefix(r.File.Text[max(s.ValueSpan.Start.Offset-1, 0):], `"`):
		var decoded string
		ok = json.Unmarshal([]byte(`"`+raw+`"`), &decoded) != nil || decoded == s.Value || strings.Contains(raw, `\u`)
	}
	if !ok {
		t.Errorf("%s %s: %q at %v stands for %q", c.ID, s.Key, raw, s.ValueSpan, s.Value)
	}
}
