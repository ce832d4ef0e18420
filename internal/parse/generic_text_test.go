package parse

import "testing"

func TestPropertiesInValues(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"driver", "driverClass: a.Driver\ntopicConfig: |\n  min.insync.replicas=1\ncommonConfig: |\n  bootstrap.servers=k:9092\n  ssl.key.password=x\nproducerConfig: |\n  # all\n  acks=1\n\n  linger.ms = 5\n" +
			"consumerConfig: |\n  auto.offset.reset=latest\n",
			"topic topicConfig partial heuristic min.insync.replicas=1@3:23\n" +
				"producer producerConfig partial heuristic bootstrap.servers=k:9092@5:21 ssl.key.password=****@6:20 acks=1@9:8 linger.ms=5@11:15\n" +
				"consumer consumerConfig partial heuristic bootstrap.servers=k:9092@5:21 ssl.key.password=****@6:20 auto.offset.reset=latest@13:21\n"},
		{"one key beside the servers", "commonConfig: |\n  bootstrap.servers=k:9092\nproducerConfig: |\n  acks=0\nconsumerConfig: |\n  client.rack=a\nworkload: |\n  retries=5\n",
			"producer producerConfig partial heuristic bootstrap.servers=k:9092@2:21 acks=0@4:8\n" +
				"consumer consumerConfig partial heuristic bootstrap.servers=k:9092@2:21 client.rack=a@6:15\n"},
		{"keys of all clients", "producerConfig: |\n  bootstrap.servers=k:9092\n  security.protocol=SSL\n", "producer producerConfig partial heuristic bootstrap.servers=k:9092@2:21 security.protocol=SSL@3:21\n"},
		{"what is for all, alone", "commonConfig: |\n  bootstrap.servers=k:9092\n  linger.ms=5\nname: x\n",
			"producer commonConfig partial heuristic bootstrap.servers=k:9092@2:21 linger.ms=5@3:13\n"},
		{"values of a chart", "kafka:\n  extraConfig: |-\n    default.replication.factor=1\n    min.insync.replicas={{ .Values.isr }}\n    {{- if .Values.more }}\n    num.partitions=3\n    {{- end }}\n",
			"broker kafka/extraConfig template heuristic default.replication.factor=1@3:32 min.insync.replicas=?@4:25 num.partitions=3@6:20\n"},
		{"an indentation of its own", "server:\n  readOnlyConfig: |2\n      log.retention.hours=1\n     num.partitions=3\n",
			"broker server/readOnlyConfig partial heuristic log.retention.hours=1@3:27 num.partitions=3@4:21\n"},
		{"quoted", "producerConfig: \"acks=1\\nlinger.ms=5\\n\"\n", "producer producerConfig partial heuristic acks=1@1:23 linger.ms=5@1:36\n"},
		{"a value of several lines", "producer: |\n  sasl.jaas.config=a required \\\n    password=\"x\";\n  acks=1\n", "producer producer partial heuristic sasl.jaas.config=****@2:20 acks=1@4:8\n"},
		{"of a list", "clients:\n- name: a\n  config: |\n    group.id=g\n    auto.offset.reset=latest\n", "consumer clients/a/config partial heuristic group.id=g@4:14 auto.offset.reset=latest@5:23\n"},
		{"an alias", "a: &p |\n  acks=1\n  linger.ms=5\nb: *p\n", "producer a partial heuristic acks=1@2:8 linger.ms=5@3:13\n"},
		{"a topic with keys of others", "topicConfig: |\n  min.insync.replicas=1\n  broker.id=1\n  log.retention.hours=1\n", ""},
		{"a script", "run: |\n  bootstrap.servers=k:9092\n  acks=1\n  kafka-topics --list\n", ""},
		{"quoted values", "config: |\n  bootstrap.servers = \"k:9092\"\n  acks = \"1\"\n", ""},
		{"variables", "env: |\n  BOOTSTRAP_SERVERS=k:9092\n  ACKS=1\n", ""},
		{"one line", "producerConfig: acks=1\nlinger: linger.ms=5\n", ""},
		{"of other software", "mqtt:\n  config: |\n    bootstrap.servers=k:9092\n    acks=1\n", ""},
		{"of a registry", "clusters:\n- properties: |\n    client.id=c\n    security.protocol=SSL\n  schemaRegistry:\n    properties: |\n      acks=all\n      request.timeout.ms=5000\n",
			"admin clusters/0/properties partial heuristic client.id=c@3:15 security.protocol=SSL@4:23\n"},
		{"of another resource", "apiVersion: example.com/v1\nkind: Broker\nspec:\n  config: |\n    acks=1\n    linger.ms=5\n", ""},
		{"Koperator", "apiVersion: kafka.banzaicloud.io/v1beta1\nkind: KafkaCluster\nmetadata: {name: k}\nspec:\n  readOnlyConfig: |\n    auto.create.topics.enable=true\n  brokerConfigGroups:\n    default:\n      config: |\n        min.insync.replicas=1\n        num.partitions=3\n" +
			"  cruiseControlConfig:\n    config: |\n      bootstrap.servers=k:9092\n      metric.sampler.class=x\n",
			"broker KafkaCluster/k/readOnlyConfig partial auto.create.topics.enable=true@6:31\nbroker KafkaCluster/k/brokerConfigGroups/default/config partial min.insync.replicas=1@10:29 num.partitions=3@11:24\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := summary(File("conf/values.yaml", []byte(test.text), Options{})); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
		})
	}
}
