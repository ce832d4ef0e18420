package parse

import (
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

const cfkHead = "apiVersion: platform.confluent.io/v1beta1\nkind: "

func TestCFK(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"overrides", cfkHead + "Kafka\nmetadata: {name: c}\nspec:\n  configOverrides:\n    server:\n    - min.insync.replicas=2\n    - \"log.retention.ms = 3600000\"\n" +
			"    - jaas\n    - num.partitions=\n    - '@brokers=1'\n    - default.replication.factor={{ .Values.n }}\n    jvm: [-Xmx=6g]\n",
			"broker Kafka/c template min.insync.replicas=2@7:27 log.retention.ms=3600000@8:27 default.replication.factor=?@12:34\n"},
		{"controllers", cfkHead + "KRaftController\nmetadata: {name: c}\nspec:\n  configOverrides: {server: [controller.quorum.fetch.timeout.ms=2000]}\n",
			"broker KRaftController/c partial controller.quorum.fetch.timeout.ms=2000@5:65 process.roles=controller@0:0\n"},
		{"topic", cfkHead + "KafkaTopic\nmetadata: {name: t}\nspec: {configs: {retention.ms: 7200000, min.insync.replicas: 1}}\n",
			"topic KafkaTopic/t full min.insync.replicas=?@0:0 retention.ms=7200000@4:32 min.insync.replicas=1@4:62\n"},
		{"connect", cfkHead + "Connect\nmetadata: {name: c}\nspec:\n  internalTopicReplicationFactor: 2\n  connectorOverridePolicy: Principal\n  dependencies:\n    kafka:\n" +
			"      bootstrapEndpoint: kafka:9071\n      tls: {enabled: true}\n      authentication: {type: mtls}\n  configOverrides:\n    server:\n    - producer.acks=1\n    - status.storage.replication.factor=3\n",
			"connect-worker Connect/c partial bootstrap.servers=kafka:9071@9:26 security.protocol=SSL@10:22 config.storage.replication.factor=2@5:35 " +
				"offset.storage.replication.factor=2@5:35 status.storage.replication.factor=2@5:35 connector.client.config.override.policy=Principal@6:28 " +
				"producer.acks=1@14:21 status.storage.replication.factor=3@15:41\nproducer Connect/c/producer partial bootstrap.servers=kafka:9071@9:26 acks=1@14:21\n"},
		{"connect with roles", cfkHead + "Connect\nmetadata: {name: c}\nspec:\n  authorization: {type: rbac}\n  dependencies: {kafka: {bootstrapEndpoint: \"kafka:9071\", tls: {enabled: true}}}\n",
			"connect-worker Connect/c partial bootstrap.servers=kafka:9071@6:46\n"},
		{"connector", cfkHead + "Connector\nmetadata: {name: k}\nspec:\n  name: K_1\n  class: a.FileSink\n  taskMax: 2\n  configs:\n    topics: t\n    errors.tolerance: all\n    tasks.max: '9'\n",
			"sink-connector Connector/k full connector.class=a.FileSink@6:10 tasks.max=2@7:12 topics=t@9:13 errors.tolerance=all@10:23\n"},
		{"a connector without its class", cfkHead + "Connector\nmetadata: {name: k}\nspec: {configs: {topics: t}}\n", ""},
		{"not ours", cfkHead + "SchemaRegistry\nmetadata: {name: s}\nspec: {configOverrides: {server: [kafkastore.timeout.ms=1000]}}\n", ""},
		{"blueprints", "apiVersion: apps.cpc.platform.confluent.io/v1beta1\nkind: Kafka\nspec: {configOverrides: {server: [min.insync.replicas=1]}}\n", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := summary(File("a.yaml", []byte(test.text), Options{})); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
		})
	}
}

const cfkKafka = "  replicas: 3\n  image: {application: \"registry.example.com/confluentinc/cp-server:7.9.0-1-ubi8\"}\n  dataVolumeCapacity: 10Gi\n"

func TestCFKFacts(t *testing.T) {
	text := cfkHead + "Kafka\nmetadata: {name: kafka, namespace: a}\nspec:\n" + cfkKafka +
		"  listeners:\n    internal: {tls: {enabled: true}}\n    external: {authentication: {type: plain}, externalAccess: {type: nodePort}}\n" +
		"    custom: [{name: gate, port: 9094, authentication: {type: kerberos}}, {name: in, port: 9095}]\n---\n" +
		cfkHead + "KRaftController\nmetadata: {name: controllers, namespace: a}\nspec:\n  replicas: 3\n---\n" +
		cfkHead + "KafkaTopic\nmetadata: {name: t, namespace: a}\nspec: {partitionCount: 3, replicas: 1, name: Orders_1}\n---\n" +
		cfkHead + "Connect\nmetadata: {name: workers, namespace: a}\nspec: {replicas: 2, dependencies: {kafka: {bootstrapEndpoint: \"kafka:9071\"}}}\n---\n" +
		cfkHead + "Connector\nmetadata: {name: k, namespace: b}\nspec: {class: a.Sink, taskMax: 1, connectClusterRef: {name: workers, namespace: a}}\n---\n" +
		cfkHead + "Connector\nmetadata: {name: l, namespace: a}\nspec: {class: a.Sink, taskMax: 1}\n---\n" +
		cfkHead + "Connector\nmetadata: {name: m, namespace: a}\nspec: {class: a.Sink, taskMax: 1, connectRest: {endpoint: x}}\n"
	r := File("a.yaml", []byte(text), Options{})
	want := map[string]string{
		"broker Kafka/kafka @brokers": "3", "broker Kafka/kafka @replicas": "3", "broker Kafka/kafka @storage": "persistent",
		"broker Kafka/kafka @listener.external.external": "SASL_PLAINTEXT",
		"broker KRaftController/controllers @replicas":   "3", "broker KRaftController/controllers @roles": "controller",
		"topic KafkaTopic/Orders_1 @partitions": "3", "topic KafkaTopic/Orders_1 @replication-factor": "1",
		"connect-worker Connect/workers @replicas": "2", "connect-worker Connect/workers @connect.cluster": "workers.a.svc",
		"sink-connector Connector/k @connect.cluster": "workers.a.svc", "sink-connector Connector/l @connect.cluster": "workers.a.svc",
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
		switch c.Kind {
		case model.Broker:
			if c.Anchor != "Kafka/kafka" {
				continue
			}
			protocols := map[string]string{"kafka.a:9071": "SSL", "kafka.a.svc.cluster.local:9092": "SASL_PLAINTEXT", "kafka.a.svc:9095": "PLAINTEXT"}
			found := 0
			for _, l := range c.Links.Listeners {
				if protocols[l.Address] == l.Protocol {
					found++
				}
			}
			if version := c.Versions[model.OfBroker].Number; found != 3 || len(c.Links.Listeners) != 9 || len(version) != 2 || version[1] != 9 {
				t.Errorf("listeners %v, version %v", c.Links.Listeners, version)
			}
			fallthrough
		case model.Topic, model.ConnectWorker:
			if c.Links.Service != "kafka.a.svc" {
				t.Errorf("%s is of %q", c.ID, c.Links.Service)
			}
		}
		if c.Kind == model.ConnectWorker && c.Links.Cluster != "kafka.a.svc.cluster.local:9071" {
			t.Errorf("%s is at %q", c.ID, c.Links.Cluster)
		}
		if c.Kind == model.Topic && (c.Name != "Orders_1" || c.Links.Topics[0] != "Orders_1") {
			t.Errorf("topic %q links %v", c.Name, c.Links.Topics)
		}
	}
}

// Only brokers that are all of the cluster are counted.
func TestCFKBrokers(t *testing.T) {
	kafka := cfkHead + "Kafka\nmetadata: {name: k"
	for _, test := range []struct{ name, text, want string }{
		{"one region", kafka + "}\nspec:\n" + cfkKafka + "  dependencies: {zookeeper: {endpoint: \"zookeeper.a.svc.cluster.local:2181\"}}\n", "3"},
		{"a part of a resource", kafka + "}\nspec: {replicas: 3}\n", ""},
		{"one of several regions", kafka + ", annotations: {platform.confluent.io/broker-id-offset: '100'}}\nspec:\n" + cfkKafka, ""},
		{"a ZooKeeper of several regions", kafka + "}\nspec:\n" + cfkKafka + "  dependencies: {zookeeper: {endpoint: \"z.a.svc:2181,z.b.svc:2181/mrc\"}}\n", ""},
		{"replication from outside", kafka + "}\nspec:\n" + cfkKafka + "  listeners: {replication: {externalAccess: {type: loadBalancer}}}\n", ""},
		{"placement by region", kafka + "}\nspec:\n" + cfkKafka + "  configOverrides: {server: ['confluent.log.placement.constraints={}']}\n", ""},
	} {
		if got := factsOf(File("a.yaml", []byte(test.text), Options{}))["broker Kafka/k @brokers"]; got != test.want {
			t.Errorf("%s: %q brokers, want %q", test.name, got, test.want)
		}
	}
}
