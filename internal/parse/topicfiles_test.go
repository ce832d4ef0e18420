package parse

import "testing"

func TestTopicFiles(t *testing.T) {
	for _, test := range []struct{ name, file, text, want string }{
		{"Mongey", "a.tf", "resource \"kafka_topic\" \"o\" {\n  name = \"orders\"\n  replication_factor = 1\n  partitions = var.n\n  config = {\n    \"retention.ms\" = \"1000\"\n    \"min.insync.replicas\" = local.isr\n  }\n}\n",
			"topic kafka_topic.o full retention.ms=1000@6:23 min.insync.replicas=?@7:29\n"},
		{"Aiven", "a.tf", "resource \"aiven_kafka_topic\" \"o\" {\n  topic_name = \"orders\"\n  replication = 2\n  config {\n    min_insync_replicas = 1\n  }\n}\n",
			"topic aiven_kafka_topic.o full min.insync.replicas=1@5:27\n"},
		{"Confluent, config elsewhere", "a.tf", "resource \"confluent_kafka_topic\" \"o\" {\n  topic_name = \"orders\"\n  config = local.config\n}\n",
			"topic confluent_kafka_topic.o partial\n"},
		{"MSK", "a.tf", "resource \"aws_msk_configuration\" \"c\" {\n  kafka_versions = [\"3.5.1\"]\n  server_properties = <<-EOT\n    auto.create.topics.enable = true\n    EOT\n}\n",
			"broker aws_msk_configuration.c partial auto.create.topics.enable=true@4:33\n"},
		{"no topics", "a.tf", "resource \"kafka_acl\" \"a\" {\n  resource_name = \"x\"\n}\n", ""},
		{"broken", "a.tf", "resource \"kafka_topic\" \"o\" {\n  name = \n}\n", "topic kafka_topic.o full\nerror 2:10 invalid expression\n"},
		{"Jikkou", "a.yaml", "apiVersion: kafka.jikkou.io/v1beta2\nkind: KafkaTopicList\nitems:\n- metadata: {name: orders}\n  spec: {partitions: 1, replicas: 1, configs: {retention.ms: 1000}}\n",
			"topic KafkaTopic/orders full retention.ms=1000@5:62\n"},
		{"Confluent for Kubernetes", "a.yaml", "apiVersion: platform.confluent.io/v1beta1\nkind: KafkaTopic\nmetadata: {name: orders-topic}\nspec:\n  name: orders\n  replicas: 1\n  partitionCount: 3\n  configs: {cleanup.policy: compact}\n",
			"topic KafkaTopic/orders full min.insync.replicas=?@0:0 cleanup.policy=compact@8:29\n"},
		{"kafka-gitops", "state.yaml", "settings: {topics: {defaults: {replication: 2}}}\ntopics:\n  orders:\n    partitions: 6\n    configs:\n      cleanup.policy: compact\n",
			"topic topics/orders full cleanup.policy=compact@6:23\n"},
		{"JulieOps", "descriptor.yaml", "context: acme\nprojects:\n- name: shop\n  topics:\n  - name: orders\n    config: {replication.factor: '1', num.partitions: '3', retention.ms: '1000'}\n",
			"topic topics/shop/orders full retention.ms=1000@6:75\n"},
		{"topicctl", "orders.yaml", "meta: {name: orders, cluster: c}\nspec:\n  partitions: 9\n  replicationFactor: 1\n  settings: {cleanup.policy: delete}\n",
			"topic topic/orders full cleanup.policy=delete@5:30\n"},
		{"other topics", "a.yaml", "topics:\n  orders: {name: x}\n", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := summary(File(test.file, []byte(test.text), Options{})); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
		})
	}
	got := factsOf(File("state.yaml", []byte("settings: {topics: {defaults: {replication: 2}}}\ntopics:\n  orders: {partitions: 6, configs: {}}\n"), Options{}))
	if got["topic topics/orders @replication-factor"] != "2" || got["topic topics/orders @partitions"] != "6" {
		t.Errorf("facts %v", got)
	}
}
