package parse

import (
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

func TestGeneric(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"dotted", "kafka:\n  bootstrap.servers: k:9092\n  group.id: g\n",
			"consumer kafka partial heuristic bootstrap.servers=k:9092@2:22 group.id=g@3:13\n"},
		{"folded, with a topic", "kafka:\n  bootstrapServers: k:9092\n  topic: t\n  autoOffsetReset: latest\n",
			"consumer kafka partial heuristic bootstrap.servers=k:9092@2:21 auto.offset.reset=latest@4:20\n"},
		{"folded, without a topic", "app:\n  bootstrap_servers: k:9092\n  group_id: g\n  retries: 3\n", ""},
		{"common words", "http:\n  retries: 3\n  acks: 1\n  request_timeout_ms: 5\n", ""},
		{"one key", "kafka:\n  bootstrap.servers: k:9092\n  topic: t\n", ""},
		{"role by name", "source:\n  props: {bootstrap.servers: 'k:9092', security.protocol: SSL}\nsink:\n  props: {bootstrap.servers: 'k:9092', security.protocol: SSL}\n",
			"consumer source/props partial heuristic bootstrap.servers=k:9092@2:31 security.protocol=SSL@2:59\n" +
				"producer sink/props partial heuristic bootstrap.servers=k:9092@4:31 security.protocol=SSL@4:59\n"},
		{"keys against the name", "consumers:\n- name: orders\n  bootstrap.servers: k:9092\n  linger.ms: 5\n",
			"producer consumers/orders partial heuristic bootstrap.servers=k:9092@3:22 linger.ms=5@4:14\n"},
		{"shared settings", "kafka:\n  brokers: [a:9092, b:9092]\n  topic: t\n  producer:\n    acks: 1\n  consumer:\n    enable_auto_commit: true\n  cache:\n    retries: 1\n",
			"producer kafka/producer partial heuristic bootstrap.servers=a:9092,b:9092@2:12 acks=1@5:11\n" +
				"consumer kafka/consumer partial heuristic bootstrap.servers=a:9092,b:9092@2:12 enable.auto.commit=true@7:25\n"},
		{"prefix", "kafka.bootstrap.servers: k:9092\nkafka.group.id: g\nkafka.auto.offset.reset: latest\n",
			"consumer kafka partial heuristic bootstrap.servers=k:9092@1:26 group.id=g@2:17 auto.offset.reset=latest@3:26\n"},
		{"unit unknown", "sink:\n  brokers: k:9092\n  topic: t\n  batchSize: 100\n  lingerMs: 5\n  bufferMemory: 64\n",
			"producer sink partial heuristic bootstrap.servers=k:9092@2:12 batch.size=?@4:14 linger.ms=5@5:13 buffer.memory=?@6:17\n"},
		{"unit known", "sink:\n  bootstrap.servers: k:9092\n  batch.size: 100\n", "producer sink partial heuristic bootstrap.servers=k:9092@2:22 batch.size=100@3:15\n"},
		{"value that depends on the reader", "kafka:\n  bootstrap.servers: k:9092\n  enable.auto.commit: no\n  fetch.min.bytes: 1_000\n  group.id: 010\n",
			"consumer kafka partial heuristic bootstrap.servers=k:9092@2:22 enable.auto.commit=?@3:23 fetch.min.bytes=?@4:20 group.id=010@5:13\n"},
		{"own spelling of a value", "sink:\n  brokers: k:9092\n  topic: t\n  acks: Leader\n",
			"producer sink partial heuristic bootstrap.servers=k:9092@2:12 acks=?@4:9\n"},
		{"placeholder", "kafka:\n  bootstrap.servers: ${B}\n  group.id: ${G:g}\n",
			"consumer kafka partial heuristic bootstrap.servers=?@2:22 group.id=g@3:13\n"},
		{"secret", "kafka:\n  bootstrap.servers: k:9092\n  ssl.key.password: hush\n  sasl_jaas_config: hush\n",
			"admin kafka partial heuristic bootstrap.servers=k:9092@2:22 ssl.key.password=****@3:21 sasl.jaas.config=****@4:21\n"},
		{"other software", "mqtt:\n  brokers: k:1883\n  topic: t\n  clientId: c\nrabbit:\n  props: {brokers: x, topic: t, group.id: g}\nb: {brokers: 'mqtt://x', topic: t, clientId: c}\n", ""},
		{"labels of a form", "streams:\n  group-id: Group ID\n  bootstrap-servers: Bootstrap servers\n  auto.offset.reset: Start\nde: {bootstrap.servers: Bootstrap-Server, group.id: Gruppe}\n", ""},
		{"connector", "a:\n  b:\n    connector.class: x\n    consumer.override.bootstrap.servers: k:9092\n    max.poll.interval.ms: 1\n    max.poll.records: 1\n", ""},
		{"environment", "env:\n  KAFKA_BOOTSTRAP_SERVERS: k\n  TOPIC: t\n  KAFKA_ACKS: 1\n  BOOTSTRAP_SERVERS: k\n", ""},
		{"Compose", "services:\n  a:\n    image: x\n    labels: {bootstrap.servers: k, group.id: g}\n", ""},
		{"Kubernetes", "apiVersion: x/v1\nkind: Foo\nspec:\n  bootstrap.servers: k\n  group.id: g\n", ""},
		{"Flink, dotted", "deployment:\n  property:\n    execution.checkpointing.interval: 60000\n    state.backend.type: rocksdb\n",
			"flink-job deployment/property partial heuristic execution.checkpointing.interval=60000@3:39 state.backend.type=rocksdb@4:25\n"},
		{"Flink, nested", "flinkConf:\n  execution:\n    checkpointing: {interval: 10s, mode: AT_LEAST_ONCE}\n",
			"flink-job flinkConf partial heuristic execution.checkpointing.interval=10s@3:31 execution.checkpointing.mode=AT_LEAST_ONCE@3:42\n"},
		{"nested without Flink's name", "app:\n  rest: {port: 1, address: a}\n  execution:\n    checkpointing: {interval: 10s, mode: x}\n", ""},
		{"Flink's common words", "server:\n  rest.port: 8081\n  rest.address: a\n", ""},
		{"duplicate", "kafka:\n  bootstrap.servers: a:1\n  bootstrap.servers: b:1\n  group.id: g\n",
			"consumer kafka partial heuristic bootstrap.servers=b:1@3:22 group.id=g@4:13\n"},
		{"template", "kafka:\n  bootstrap.servers: {{ .Values.brokers }}\n  {{- if .Values.group }}\n  group.id: g\n  {{- end }}\n",
			"consumer kafka template heuristic bootstrap.servers=?@2:22 group.id=g@4:13\n"},
		{"scalar", "just text\n", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := File("conf/job.yaml", []byte(test.text), Options{})
			if got := summary(r); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
		})
	}
}

func TestGenericLinks(t *testing.T) {
	r := File("conf/job.json", []byte(`{"source": {"props": {"bootstrap.servers": "b:9092,a:9092", "topics": ["x", "${Y}"], "group.id": "g"}}}`), Options{})
	if len(r.Components) != 1 {
		t.Fatal(summary(r))
	}
	l := r.Components[0].Links
	if l.Cluster != "a:9092,b:9092" || l.Group != "g" || strings.Join(l.Topics, " ") != "x" {
		t.Errorf("links %+v", l)
	}
}

func TestGenericClient(t *testing.T) {
	text := "kafka:\n  bootstrap.servers: k:9092\n  group.id: g\n"
	for _, test := range []struct{ text, given, want string }{
		{text, "", model.ClientJava}, {text, "librdkafka", "librdkafka"}, {text + "  enable.auto.offset.store: true\n", "", "librdkafka"},
	} {
		r := File("conf/job.yaml", []byte(test.text), Options{Client: test.given})
		if len(r.Components) != 1 || r.Components[0].Client != test.want || len(r.Components[0].Settings) < 2 {
			t.Errorf("given %q: got client %q of\n%s", test.given, r.Components[0].Client, summary(r))
		}
	}
}

func TestMappings(t *testing.T) {
	text := "jobs:\n- name: orders\n  in: {servers: 'k:9092', group: g, auto_offset_reset: latest, own: 1, topic: t}\n  out.put:\n    acks: 1\n    tuning: {linger.ms: 5, timeoutSeconds: 30}\n  flink:\n    checkpoint: 10 s\n"
	mappings := []Mapping{
		{Path: "jobs.*.in", Kind: model.Consumer, Keys: map[string]string{"servers": "bootstrap.servers", "group": "group.id"}},
		{Path: "jobs.orders.out.put", Kind: model.Producer, Client: "librdkafka", Keys: map[string]string{"tuning.timeoutSeconds": "request.timeout.ms"}},
		{Path: "jobs.*.flink", Kind: model.FlinkJob, Keys: map[string]string{"checkpoint": "execution.checkpointing.interval"}},
		{Path: "nowhere", Kind: model.Admin},
	}
	r := File("conf/jobs.yaml", []byte(text), Options{Mappings: mappings})
	want := "consumer jobs/orders/in full bootstrap.servers=k:9092@3:18 group.id=g@3:34 auto.offset.reset=latest@3:56\n" +
		"producer jobs/orders/out.put full acks=1@5:11 linger.ms=5@6:25 request.timeout.ms=?@6:44\n" +
		"flink-job jobs/orders/flink full execution.checkpointing.interval=10 s@8:17\n"
	if got := summary(r); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if r.Format != "mapped" || r.Components[1].Client != "librdkafka" || r.Components[0].Links.Topics[0] != "t" {
		t.Errorf("format %q, client %q, links %+v", r.Format, r.Components[1].Client, r.Components[0].Links)
	}
	for _, path := range []string{"", "*", "jobs", "jobs.*", "*.*", "jobs.orders.in.own", "jobs..in", ".", "jobs.*.*"} {
		r := File("conf/jobs.yaml", []byte(text), Options{Mappings: []Mapping{{Path: path, Kind: model.Consumer}}})
		if want := map[string]int{"": 1, "*": 0, "jobs": 0, "jobs.*": 1, "*.*": 1, "jobs.*.*": 3}[path]; r.Format == "mapped" && len(r.Components) != want {
			t.Errorf("path %q: got\n%s", path, summary(r))
		}
	}
	whole := File("conf/a.json", []byte(`{"bootstrap.servers": "k:9092", "acks": "0"}`), Options{Mappings: []Mapping{{Kind: model.Producer}}})
	if got := summary(whole); got != "producer  full bootstrap.servers=k:9092@1:24 acks=0@1:42\n" {
		t.Errorf("got %s", got)
	}
}

func FuzzTrees(f *testing.F) {
	for _, seed := range []string{
		configMap + "  a.properties: |\n    acks=1\n    linger.ms=5\n  b: \"{}\"\n", "apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: List, items: []}]\n",
		"apiVersion: v1\nkind: Secret\ndata: {a.yaml: a2Fma2E6IHthY2tzOiAxfQ==}\n", "kafka: {bootstrap.servers: k, topic: t, producer: {acks: 1}}\n",
		"- &a {group.id: g, properties: *a}\n- {<<: *a, bootstrap.servers: [a, {b: c}]}\n", "{{ if x }}\nsource: {brokers: {{ y }}, topic: t}\n{{ end }}\n",
		"sql: \"CREATE TABLE t (a INT) WITH ('connector' = 'kafka')\"\n",
	} {
		f.Add(seed)
	}
	mapped := Options{Mappings: []Mapping{{Path: "*.*", Kind: model.Consumer}}}
	f.Fuzz(func(t *testing.T, text string) {
		for _, r := range []*Result{File("a.yaml", []byte(text), Options{}), File("a.json", []byte(text), Options{}), File("a.yaml", []byte(text), mapped)} {
			for _, c := range r.Components {
				for _, s := range c.Settings {
					if s.KeySpan.Start.Offset > s.KeySpan.End.Offset || s.ValueSpan.End.Offset > len(r.File.Text) || s.KeySpan.IsZero() && s.State == model.Explicit {
						t.Errorf("%s %s: key at %v, value at %v", c.ID, s.Key, s.KeySpan, s.ValueSpan)
					}
				}
			}
			for _, e := range r.Errors {
				if e.Span.End.Offset > len(r.File.Text) || e.Span.IsZero() {
					t.Errorf("error at %v", e.Span)
				}
			}
		}
	})
}
