package parse

import (
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

// facts lists the facts of a result's components as kind name=value.
func factsOf(r *Result) map[string]string {
	found := map[string]string{}
	for _, c := range r.Components {
		for _, s := range c.Settings {
			if s.IsFact() {
				found[string(c.Kind)+" "+c.Anchor+" "+s.Key] = s.Value
			}
		}
	}
	return found
}

const strimziHead = "apiVersion: kafka.strimzi.io/v1\nkind: "

func TestStrimzi(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"cluster", strimziHead + "Kafka\nmetadata: {name: c}\nspec:\n  kafka:\n    listeners: []\n    config:\n      min.insync.replicas: 2\n      log.dirs: /tmp\n",
			"broker Kafka/c full min.insync.replicas=2@8:28\n"},
		{"part of a cluster", strimziHead + "Kafka\nmetadata: {name: c}\nspec:\n  kafka:\n    config:\n      min.insync.replicas: 2\n",
			"broker Kafka/c partial min.insync.replicas=2@7:28\n"},
		{"topic", strimziHead + "KafkaTopic\nmetadata: {name: t}\nspec:\n  partitions: 3\n  config:\n    retention.ms: 7200000\n",
			"topic KafkaTopic/t full retention.ms=7200000@7:19\n"},
		{"topic of IBM Event Streams", "apiVersion: eventstreams.ibm.com/v1beta2\nkind: KafkaTopic\nmetadata: {name: t, labels: {eventstreams.ibm.com/cluster: c}}\nspec:\n  config: {min.insync.replicas: 1}\n",
			"topic KafkaTopic/t full min.insync.replicas=1@5:33\n"},
		{"connect, v1", strimziHead + "KafkaConnect\nmetadata: {name: c}\nspec:\n  bootstrapServers: b:9093\n  groupId: g\n  tls: {}\n  config:\n    producer.acks: 1\n    rest.port: 1\n",
			"connect-worker KafkaConnect/c full bootstrap.servers=b:9093@5:21 group.id=g@6:12 security.protocol=SSL@7:3 producer.acks=1@9:20\n" +
				"producer KafkaConnect/c/producer full bootstrap.servers=b:9093@5:21 acks=1@9:20\n"},
		{"connector", strimziHead + "KafkaConnector\nmetadata: {name: k}\nspec:\n  class: a.FileSink\n  tasksMax: 2\n  config:\n    topics: t\n    errors.tolerance: all\n    tasks.max: 9\n",
			"sink-connector KafkaConnector/k full connector.class=a.FileSink@5:10 tasks.max=2@6:13 topics=t@8:13 errors.tolerance=all@9:23\n"},
		{"mirror, v1beta2", "apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaMirrorMaker2\nmetadata: {name: m}\nspec:\n  connectCluster: b\n  clusters:\n  - {alias: a, bootstrapServers: 'a:1'}\n" +
			"  - {alias: b, bootstrapServers: 'b:1', config: {config.storage.replication.factor: 1}}\n  mirrors:\n  - sourceCluster: a\n    targetCluster: b\n    sourceConnector: {config: {replication.factor: 1}}\n",
			"connect-worker KafkaMirrorMaker2/m full bootstrap.servers=b:1@8:35 config.storage.replication.factor=1@8:85\n" +
				"mirror KafkaMirrorMaker2/m/a->b/sourceConnector full replication.factor=1@12:52\n"},
		{"bridge", strimziHead + "KafkaBridge\nmetadata: {name: b}\nspec:\n  bootstrapServers: b:9092\n  producer:\n    config: {acks: 1, ssl.x: 1}\n",
			"producer KafkaBridge/b/producer full bootstrap.servers=b:9092@5:21 acks=1@7:20\n"},
		{"not ours", strimziHead + "KafkaUser\nmetadata: {name: u}\nspec: {authentication: {type: tls}}\n", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := summary(File("a.yaml", []byte(test.text), Options{})); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
		})
	}
}

func TestStrimziFacts(t *testing.T) {
	text := strimziHead + "KafkaNodePool\nmetadata:\n  name: one\n  labels: {strimzi.io/cluster: c}\nspec:\n  replicas: 2\n  roles: [broker]\n  storage: {type: jbod, volumes: [{type: ephemeral}]}\n---\n" +
		strimziHead + "KafkaNodePool\nmetadata:\n  name: two\n  labels: {strimzi.io/cluster: c}\nspec:\n  replicas: 3\n  roles: [broker, controller]\n  storage: {type: persistent-claim}\n---\n" +
		strimziHead + "Kafka\nmetadata: {name: c}\nspec:\n  kafka:\n    listeners:\n    - {name: in, type: internal, tls: false}\n    - {name: out, type: nodeport, tls: true, authentication: {type: scram-sha-512}}\n    config: {log.dirs: /tmp}\n---\n" +
		strimziHead + "KafkaTopic\nmetadata: {name: t}\nspec: {partitions: 3, replicas: 1, topicName: orders}\n"
	r := File("a.yaml", []byte(text), Options{})
	want := map[string]string{
		"broker KafkaNodePool/one @replicas": "2", "broker KafkaNodePool/one @roles": "broker", "broker KafkaNodePool/one @storage": "ephemeral",
		"broker KafkaNodePool/two @replicas": "3", "broker KafkaNodePool/two @roles": "broker,controller", "broker KafkaNodePool/two @storage": "persistent",
		"broker Kafka/c @brokers": "5", "broker Kafka/c @listener.internal.in": "PLAINTEXT", "broker Kafka/c @listener.external.out": "SASL_SSL",
		"broker Kafka/c @dropped.log.dirs": "", "topic KafkaTopic/t @partitions": "3", "topic KafkaTopic/t @replication-factor": "1",
	}
	got := factsOf(r)
	for name, value := range want {
		if v, ok := got[name]; !ok || v != value {
			t.Errorf("%s is %q, want %q", name, v, value)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d facts, want %d: %v", len(got), len(want), got)
	}
	for _, c := range r.Components {
		if c.Kind == model.Topic && (c.Name != "orders" || len(c.Links.Topics) != 1 || c.Links.Topics[0] != "orders") {
			t.Errorf("topic %q links %v", c.Name, c.Links.Topics)
		}
	}
}
