package parse

import (
	"fmt"
	"testing"
)

func TestCompose(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"Confluent", "services:\n  k:\n    image: confluentinc/cp-kafka:7.6.0\n    environment:\n      KAFKA_MIN_INSYNC_REPLICAS: 1\n      KAFKA_A__B___C: x\n      KAFKA_HEAP_OPTS: -Xmx1g\n",
			"broker services/k full log.dirs=?@0:0 log.dir=?@0:0 listeners=?@0:0 advertised.listeners=?@0:0 broker.id=?@0:0 node.id=?@0:0 min.insync.replicas=1@5:34 a-b_c=x@6:23\n"},
		{"name of its own", "services:\n  k:\n    image: confluentinc/cp-kafka:7.0.1\n    environment:\n      KAFKA_ZOOKEEPER_CLIENT_CNXN_SOCKET: x\n",
			"broker services/k full log.dirs=?@0:0 log.dir=?@0:0 listeners=?@0:0 advertised.listeners=?@0:0 broker.id=?@0:0 node.id=?@0:0 zookeeper.clientCnxnSocket=x@5:43\n"},
		{"Apache", "services:\n  k:\n    image: docker.io/apache/kafka:3.9.0\n    environment:\n    - KAFKA_A__B___C=x\n    - KAFKA_NUM_PARTITIONS\n",
			"broker services/k full log.dirs=?@0:0 log.dir=?@0:0 listeners=?@0:0 advertised.listeners=?@0:0 broker.id=?@0:0 node.id=?@0:0 num.partitions=?@6:7 a_b-c=x@5:22\n"},
		{"list", "services:\n  c:\n    image: confluentinc/cp-kafka-connect\n    environment:\n      - CONNECT_BOOTSTRAP_SERVERS=k:9092\n      - \"CONNECT_PRODUCER_ACKS=1\"\n",
			"connect-worker services/c full plugin.path=?@0:0 bootstrap.servers=k:9092@5:35 producer.acks=1@6:32\n" +
				"producer services/c/producer full bootstrap.servers=k:9092@5:35 acks=1@6:32\n"},
		{"Debezium", "services:\n  c:\n    image: quay.io/debezium/connect:2.7\n    environment:\n      GROUP_ID: 1\n",
			"connect-worker services/c full plugin.path=?@0:0 key.converter=?@0:0 value.converter=?@0:0 bootstrap.servers=?@0:0 group.id=?@0:0 " +
				"offset.flush.interval.ms=?@0:0 offset.flush.timeout.ms=?@0:0 task.shutdown.graceful.timeout.ms=?@0:0 rest.port=?@0:0 rest.advertised.host.name=?@0:0 group.id=1@5:17\n"},
		{"lines that a backslash joins", "services:\n  c:\n    image: confluentinc/cp-kafka-connect\n    environment:\n      CONNECT_GROUP_ID: |\n        \\\n        a \\\n          b\\.c\n      CONNECT_OTHER: |\n        a\\\\b\n        c\n",
			"connect-worker services/c full plugin.path=?@0:0 group.id=a b.c@6:9 other=a\\\\b\nc\n@10:9\n"},
		{"an application", "services:\n  a:\n    image: example/orders\n    environment:\n      KAFKA_BOOTSTRAP_SERVERS: k:9092\n      KAFKA_ACKS: 1\n", ""},
		{"a client", "services:\n  a:\n    image: confluentinc/cp-kafka\n    environment:\n      KAFKA_ADVERTISED_LISTENERS: ignored\n      KAFKA_BROKER_ID: ignored\n", ""},
		{"topics of a command", "services:\n  t:\n    image: confluentinc/cp-kafka\n    command: |\n      sh -c \"kafka-topics --create --if-not-exists --topic orders \\\n        --partitions 3 --replication-factor=1 --config retention.ms=1000 --bootstrap-server k:9092\n        kafka-topics.sh --list\"\n",
			"topic services/t/orders full retention.ms=1000@6:56\n"},
		{"topics of a list", "services:\n  t:\n    image: apache/kafka\n    command: [\"/opt/kafka/bin/kafka-topics.sh\", \"--create\", \"--topic\", \"orders\"]\n",
			"topic services/t/orders full\n"},
		{"another's file", "services:\n  db:\n    image: postgres\n    environment: {KAFKA_: x}\n", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := summary(File("docker-compose.yml", []byte(test.text), Options{})); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
		})
	}
}

func TestWorkload(t *testing.T) {
	text := "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: kafka}\nspec:\n  replicas: 3\n  template:\n    spec:\n      containers:\n      - name: broker\n" +
		"        image: apache/kafka:3.9.0\n        env:\n        - {name: KAFKA_MIN_INSYNC_REPLICAS, value: \"1\"}\n        - name: KAFKA_DEFAULT_REPLICATION_FACTOR\n          valueFrom: {}\n"
	r := File("k.yaml", []byte(text), Options{})
	want := "broker StatefulSet/kafka/broker full log.dirs=?@0:0 log.dir=?@0:0 listeners=?@0:0 advertised.listeners=?@0:0 broker.id=?@0:0 node.id=?@0:0 " +
		"default.replication.factor=?@13:17 min.insync.replicas=1@12:53\n"
	if got := summary(r); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got := factsOf(r); got["broker StatefulSet/kafka/broker @replicas"] != "3" || got["broker StatefulSet/kafka/broker @image"] != "apache/kafka:3.9.0" {
		t.Errorf("facts %v", got)
	}
	if v := r.Components[0].Versions["broker"].Number; len(v) != 3 || v[0] != 3 || v[1] != 9 {
		t.Errorf("version %v", v)
	}
}

func TestBrokersAreCounted(t *testing.T) {
	broker := func(name, quorum string) string {
		return "  " + name + ":\n    image: apache/kafka\n    environment:\n      KAFKA_PROCESS_ROLES: broker\n      KAFKA_CONTROLLER_QUORUM_VOTERS: " + quorum + "\n"
	}
	got := factsOf(File("compose.yaml", []byte("services:\n"+broker("a", "1@a:1")+broker("b", "1@a:1")+broker("c", "1@c:1")), Options{}))
	for name, want := range map[string]string{"a": "2", "b": "2", "c": "1"} {
		if n := got["broker services/"+name+" @brokers"]; n != want {
			t.Errorf("%s: %q brokers, want %s", name, n, want)
		}
	}
}

func TestVersionsOfTags(t *testing.T) {
	for _, test := range []struct {
		read func(string) []int
		tag  string
		want string
	}{
		{confluentVersion, "7.6.1", "[3 6]"}, {confluentVersion, "8.2.0", "[4 2]"}, {confluentVersion, "6.2.0-1-ubi8", "[2 8]"}, {confluentVersion, "latest", "[]"},
		{plainVersion, "3.9.0-debian-12-r1", "[3 9 0]"}, {plainVersion, "latest", "[]"}, {plainVersion, "", "[]"},
		{scalaVersion, "2.13-2.8.1", "[2 8 1]"}, {scalaVersion, "2.8.1", "[]"},
	} {
		if got := sprint(test.read(test.tag)); got != test.want {
			t.Errorf("%s: %s, want %s", test.tag, got, test.want)
		}
	}
}

func sprint(v []int) string { return fmt.Sprint(v) }
