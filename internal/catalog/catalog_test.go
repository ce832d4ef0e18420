package catalog

import (
	"slices"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

func TestDefault(t *testing.T) {
	const java, rdkafka = model.ClientJava, Librdkafka
	for _, test := range []struct {
		client  string
		kind    model.Kind
		key     string
		version string // "" is the newest
		want    string // "" is none
	}{
		{java, model.Producer, "acks", "0.11", "1"},
		{java, model.Producer, "acks", "2.8", "1"},
		{java, model.Producer, "acks", "2.8.2", "1"},
		{java, model.Producer, "acks", "3.0", "all"},
		{java, model.Producer, "acks", "3.0.0", "all"},
		{java, model.Producer, "acks", "", "all"},
		{java, model.Producer, "linger.ms", "3.9.1", "0"},
		{java, model.Producer, "linger.ms", "4.0", "5"},
		{java, model.Producer, "retries", "2.0", "0"},
		{java, model.Producer, "retries", "2.1.0", "2147483647"},
		{java, model.Producer, "delivery.timeout.ms", "2.0.1", ""},
		{java, model.Producer, "delivery.timeout.ms", "2.1", "120000"},
		{java, model.Producer, "enable.idempotence", "2.8", "false"},
		{java, model.Producer, "enable.idempotence", "3.0.0", "false"},
		{java, model.Producer, "enable.idempotence", "3.0.1", "true"},
		{java, model.Producer, "enable.idempotence", "3.0", "true"},
		{java, model.Producer, "enable.idempotence", "3.1.0", "false"},
		{java, model.Producer, "enable.idempotence", "3.1", "true"},
		{java, model.Producer, "enable.idempotence", "3.1.1", "true"},
		{java, model.Producer, "enable.idempotence", "", "true"},
		{java, model.Consumer, "session.timeout.ms", "2.8", "10000"},
		{java, model.Consumer, "session.timeout.ms", "3.0", "45000"},
		{java, model.ShareConsumer, "max.poll.records", "", "500"},
		{java, model.Consumer, "auto.offset.reset", "", "latest"},
		{java, model.Consumer, "group.protocol", "3.6", ""},
		{java, model.Consumer, "group.protocol", "3.7", "classic"},
		{java, model.Consumer, "group.id", "", ""},
		{java, model.Producer, "ssl.endpoint.identification.algorithm", "1.1", ""},
		{java, model.Producer, "ssl.endpoint.identification.algorithm", "2.0", "https"},
		{java, model.Streams, "replication.factor", "2.8", "1"},
		{java, model.Streams, "replication.factor", "3.0", "-1"},
		{java, model.ConnectWorker, "connector.client.config.override.policy", "2.8", "None"},
		{java, model.ConnectWorker, "connector.client.config.override.policy", "3.0", "All"},
		{java, model.ConnectWorker, "offset.storage.file.filename", "", ""},
		{java, model.SinkConnector, "errors.tolerance", "", "none"},
		{java, model.Broker, "unclean.leader.election.enable", "", "false"},
		{java, model.Broker, "transaction.max.timeout.ms", "", "900000"},
		{java, model.Topic, "message.timestamp.after.max.ms", "4.0", "3600000"},

		{rdkafka, model.Producer, "acks", "0.11.6", "1"},
		{rdkafka, model.Producer, "acks", "1.0", "-1"},
		{rdkafka, model.Producer, "enable.idempotence", "", "false"},
		{rdkafka, model.Producer, "linger.ms", "1.4", "0.5"},
		{rdkafka, model.Producer, "linger.ms", "1.5.0", "5"},
		{rdkafka, model.Producer, "retries", "1.5.0", "2"},
		{rdkafka, model.Producer, "retries", "1.5.2", "2147483647"},
		{rdkafka, model.Producer, "delivery.timeout.ms", "", "300000"},
		{rdkafka, model.Producer, "max.in.flight.requests.per.connection", "", "1000000"},
		{rdkafka, model.Producer, "allow.auto.create.topics", "", "true"},
		{rdkafka, model.Consumer, "allow.auto.create.topics", "", "false"},
		{rdkafka, model.Consumer, "isolation.level", "", "read_committed"},
		{rdkafka, model.Consumer, "session.timeout.ms", "1.6", "10000"},
		{rdkafka, model.Consumer, "session.timeout.ms", "1.7", "45000"},
		{rdkafka, model.Consumer, "ssl.endpoint.identification.algorithm", "1.9", "none"},
		{rdkafka, model.Consumer, "ssl.endpoint.identification.algorithm", "2.0", "https"},

		{Sarama, model.Producer, "acks", "", "1"},
		{Sarama, model.Producer, "max.request.size", "1.43.0", "1000000"},
		{Sarama, model.Producer, "max.request.size", "1.43", "1048576"},
		{FranzGo, model.Producer, "enable.idempotence", "", "true"},
		{FranzGo, model.Producer, "linger.ms", "1.19", "0"},
		{FranzGo, model.Producer, "linger.ms", "1.20.0", "10"},
		{FranzGo, model.Consumer, "auto.offset.reset", "", "earliest"},
		{KafkaGo, model.Producer, "acks", "", "0"},
		{KafkaPython, model.Producer, "acks", "2.3", "1"},
		{KafkaPython, model.Producer, "acks", "3.0", "all"},
		{KafkaPython, model.Consumer, "session.timeout.ms", "3.0", "45000"},
		{AIOKafka, model.Producer, "acks", "", "1"},
		{KafkaJS, model.Consumer, "isolation.level", "", "read_committed"},
		{KafkaJS, model.Producer, "max.in.flight.requests.per.connection", "", ""},

		{Flink, model.FlinkCluster, "execution.checkpointing.interval", "", ""},
		{Flink, model.FlinkJob, "execution.checkpointing.timeout", "", "10 min"},
		{Flink, model.FlinkJob, "restart-strategy.type", "", ""},
		{Flink, model.FlinkJob, "restart-strategy.fixed-delay.attempts", "", "1"},
		{Flink, model.FlinkJob, "restart-strategy.exponential-delay.max-backoff", "1.18", "5 min"},
		{Flink, model.FlinkJob, "restart-strategy.exponential-delay.max-backoff", "1.19", "1 min"},
		{Flink, model.FlinkJob, "execution.checkpointing.checkpoints-after-tasks-finish", "1.14", "false"},
		{Flink, model.FlinkJob, "execution.checkpointing.checkpoints-after-tasks-finish", "1.15", "true"},
		{Flink, model.FlinkJob, "high-availability.type", "", "NONE"},
		{Flink, model.FlinkJob, "job.upgradeMode", "", "stateless"},
		{Flink, model.FlinkTable, "scan.startup.mode", "", "group-offsets"},
		{Flink, model.FlinkTable, "sink.delivery-guarantee", "", "at-least-once"},
		{Flink, model.FlinkTable, "scan.topic-partition-discovery.interval", "3.0", ""},
		{Flink, model.FlinkTable, "scan.topic-partition-discovery.interval", "3.1", "5 min"},
		{Flink, model.FlinkTable, "json.ignore-parse-errors", "", "false"},
	} {
		k := Lookup(test.client, test.kind, test.key)
		if k == nil {
			t.Errorf("%s %s has no key %s", test.client, test.kind, test.key)
			continue
		}
		if got, ok := k.Default(mustVersion(test.version)); got != test.want || ok != (test.want != "") {
			t.Errorf("%s %s %s at %q: default %q, %v; want %q", test.client, test.kind, test.key, test.version, got, ok, test.want)
		}
	}
}

func TestChanges(t *testing.T) {
	for _, test := range []struct {
		client string
		kind   model.Kind
		key    string
		want   []string
	}{
		{model.ClientJava, model.Producer, "acks", []string{"3.0"}},
		{model.ClientJava, model.Producer, "linger.ms", []string{"4.0"}},
		{model.ClientJava, model.Producer, "enable.idempotence", []string{"3.0.1", "3.1.0", "3.1.1"}},
		{model.ClientJava, model.Producer, "batch.size", nil},
		{model.ClientJava, model.Producer, "transactional.id", nil},
		{model.ClientJava, model.Consumer, "group.protocol", []string{"3.7"}},
		{model.ClientJava, model.Producer, "auto.include.jmx.reporter", []string{"3.4", "4.0"}}, // appears and goes away
		{model.ClientJava, model.Topic, "message.downconversion.enable", []string{"2.0", "4.0"}},
		{Librdkafka, model.Producer, "retries", []string{"1.5.2"}},
		{Sarama, model.Producer, "max.request.size", []string{"1.43.1"}},
	} {
		var got []string
		for _, v := range Lookup(test.client, test.kind, test.key).Changes() {
			got = append(got, Format(v))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s %s: changes at %v; want %v", test.client, test.key, got, test.want)
		}
	}
}

// Changes must be exactly where Default differs between neighbouring releases.
func TestChangesAgreeWithDefaults(t *testing.T) {
	eachKey(t, func(client string, kind model.Kind, k *Key) {
		minors := releaseOf(k.Of, client).minors
		for i, m := range minors[1:] {
			// In the first release of each minor, so that patches do not hide a change.
			first := func(v []int) []int { return append(slices.Clone(v), 0)[:3] }
			before, _ := k.Default(minors[i])
			after, _ := k.Default(first(m))
			at := slices.ContainsFunc(k.Changes(), func(c []int) bool { return Compare(c, m) == 0 })
			if (before != after) != at {
				t.Errorf("%s %s %s: %q in %v, %q in %v, but changes are %v", client, kind, k.Name, before, minors[i], after, m, k.Changes())
			}
		}
	})
}

func TestCanonical(t *testing.T) {
	for _, test := range []struct {
		client      string
		kind        model.Kind
		alias, want string
	}{
		{Librdkafka, model.Producer, "metadata.broker.list", "bootstrap.servers"},
		{Librdkafka, model.Producer, "request.required.acks", "acks"},
		{Librdkafka, model.Producer, "message.send.max.retries", "retries"},
		{Librdkafka, model.Producer, "queue.buffering.max.ms", "linger.ms"},
		{Librdkafka, model.Consumer, "sasl.mechanisms", "sasl.mechanism"},
		{Librdkafka, model.Producer, "compression.codec", "compression.type"},
		{Librdkafka, model.Producer, "message.timeout.ms", "delivery.timeout.ms"},
		{Librdkafka, model.Consumer, "max.in.flight", "max.in.flight.requests.per.connection"},
		{Librdkafka, model.Producer, "acks", "acks"},
		{model.ClientJava, model.Producer, "request.required.acks", "request.required.acks"},
		{Sarama, model.Producer, "Producer.RequiredAcks", "acks"},
		{KafkaPython, model.Consumer, "enable_auto_commit", "enable.auto.commit"},
		{KafkaJS, model.Consumer, "fromBeginning", "auto.offset.reset"},
		{Flink, model.FlinkCluster, "state.checkpoints.dir", "execution.checkpointing.dir"},
		{Flink, model.FlinkCluster, "state.backend.fs.checkpointdir", "execution.checkpointing.dir"},
		{Flink, model.FlinkCluster, "savepoints.state.backend.fs.dir", "execution.checkpointing.savepoint-dir"},
		{Flink, model.FlinkCluster, "state.checkpoint-storage", "execution.checkpointing.storage"},
		{Flink, model.FlinkCluster, "state.checkpoints.num-retained", "execution.checkpointing.num-retained"},
		{Flink, model.FlinkCluster, "state.backend.incremental", "execution.checkpointing.incremental"},
		{Flink, model.FlinkCluster, "state.backend", "state.backend.type"},
		{Flink, model.FlinkCluster, "execution.savepoint.path", "execution.state-recovery.path"},
		{Flink, model.FlinkCluster, "execution.savepoint.ignore-unclaimed-state", "execution.state-recovery.ignore-unclaimed-state"},
		{Flink, model.FlinkCluster, "execution.savepoint-restore-mode", "execution.state-recovery.claim-mode"},
		{Flink, model.FlinkCluster, "state.backend.local-recovery", "execution.state-recovery.from-local"},
		{Flink, model.FlinkJob, "restart-strategy", "restart-strategy.type"},
		{Flink, model.FlinkJob, "recovery.mode", "high-availability.type"},
		{Flink, model.FlinkJob, "high-availability", "high-availability.type"},
		{Flink, model.FlinkJob, "recovery.zookeeper.storageDir", "high-availability.storageDir"},
		{Flink, model.FlinkJob, "execution.checkpointing.unaligned", "execution.checkpointing.unaligned.enabled"},
		{Flink, model.FlinkJob, "execution.checkpointing.alignment-timeout", "execution.checkpointing.aligned-checkpoint-timeout"},
		{Flink, model.FlinkJob, "execution.checkpointing.checkpoints-after-tasks-finish.enabled", "execution.checkpointing.checkpoints-after-tasks-finish"},
		{Flink, model.FlinkTable, "sink.semantic", "sink.delivery-guarantee"},
		{Flink, model.FlinkJob, "no.such.key", "no.such.key"},
		{"no-such-client", model.Producer, "acks", "acks"},
	} {
		if got := Canonical(test.client, test.kind, test.alias); got != test.want {
			t.Errorf("%s %s %s: canonical %s; want %s", test.client, test.kind, test.alias, got, test.want)
		}
	}
}

func TestNamed(t *testing.T) {
	dir := Lookup(Flink, model.FlinkCluster, "execution.checkpointing.dir")
	for _, test := range []struct {
		name, version string
		want          bool
	}{
		{"execution.checkpointing.dir", "1.19", false},
		{"execution.checkpointing.dir", "1.20", true},
		{"execution.checkpointing.dir", "", true},
		{"state.checkpoints.dir", "1.17", true},
		{"state.checkpoints.dir", "2.3", true},
		{"state.savepoints.dir", "2.3", false},
	} {
		if got := dir.Named(test.name, mustVersion(test.version)); got != test.want {
			t.Errorf("%s is a name of execution.checkpointing.dir in %q: %v; want %v", test.name, test.version, got, test.want)
		}
	}
	if !Lookup(model.ClientJava, model.Producer, "acks").Named("acks", mustVersion("2.8")) {
		t.Error("a key without aliases does not know its own name")
	}
}

// Of the releases before the first that was read nothing is known, so nothing is denied.
func TestBeforeTheFirstRelease(t *testing.T) {
	for _, name := range []string{"lookup.cache.max-rows", "avro-confluent.url", "raw.charset"} {
		if k := Lookup(Flink, model.FlinkTable, name); k.NotYetIn(mustVersion("1.13")) || !k.Named(name, mustVersion("1.13")) {
			t.Errorf("%s is denied to Flink 1.13", name)
		}
	}
	if k := Lookup(Flink, model.FlinkTable, "avro-confluent.url"); !k.Named("avro-confluent.schema-registry.url", mustVersion("1.13")) {
		t.Error("avro-confluent.schema-registry.url is denied to Flink 1.13")
	}
	if k := Lookup(Flink, model.FlinkCluster, "high-availability.use-old-ha-services"); !k.NotYetIn(mustVersion("1.14")) {
		t.Error("high-availability.use-old-ha-services came with Flink 1.15")
	}
	for _, connector := range []string{"kafka", "upsert-kafka", "jdbc", "datagen"} {
		if f := TableConnector(connector); !f.Has("topic", mustVersion("1.13")) || f.Has("no.such.option", mustVersion("1.17")) {
			t.Errorf("%s: an option is denied to the connector of 1.13, or any is granted to that of 1.17", connector)
		}
	}
}

func TestNameDeprecated(t *testing.T) {
	for _, test := range []struct {
		key, name, version string
		current            string
		deprecated         bool
	}{
		{"execution.checkpointing.dir", "state.checkpoints.dir", "1.19", "", false},
		{"execution.checkpointing.dir", "state.checkpoints.dir", "1.20", "execution.checkpointing.dir", true},
		{"execution.checkpointing.dir", "execution.checkpointing.dir", "1.20", "", false},
		{"execution.checkpointing.dir", "state.backend.fs.checkpointdir", "1.17", "state.checkpoints.dir", true},
		{"execution.checkpointing.dir", "state.backend.fs.checkpointdir", "2.0", "execution.checkpointing.dir", true},
		{"job.autoscaler.enabled", "kubernetes.operator.job.autoscaler.enabled", "1.15", "", false}, // a fallback
		{"job.autoscaler.utilization.target", "job.autoscaler.target.utilization", "1.11", "job.autoscaler.utilization.target", true},
	} {
		k := Lookup(Flink, model.FlinkCluster, test.key)
		current, deprecated := k.NameDeprecatedIn(test.name, mustVersion(test.version))
		if current != test.current || deprecated != test.deprecated {
			t.Errorf("%s in %s: %q %v; want %q %v", test.name, test.version, current, deprecated, test.current, test.deprecated)
		}
	}
}

func TestLookupBehindPrefix(t *testing.T) {
	for _, test := range []struct {
		client string
		kind   model.Kind
		key    string
		want   Type // "" is unknown
	}{
		{model.ClientJava, model.Streams, "producer.transaction.timeout.ms", Int},
		{model.ClientJava, model.Streams, "main.consumer.auto.offset.reset", Enum},
		{model.ClientJava, model.Streams, "max.poll.records", Int},
		{model.ClientJava, model.Streams, "topic.retention.ms", Long},
		{model.ClientJava, model.ConnectWorker, "producer.acks", Enum},
		{model.ClientJava, model.ConnectWorker, "consumer.sasl.jaas.config", Password},
		{model.ClientJava, model.SinkConnector, "consumer.override.auto.offset.reset", Enum},
		{model.ClientJava, model.SourceConnector, "producer.override.linger.ms", Long},
		{model.ClientJava, model.SourceConnector, "linger.ms", ""},
		{model.ClientJava, model.Broker, "listener.name.internal.ssl.keystore.location", String},
		{model.ClientJava, model.Broker, "listener.name.internal.scram-sha-256.sasl.jaas.config", Password},
		{model.ClientJava, model.Broker, "listener.name.internal", ""},
		{model.ClientJava, model.Mirror, "us-east.consumer.fetch.min.bytes", Int},
		{model.ClientJava, model.Mirror, "us-east->us-west.sync.topic.acls.enabled", Boolean},
		{model.ClientJava, model.Mirror, "us-east.bootstrap.servers", List},
		{Flink, model.FlinkTable, "properties.max.poll.records", Int},
		{Flink, model.FlinkTable, "properties.acks", Enum},
		{Flink, model.FlinkTable, "value.json.ignore-parse-errors", Boolean},
		{Flink, model.FlinkTable, "properties.no.such.key", ""},
		{model.ClientJava, model.Consumer, "acks", ""},
	} {
		k := Lookup(test.client, test.kind, test.key)
		switch {
		case k == nil && test.want != "":
			t.Errorf("%s %s is unknown", test.kind, test.key)
		case k != nil && k.Type != test.want:
			t.Errorf("%s %s has type %s; want %q", test.kind, test.key, k.Type, test.want)
		case k != nil && k.Name != test.key && test.want != "":
			t.Errorf("%s %s is named %s", test.kind, test.key, k.Name)
		}
	}
	if _, ok := Lookup(model.ClientJava, model.Streams, "producer.transaction.timeout.ms").Default(nil); ok {
		t.Error("a key behind a prefix has a default, but Streams has its own")
	}
}

// Every default is a value that the key itself accepts, in the versions that have it.
func TestDefaultsParse(t *testing.T) {
	keys := 0
	eachKey(t, func(client string, kind model.Kind, k *Key) {
		keys++
		for _, f := range k.facts {
			if f.text == "" {
				continue
			}
			at := f.to
			if at == nil {
				at = Newest(k.Of, client)
			}
			if _, err := k.ParseAt(f.text, model.Kafka, at); err != nil {
				t.Errorf("%s %s %s: %v", client, kind, k.Name, err)
			}
		}
	})
	if keys < 2500 {
		t.Errorf("only %d keys", keys)
	}
}

// Facts are in order and do not overlap, and no name leads to two keys.
func TestDataIsSound(t *testing.T) {
	eachKey(t, func(client string, kind model.Kind, k *Key) {
		for i, f := range k.facts[1:] {
			if k.facts[i].to == nil || f.from == nil || Compare(k.facts[i].to, f.from) >= 0 {
				t.Errorf("%s %s %s: %v to %v is followed by %v", client, kind, k.Name, k.facts[i].from, k.facts[i].to, f.from)
			}
		}
		for _, a := range k.Aliases {
			if Canonical(client, kind, a) != k.Name {
				t.Errorf("%s %s: %s leads to %s, not to %s", client, kind, a, Canonical(client, kind, a), k.Name)
			}
			if s := sectionOf(client, kind); s.key(a) != nil {
				t.Errorf("%s %s: %s is a key and an alias of %s", client, kind, a, k.Name)
			}
		}
		if k.Of == "" {
			t.Errorf("%s %s %s: no version is named on which its facts depend", client, kind, k.Name)
		}
	})
}

// eachKey calls f for every key of the data, under the kind whose name the data has.
func eachKey(t *testing.T, f func(client string, kind model.Kind, k *Key)) {
	t.Helper()
	for _, client := range []string{model.ClientJava, Librdkafka, Sarama, FranzGo, KafkaGo, KafkaPython, AIOKafka, KafkaJS, Flink} {
		n := 0
		for _, kind := range model.Kinds() {
			if kindOf(kind) != kind {
				continue
			}
			for _, k := range Keys(client, kind) {
				f(client, kind, k)
				n++
			}
		}
		if n == 0 {
			t.Errorf("no keys of %s", client)
		}
	}
}

// Names that Flink reads although no option of the release has them as its own: what Hadoop
// gets, and what is a fallback of several options.
func TestStillRead(t *testing.T) {
	for name, version := range map[string][]int{
		"s3.endpoint": {1, 19}, "s3.access-key": {1, 17}, "s3.secret.key": {1, 20}, "akka.ask.timeout": {1, 19},
		"kubernetes.pod-template-file": {2, 0}, "web.port": {2, 3},
	} {
		k := Lookup(Flink, model.FlinkCluster, Canonical(Flink, model.FlinkCluster, name))
		if k == nil || !k.Exists(version) || !k.Named(name, version) {
			t.Errorf("%s is not read by %s", name, Format(version))
		}
	}
}
