package resolve

import (
	"fmt"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
)

func TestNearest(t *testing.T) {
	producer := names(model.ClientJava, model.Producer)
	consumer := names(model.ClientJava, model.Consumer)
	for _, test := range []struct {
		written, want string // "" is none
	}{
		{"max.pol.records", "max.poll.records"},
		{"max.poll.record", "max.poll.records"},
		{"maxPollRecords", "max.poll.records"},
		{"max-poll-records", "max.poll.records"},
		{"MAX_POLL_RECORDS", "max.poll.records"},
		{"MAX_POLL_RECORDS_CONFIG", "max.poll.records"},
		{"auto.commit.enable", "enable.auto.commit"},
		{"session.timeout", "session.timeout.ms"},
		{"fetch.min.byte", "fetch.min.bytes"},
		{"auto.ofset.rest", "auto.offset.reset"},
		{"bootstrap.server", "bootstrap.servers"},
		{"sasl.ouathbearer.jwt.retriever.class", "sasl.oauthbearer.jwt.retriever.class"},
		{"client.ip", ""}, // of two letters, none is a slip
		{"group.name", ""},
		{"topic", ""},
		{"fetch.mix.bytes", ""}, // may be min or max
		{"schema.registry.url", ""},
		{"value.subject.name.strategy", ""},
		{"key.converter", ""},
		{"poll.timeout.ms", ""},
		{"", ""},
		{".", ""},
		{strings.Repeat("a.", 1000), ""},
	} {
		if got, ok := nearest(test.written, consumer); got != test.want || ok != (test.want != "") {
			t.Errorf("nearest(%q) = %q, %v; want %q", test.written, got, ok, test.want)
		}
	}
	broker := names(model.ClientJava, model.Broker)
	for _, test := range []struct{ written, want string }{
		{"security.inter.broker.listener.name", "inter.broker.listener.name"},
		{"mechanisms.inter.broker.protocol", "sasl.mechanism.inter.broker.protocol"},
		{"company.inter.broker.listener.name", ""}, // of something else
		{"company.log.retention.check.interval.ms", ""},
	} {
		if got, _ := nearest(test.written, broker); got != test.want {
			t.Errorf("nearest(%q) = %q; want %q", test.written, got, test.want)
		}
	}
	for _, k := range catalog.Keys(model.ClientJava, model.Producer) {
		first, _, _ := strings.Cut(k.Name, ".")
		if written := k.Name[:1] + k.Name; len(first) > 3 && len(k.Name) > 6 {
			if got, ok := nearest(written, producer); !ok || got != k.Name {
				t.Errorf("nearest(%q) = %q, %v", written, got, ok)
			}
		}
	}
}

func TestCompleted(t *testing.T) {
	flink := names(catalog.Flink, model.FlinkCluster)
	for _, test := range []struct{ written, want string }{
		{"execution.checkpointing.max-concurrent", "execution.checkpointing.max-concurrent-checkpoints"},
		{"execution.checkpointing.tolerable-failed", "execution.checkpointing.tolerable-failed-checkpoints"},
		{"execution.checkpointing.retention", "execution.checkpointing.externalized-checkpoint-retention"},
		{"restart-strategy.attempts", "restart-strategy.fixed-delay.attempts"},
		{"execution.checkpointing.enabled", ""}, // of several things
		{"execution.enabled", ""},
		{"state.backend.custom.dir", ""},
		{"orders.max-concurrent", ""},
		{"execution", ""},
		{".", ""},
	} {
		if got, ok := completed(test.written, flink); got != test.want || ok != (test.want != "") {
			t.Errorf("completed(%q) = %q, %v; want %q", test.written, got, ok, test.want)
		}
	}
}

func TestRegrouped(t *testing.T) {
	flink := names(catalog.Flink, model.FlinkCluster)
	for _, test := range []struct{ written, want string }{
		{"state.checkpoints.interval", "execution.checkpointing.interval"},
		{"state.checkpoints.timeout", "execution.checkpointing.timeout"},
		{"pipeline.checkpointing.mode", "execution.checkpointing.mode"},
		{"state.checkpoints.custom", ""},
		{"state.timeout", ""},
		{"state.fixed-delay.attempts.x", ""},
	} {
		if got, ok := regrouped(test.written, flink); got != test.want || ok != (test.want != "") {
			t.Errorf("regrouped(%q) = %q, %v; want %q", test.written, got, ok, test.want)
		}
	}
}

func TestMisspelt(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"orders-clean", "ordes-clean", true},
		{"orders-clean", "orders_clean", true},
		{"orderEvents", "order-events", true},
		{"payment", "payments", true},
		{"orders-eu", "orders-us", false},
		{"orders-v1", "orders-v2", false},
		{"orders-2024", "orders-2025", false},
		{"orders-in", "orders-out", false},
		{"orders", "returns", false},
	} {
		if got := Misspelt(test.a, test.b); got != test.want {
			t.Errorf("Misspelt(%q, %q) = %v", test.a, test.b, got)
		}
		if got := Misspelt(test.b, test.a); got != test.want {
			t.Errorf("Misspelt(%q, %q) = %v", test.b, test.a, got)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"a", "a", 0}, {"ab", "ba", 1}, {"acks", "ack", 1}, {"acks", "asck", 2}, {"abc", "xyz", 3}, {"commit", "comit", 1},
		{"offset", "ofset", 1}, {"abcdef", "abc", 3}, {"retention", "retnetoin", 2},
	} {
		if got := distance(test.a, test.b); got != test.want {
			t.Errorf("distance(%q, %q) = %d; want %d", test.a, test.b, got, test.want)
		}
		if got := distance(test.b, test.a); got != test.want {
			t.Errorf("distance(%q, %q) = %d; want %d", test.b, test.a, got, test.want)
		}
	}
}

// verdicts are the codes of a setting's issues with what they suggest.
func verdicts(c *model.Component, key, value string, versions Versions) string {
	span := model.Span{File: c.File, Start: model.Position{Line: 1}}
	s := model.Setting{Key: catalog.Canonical(catalogClient(c), c.Kind, key), Written: key, Value: value, KeySpan: span, ValueSpan: span, State: model.Explicit}
	switch c.Kind {
	case model.FlinkCluster, model.FlinkJob, model.FlinkTable:
		s.Notation = model.Flink
	}
	if strings.HasPrefix(value, "${") {
		s.State = model.Unknown
	}
	key = s.Key
	c.Add(s)
	var texts []string
	for _, issue := range Issues(c, c.Get(key), versions) {
		text := issue.Code
		for _, field := range []string{"suggestion", "successor", "role", "since", "expected"} {
			if v := issue.Fields[field]; v != nil {
				text += fmt.Sprintf(" %v", v)
			}
		}
		if issue.Fields["refused"] == true {
			text += " refused"
		}
		texts = append(texts, text)
	}
	return strings.Join(texts, ", ")
}

func known(of string, number ...int) Versions { return Versions{of: {Number: number}} }

func TestVerdicts(t *testing.T) {
	client, connect, flink := known(model.OfClient, 3, 9), known(model.OfConnect, 3, 9), known(model.OfFlink, 1, 20)
	for _, test := range []struct {
		kind       model.Kind
		key, value string
		versions   Versions
		want       string
	}{
		{model.Producer, "acks", "all", client, ""},
		{model.Producer, "ack.s", "all", client, "unknown-key acks"},
		{model.Producer, "request.required.acks", "1", client, "unknown-key acks"},
		{model.Producer, "block.on.buffer.full", "true", client, "removed max.block.ms 0.11.0"},
		{model.Producer, "min.insync.replicas", "2", client, "wrong-role topics"},
		{model.Producer, "zookeeper.connect", "zk:2181", client, ""},
		{model.Streams, "retention.ms", "100000", client, "wrong-role topic.retention.ms topics"},
		{model.Streams, "max.poll.records", "10", client, ""},
		{model.Producer, "linger.ms", "fast", client, "invalid a whole number of milliseconds"},
		{model.Producer, "linger.ms", "-1", client, "invalid at least 0"},
		{model.Producer, "linger.ms", "${LINGER}", client, ""},
		{model.Producer, "acks", "${ACKS}", client, "placeholder"},
		{model.Producer, "acks", "", client, "invalid one of all, -1, 0, 1"},
		{model.Producer, "metadata.recovery.rebootstrap.trigger.ms", "1", client, "not-yet 4.0"},
		{model.Producer, "auto.include.jmx.reporter", "true", known(model.OfClient, 4, 0), "removed metric.reporters 4.0"},
		{model.Producer, "auto.include.jmx.reporter", "true", client, "deprecated metric.reporters"},
		{model.Producer, "auto.include.jmx.reporter", "true", known(model.OfClient, 2, 8), "not-yet 3.4"},
		{model.Producer, "auto.include.jmx.reporter", "true", Versions{model.OfClient: {Number: []int{2, 8}, Assumed: true}}, ""},
		{model.Producer, "auto.include.jmx.reporter", "true", Versions{model.OfClient: {Number: []int{4, 0}, Assumed: true}}, ""},
		{model.Producer, "auto.include.jmx.reporter", "true", nil, ""},
		{model.Consumer, "session.timeout.ms", "45", client, "unit-slip 45000"},
		{model.Consumer, "max.poll.interval.ms", "5", client, "unit-slip 5000"},
		{model.Consumer, "session.timeout.ms", "1", client, ""},
		{model.Consumer, "session.timeout.ms", "6000", client, ""},
		{model.Consumer, "session.timeout.ms", "45s", client, "unit-suffix 45000 refused"},
		{model.SinkConnector, "max.poll.records", "5", connect, ""}, // of a class that is not known
		{model.FlinkCluster, "execution.checkpoint.interval", "10 s", flink, "unknown-key execution.checkpointing.interval"},
		{model.FlinkCluster, "taskmanager.numberOfTaskSlots", "two", flink, "invalid a whole number"},
		{model.FlinkCluster, "execution.checkpointing.dir", "s3://b/c", known(model.OfFlink, 1, 17), "not-yet 1.20"},
		{model.FlinkCluster, "state.checkpoints.dir", "s3://b/c", flink, "deprecated execution.checkpointing.dir"},
		{model.FlinkCluster, "state.checkpoints.dir", "s3://b/c", known(model.OfFlink, 1, 19), ""},
		{model.FlinkCluster, "state.checkpoints.dir", "s3://b/c", Versions{model.OfFlink: {Number: []int{2, 3}, Assumed: true}}, ""},
		{model.FlinkCluster, "high-availability", "kubernetes", Versions{model.OfFlink: {Number: []int{2, 3}, Assumed: true}}, "deprecated high-availability.type"},
		{model.FlinkCluster, "high-availability", "kubernetes", known(model.OfFlink, 1, 16), ""},
		{model.FlinkCluster, "job.autoscaler.memory.tuning.enabled", "true", known(model.OfOperator, 1, 7), "not-yet 1.8"},
		{model.FlinkCluster, "job.autoscaler.memory.tuning.enabled", "true", known(model.OfFlink, 1, 15), ""},
		{model.FlinkCluster, "job.autoscaler.target.utilization", "0.7", known(model.OfOperator, 1, 10), ""},
		{model.FlinkCluster, "job.autoscaler.target.utilization", "0.7", known(model.OfOperator, 1, 11), "deprecated job.autoscaler.utilization.target"},
		{model.FlinkCluster, "metrics.reporter.prom.port", "9249", flink, ""},
		{model.FlinkCluster, "my.own.option", "1", flink, ""},
	} {
		c := component("a.properties", test.kind)
		if got := verdicts(c, test.key, test.value, test.versions); got != test.want {
			t.Errorf("%s: %s=%s: %q; want %q", test.kind, test.key, test.value, got, test.want)
		}
	}
}

// TestVerdictsOnVariables: Bitnami's prefix under another image stays in the name.
func TestVerdictsOnVariables(t *testing.T) {
	span := model.Span{File: "compose.yml", Start: model.Position{Line: 1}}
	for _, test := range []struct{ key, written, beside, want string }{
		{"cfg.min.insync.replicas", "KAFKA_CFG_MIN_INSYNC_REPLICAS", "", "min.insync.replicas"},
		{"cfg.min.insync.replicas", "KAFKA_CFG_MIN_INSYNC_REPLICAS", "min.insync.replicas", ""},
		{"cfg.of.nobody", "KAFKA_CFG_OF_NOBODY", "", ""},
		{"cfg.min.insync.replicas", "cfg.min.insync.replicas", "", ""},
	} {
		c := component("compose.yml", model.Broker)
		c.Add(model.Setting{Key: test.key, Written: test.written, Value: "2", KeySpan: span, ValueSpan: span, State: model.Explicit})
		if test.beside != "" {
			c.Add(model.Setting{Key: test.beside, Written: test.beside, Value: "2", KeySpan: span, ValueSpan: span, State: model.Explicit})
		}
		got := ""
		for _, issue := range Issues(c, c.Get(test.key), nil) {
			if issue.Code == UnknownKey {
				got = issue.Fields["suggestion"].(string)
			}
		}
		if got != test.want {
			t.Errorf("%s beside %q: %q; want %q", test.written, test.beside, got, test.want)
		}
	}
}

func TestVerdictsOnLibrdkafka(t *testing.T) {
	versions := known(model.OfClient, 2, 3)
	for _, test := range []struct{ key, value, want string }{
		{"max.pol.interval.ms", "300000", "unknown-key max.poll.interval.ms refused"},
		{"go.events.channel.size", "1000", ""},
		{"batch.num.messages", "1", ""}, // of producers, which consumers only warn of
		{"queue.bufering.max.kbytes", "1", "unknown-key queue.buffering.max.kbytes refused"},
		{"fetch.max.wait.ms", "500", "unknown-key fetch.wait.max.ms refused"},
		{"fetch.wait.max.ms", "500", ""},
		{"sasl.jaas.config", "x", "unknown-key sasl.username refused"},
		{"socket.timeout.ms", "60s", "unit-suffix 60000"},
		{"socket.timeout.ms", "1e3", "unit-suffix 1000 refused"},
		{"metadata.request.timeout.ms", "100", "deprecated"},
		{"enable.auto.commit", "t", ""},
		{"enable.auto.commit", "yes", "invalid true or false"},
		{"retry.backoff.ms", "50", "not-yet 2.5"}, // the producer's: taken with a line in the log
		{"metadata.recovery.strategy", "none", "not-yet 2.10 refused"},
		{"socket.blocking.max.ms", "50", "deprecated"},
	} {
		c := component("a.properties", model.Consumer)
		c.Client = catalog.Librdkafka
		if got := verdicts(c, test.key, test.value, versions); got != test.want {
			t.Errorf("%s=%s: %q; want %q", test.key, test.value, got, test.want)
		}
	}
}

// TestVerdictsOnOtherClients: of what the catalog knows in part, an unknown key is none.
func TestVerdictsOnOtherClients(t *testing.T) {
	c := component("a.yml", model.Producer)
	c.Client = catalog.Sarama
	if got := verdicts(c, "Producer.RequiredAck", "all", nil); got != "" {
		t.Errorf("%q", got)
	}
}

func TestVerdictsOnConnectors(t *testing.T) {
	for _, test := range []struct{ class, key, want string }{
		{"io.example.JdbcSinkConnector", "max.poll.records", "unknown-key consumer.override.max.poll.records"},
		{"io.example.JdbcSinkConnector", "consumer.max.poll.records", "unknown-key consumer.override.max.poll.records"},
		{"io.example.JdbcSinkConnector", "consumer.override.max.poll.records", ""},
		{"io.example.JdbcSinkConnector", "batch.size", ""},
		{"io.example.JdbcSinkConnector", "task.max", ""}, // tasks.max is set
		{"io.example.JdbcSinkConnector", "errors.tolerence", "unknown-key errors.tolerance"},
		{"io.confluent.connect.replicator.ReplicatorSinkConnector", "max.poll.records", ""},
	} {
		c := component("a.json", model.SinkConnector)
		verdicts(c, "connector.class", test.class, nil)
		verdicts(c, "tasks.max", "1", nil)
		if got := verdicts(c, test.key, "5", nil); got != test.want {
			t.Errorf("%s: %s: %q; want %q", test.class, test.key, got, test.want)
		}
	}
}

// TestManySettings: what nobody writes by hand is not searched for slips of the pen.
func TestManySettings(t *testing.T) {
	c := component("a.properties", model.Producer)
	for i := range maxSettings {
		verdicts(c, fmt.Sprintf("app.%d", i), "1", nil)
	}
	if got := verdicts(c, "batch.sizes", "1", nil); got != "" {
		t.Errorf("%q", got)
	}
}
