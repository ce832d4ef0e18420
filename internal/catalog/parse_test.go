package catalog

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

// reads is one value as some reader takes it; want is nil where the reader refuses it.
type reads struct {
	client   string
	kind     model.Kind
	key      string
	notation model.Notation
	text     string
	want     any
}

func TestParseKafka(t *testing.T) {
	producer := func(key, text string, want any) reads {
		return reads{model.ClientJava, model.Producer, key, model.Kafka, text, want}
	}
	consumer := func(key, text string, want any) reads {
		return reads{model.ClientJava, model.Consumer, key, model.Kafka, text, want}
	}
	broker := func(key, text string, want any) reads {
		return reads{model.ClientJava, model.Broker, key, model.Kafka, text, want}
	}
	// The answers are those of ConfigDef.parseType and the validators of kafka-clients 4.4.0.
	checkReads(t, []reads{
		producer("linger.ms", "5", int64(5)), producer("linger.ms", " 5 ", int64(5)), producer("linger.ms", "+5", int64(5)),
		producer("linger.ms", "010", int64(10)), producer("linger.ms", "\t5\r\n", int64(5)),
		producer("linger.ms", "-1", nil), // its range begins with 0
		producer("linger.ms", "5s", nil), producer("linger.ms", "5 ms", nil), producer("linger.ms", "1_000", nil),
		producer("linger.ms", "0x10", nil), producer("linger.ms", "5.0", nil), producer("linger.ms", "1e3", nil),
		producer("linger.ms", "--5", nil), producer("linger.ms", "+-5", nil), producer("linger.ms", "", nil),
		producer("linger.ms", "5L", nil), producer("linger.ms", "\u00a05", nil), producer("linger.ms", `"5"`, nil),
		producer("linger.ms", "9223372036854775807", int64(math.MaxInt64)), producer("linger.ms", "9223372036854775808", nil),
		producer("batch.size", "2147483647", int64(math.MaxInt32)), producer("batch.size", "2147483648", nil),
		producer("enable.idempotence", "true", true), producer("enable.idempotence", " False ", false),
		producer("enable.idempotence", "TRUE", true), producer("enable.idempotence", "yes", nil),
		producer("enable.idempotence", "1", nil), producer("enable.idempotence", "", nil),
		producer("acks", "all", "all"), producer("acks", " -1 ", "all"), producer("acks", "0", "0"), producer("acks", "1", "1"),
		producer("acks", "ALL", nil), producer("acks", "2", nil), producer("acks", "", nil),
		producer("compression.type", "zstd", "zstd"), producer("compression.type", "ZSTD", nil),
		producer("security.protocol", "sasl_ssl", "SASL_SSL"), producer("security.protocol", "TLS", nil),
		producer("sasl.login.refresh.window.factor", "0.8", 0.8), producer("sasl.login.refresh.window.factor", "0.3", nil),
		producer("sasl.login.refresh.window.factor", ".75", 0.75), producer("sasl.login.refresh.window.factor", "1d", 1.0),
		producer("sasl.login.refresh.window.factor", "0,8", nil), producer("sasl.login.refresh.window.factor", "NaN", nil),
		producer("sasl.login.refresh.min.period.seconds", "60", int64(60_000)),
		producer("interceptor.classes", " a.B , c.D ", "a.B,c.D"), producer("interceptor.classes", "", ""),
		producer("transactional.id", " x ", "x"),
		producer("ssl.keystore.password", " p w ", " p w "),

		consumer("auto.offset.reset", "earliest", "earliest"), consumer("auto.offset.reset", "EARLIEST", nil),
		consumer("auto.offset.reset", "smallest", nil), consumer("auto.offset.reset", "by_duration:P7D", "by_duration:P7D"),
		consumer("auto.offset.reset", "by_duration:PT1H30M", "by_duration:PT1H30M"),
		consumer("auto.offset.reset", "by_duration:7d", nil), consumer("auto.offset.reset", "by_duration:-PT1S", nil),
		consumer("isolation.level", "read_committed", "read_committed"), consumer("isolation.level", "READ_COMMITTED", nil),
		consumer("group.protocol", "CONSUMER", "consumer"),

		broker("offsets.retention.minutes", "10080", int64(604_800_000)), broker("log.retention.hours", "-1", int64(-1)),
		broker("log.retention.hours", "168", int64(604_800_000)),
		broker("log.retention.hours", "2147483647", int64(math.MaxInt32)*3_600_000),
		broker("log.cleanup.policy", "compact, delete", "compact,delete"), broker("log.cleanup.policy", "compaction", nil),
	})

	// Versions: a validator that came later does not refuse what was taken before.
	reset := Lookup(model.ClientJava, model.Consumer, "auto.offset.reset")
	if _, err := reset.ParseAt("by_duration:P7D", model.Kafka, []int{3, 9}); err == nil {
		t.Error("by_duration is taken by Kafka 3.9")
	}
	guarantee := Lookup(model.ClientJava, model.Streams, "processing.guarantee")
	for version, ok := range map[string]bool{"2.8": true, "3.9.1": true, "4.0": false} {
		if _, err := guarantee.ParseAt("exactly_once", model.Kafka, mustVersion(version)); (err == nil) != ok {
			t.Errorf("processing.guarantee=exactly_once in %s: %v", version, err)
		}
	}
}

func TestParseLibrdkafka(t *testing.T) {
	value := func(key, text string, want any) reads {
		kind := model.Producer
		if key == "session.timeout.ms" || key == "auto.offset.reset" || key == "isolation.level" || key == "group.id" {
			kind = model.Consumer
		}
		return reads{Librdkafka, kind, key, model.Kafka, text, want}
	}
	// The answers are those of rd_kafka_conf_set of librdkafka 2.16.0.
	checkReads(t, []reads{
		value("session.timeout.ms", "30000", int64(30000)), value("session.timeout.ms", "30s", int64(30)),
		value("session.timeout.ms", "0x10", int64(16)), value("session.timeout.ms", "010", int64(8)),
		value("session.timeout.ms", " 5", int64(5)), value("session.timeout.ms", "5 ", int64(5)),
		value("session.timeout.ms", "1.5", int64(1)), value("session.timeout.ms", "1e3", int64(1)),
		value("session.timeout.ms", "+7", int64(7)), value("session.timeout.ms", "08", nil), value("session.timeout.ms", "-1", nil),
		value("session.timeout.ms", "99999999", nil), value("session.timeout.ms", "abc", nil), value("session.timeout.ms", "", nil),
		value("session.timeout.ms", "4294967297", int64(1)), value("session.timeout.ms", "3000000000", nil), // a cast to int
		value("linger.ms", "5", 5.0), value("linger.ms", "0.5", 0.5), value("linger.ms", "5ms", 5.0), value("linger.ms", ".5", 0.5),
		value("linger.ms", " 7", 7.0), value("linger.ms", "1e2", 100.0), value("linger.ms", "-1", nil),
		value("linger.ms", "abc", nil), value("linger.ms", "", nil),
		value("enable.idempotence", "TRUE", true), value("enable.idempotence", "t", true), value("enable.idempotence", "1", true),
		value("enable.idempotence", "F", false), value("enable.idempotence", "0", false), value("enable.idempotence", "yes", nil),
		value("enable.idempotence", " true", nil), value("enable.idempotence", "true ", nil), value("enable.idempotence", "", nil),
		value("acks", "all", "all"), value("acks", "ALL", "all"), value("acks", "-1", "all"), value("acks", " -1", "all"),
		value("acks", "1", "1"), value("acks", "1x", "1"), value("acks", "2", "2"), value("acks", "1001", nil), value("acks", "foo", nil),
		value("acks", "all ", nil),
		value("auto.offset.reset", "smallest", "earliest"), value("auto.offset.reset", "EARLIEST", "earliest"),
		value("auto.offset.reset", "largest", "latest"), value("auto.offset.reset", "error", "none"),
		value("auto.offset.reset", "none", nil), value("auto.offset.reset", " latest ", nil),
		value("security.protocol", "sasl_ssl", "SASL_SSL"), value("security.protocol", "SASL_SSL", "SASL_SSL"),
		value("security.protocol", "TLS", nil),
		value("isolation.level", "Read_Committed", "read_committed"), value("compression.type", "ZSTD", "zstd"),
		value("group.id", " x ", "x "), value("ssl.endpoint.identification.algorithm", "", nil),
		value("queue.buffering.max.kbytes", "1024", int64(1<<20)),
		value("acks", " all", nil), value("isolation.level", " read_committed", "read_committed"), value("isolation.level", "", nil),
		value("debug", "generic, -TOPIC,,+cgrp", "generic,-topic,+cgrp"), value("debug", "generic ,topic", nil), value("debug", "x", nil),
		value("debug", "", nil), value("partitioner", " random", "random"), value("partitioner", "", nil), value("partitioner", "RANDOM", nil),
		value("sasl.mechanism", "PLAIN,SCRAM-SHA-256", nil), value("broker.version.fallback", "", nil),
	})
}

func TestParseFlink(t *testing.T) {
	value := func(key, text string, want any) reads {
		return reads{Flink, model.FlinkJob, key, model.Flink, text, want}
	}
	const duration, size = "execution.checkpointing.timeout", "taskmanager.memory.process.size"
	// The answers are those of TimeUtils, MemorySize and ConfigurationUtils of flink-core 2.3.0.
	checkReads(t, []reads{
		value(duration, "10 s", int64(10_000)), value(duration, "10s", int64(10_000)), value(duration, "600000", int64(600_000)),
		value(duration, " 10 min ", int64(600_000)), value(duration, "10 Min", int64(600_000)), value(duration, "1 m", int64(60_000)),
		value(duration, "1 minutes", int64(60_000)), value(duration, "1 mins", nil), value(duration, "2 hours", int64(7_200_000)),
		value(duration, "1d", int64(86_400_000)), value(duration, "1 days", int64(86_400_000)), value(duration, "10 sec", int64(10_000)),
		value(duration, "10 secs", int64(10_000)), value(duration, "5 millisecond", int64(5)), value(duration, "1 millis", int64(1)),
		value(duration, "1500 µs", int64(1)), value(duration, "1us", nil), value(duration, "1 micro", int64(0)),
		value(duration, "2000000 ns", int64(2)), value(duration, "10\ts", int64(10_000)), value(duration, "0", int64(0)),
		value(duration, "PT10M", int64(600_000)), value(duration, "pt10m", int64(600_000)), value(duration, "P1DT2H", int64(93_600_000)),
		value(duration, "PT1.5S", int64(1500)), value(duration, "-PT1S", nil), value(duration, "P", nil), value(duration, "PT", nil),
		value(duration, "-1", nil), value(duration, "+5", nil), value(duration, "1.5 s", nil), value(duration, "", nil),
		value(duration, "  ", nil), value(duration, "10 foo", nil), value(duration, "1w", nil), value(duration, "1_000", nil),
		value(duration, "9999999999999999999999999 s", nil), value(duration, strings.Repeat("9", 1000), nil),
		value(duration, "１ s", nil), value(duration, "9223372036854775807", int64(math.MaxInt64)),
		value(duration, "99999999999 d", int64(8_639_999_999_913_600_000)), value(duration, "999999999999 d", nil),
		value(size, "64mb", int64(64<<20)), value(size, "2 gb", int64(2<<30)), value(size, "1024", int64(1024)),
		value(size, "1 K", int64(1024)), value(size, "10 MB", int64(10<<20)), value(size, "1 mebibytes", int64(1<<20)),
		value(size, "16 gibibytes", int64(16<<30)), value(size, "1t", int64(1<<40)), value(size, "1B", int64(1)),
		value(size, " 5 mb ", int64(5<<20)), value(size, "1KiB", nil), value(size, "1.5gb", nil), value(size, "-1", nil),
		value(size, "", nil), value(size, "9 pb", nil), value(size, "8388608 tb", nil),
		value("execution.checkpointing.incremental", "TRUE", true), value("execution.checkpointing.incremental", "yes", nil),
		value("execution.checkpointing.incremental", " true ", nil),
		value("execution.checkpointing.max-concurrent-checkpoints", "+5", int64(5)),
		value("execution.checkpointing.max-concurrent-checkpoints", "5L", nil),
		value("execution.checkpointing.mode", "exactly_once", "EXACTLY_ONCE"),
		value("execution.checkpointing.mode", "exactly-once", nil), // no dash for an underscore
		value("execution.checkpointing.mode", " EXACTLY_ONCE ", nil),
		value("restart-strategy.type", "off", "none"), value("restart-strategy.type", "FixedDelay", "fixed-delay"),
		value("restart-strategy.type", "org.example.Factory", "org.example.Factory"), value("restart-strategy.type", "never", nil),
		value("high-availability.type", "zookeeper", "ZOOKEEPER"), value("state.backend.type", "ROCKSDB", "rocksdb"),
		value("state.backend.type", "org.example.Factory", "org.example.Factory"),
		value("job.upgradeMode", "last-state", "last-state"), value("job.upgradeMode", "LAST_STATE", nil),
		{Flink, model.FlinkTable, "sink.delivery-guarantee", model.Flink, "Exactly-Once", "exactly-once"},
		{Flink, model.FlinkTable, "sink.delivery-guarantee", model.Flink, "exactly_once", nil},
		{Flink, model.FlinkTable, "scan.startup.mode", model.Flink, "EARLIEST-OFFSET", "earliest-offset"},
		{Flink, model.FlinkTable, "scan.startup.timestamp-millis", model.Flink, "1667232000000", int64(1667232000000)},
	})

	timeout := Lookup(Flink, model.FlinkJob, duration)
	for version, ok := range map[string]bool{"1.17": false, "1.20.1": false, "2.3": true} {
		if _, err := timeout.ParseAt("99999999999999999999", model.Flink, mustVersion(version)); (err == nil) != ok {
			t.Errorf("99999999999999999999 in Flink %s: %v", version, err)
		}
	}
	for version, ok := range map[string]bool{"1.17": false, "1.20.1": false, "2.0": false, "2.1.0": true, "2.3": true} {
		if _, err := timeout.ParseAt("PT10M", model.Flink, mustVersion(version)); (err == nil) != ok {
			t.Errorf("PT10M in Flink %s: %v", version, err)
		}
	}
}

func TestParseSpring(t *testing.T) {
	value := func(key, text string, want any) reads {
		kind := model.Consumer
		if Lookup(model.ClientJava, kind, key) == nil {
			kind = model.Producer
		}
		return reads{model.ClientJava, kind, key, model.Spring, text, want}
	}
	const duration, size = "auto.commit.interval.ms", "batch.size"
	// The answers are those of ApplicationConversionService of Spring Boot 2.7.18, 3.5.0 and 4.1.0.
	checkReads(t, []reads{
		value(duration, "10s", int64(10_000)), value(duration, "10S", int64(10_000)), value(duration, "PT10S", int64(10_000)),
		value(duration, "pt10s", int64(10_000)), value(duration, "5000", int64(5000)), value(duration, "+5s", int64(5000)),
		value(duration, "1m", int64(60_000)), value(duration, "1M", int64(60_000)), value(duration, "1h", int64(3_600_000)),
		value(duration, "1d", int64(86_400_000)), value(duration, "1ms", int64(1)), value(duration, "1us", int64(0)),
		value(duration, "P1D", int64(86_400_000)), value(duration, "PT1.5S", int64(1500)), value(duration, "P1DT2H", int64(93_600_000)),
		value(duration, "10 s", nil), value(duration, " 10s ", nil), value(duration, "10sec", nil), value(duration, "1.5s", nil),
		value(duration, "1h30m", nil), value(duration, " 5000", nil), value(duration, "-5s", nil), // below the key's range
		value(size, "16KB", int64(16384)), value(size, "16 KB", int64(16384)), value(size, " 16KB ", int64(16384)),
		value(size, "16384", int64(16384)), value(size, "1MB", int64(1<<20)), value(size, "1B", int64(1)),
		value(size, "16kb", nil), value(size, "1M", nil), value(size, "1b", nil), value(size, "1.5MB", nil),
		value("enable.auto.commit", "on", true), value("enable.auto.commit", "yes", true), value("enable.auto.commit", "1", true),
		value("enable.auto.commit", "off", false), value("enable.auto.commit", " true ", true), value("enable.auto.commit", "t", nil),
		value("retries", " 5 ", int64(5)), value("retries", "0x10", int64(16)), value("retries", "#10", int64(16)),
		value("retries", "010", int64(10)), value("retries", "1 0", int64(10)), value("retries", "5L", nil),
		value("retries", "2147483648", nil),
		value("isolation.level", "read-committed", "read_committed"), value("isolation.level", "readCommitted", "read_committed"),
		value("isolation.level", "Read Committed", "read_committed"), value("isolation.level", "committed", nil),
		value("acks", "-1", "all"), value("acks", "ALL", nil), // text to Spring; the client reads it
	})
	for _, key := range []string{duration, size, "enable.auto.commit", "retries", "isolation.level"} {
		r := value(key, "", nil)
		if _, err := Lookup(r.client, r.kind, key).Parse("", model.Spring); !errors.Is(err, ErrUnset) {
			t.Errorf("empty %s: %v; want ErrUnset", key, err)
		}
	}
}

func TestParseOtherClients(t *testing.T) {
	checkReads(t, []reads{
		{Sarama, model.Producer, "acks", model.Kafka, "WaitForLocal", "1"},
		{Sarama, model.Producer, "acks", model.Kafka, "-1", "all"},
		{Sarama, model.Consumer, "auto.offset.reset", model.Kafka, "-2", "earliest"},
		{Sarama, model.Consumer, "session.timeout.ms", model.Kafka, "10s", int64(10_000)},
		{Sarama, model.Consumer, "session.timeout.ms", model.Kafka, "10000", int64(10_000)},
		{Sarama, model.Consumer, "session.timeout.ms", model.Kafka, "10 s", nil},
		{FranzGo, model.Producer, "linger.ms", model.Kafka, "1m30s", int64(90_000)},
		{KafkaGo, model.Producer, "acks", model.Kafka, "RequireNone", "0"},
		{KafkaPython, model.Producer, "compression.type", model.Kafka, "None", "none"},
		{KafkaPython, model.Producer, "linger.ms", model.Kafka, "10s", nil},
		{KafkaJS, model.Consumer, "auto.offset.reset", model.Kafka, "true", "earliest"},
		{KafkaJS, model.Consumer, "isolation.level", model.Kafka, "false", "read_committed"},
	})
}

func checkReads(t *testing.T, tests []reads) {
	t.Helper()
	for _, test := range tests {
		k := Lookup(test.client, test.kind, test.key)
		if k == nil {
			t.Errorf("%s %s has no key %s", test.client, test.kind, test.key)
			continue
		}
		got, err := k.Parse(test.text, test.notation)
		if got != test.want || (err == nil) != (test.want != nil) {
			t.Errorf("%s %s=%q: %v (%T), %v; want %v (%T)", test.client, test.key, test.text, got, got, err, test.want, test.want)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, test := range []struct{ key, text, want string }{
		{"linger.ms", "5s", `"5s" is not a whole number of milliseconds`},
		{"linger.ms", "-1", `"-1" is not at least 0`},
		{"batch.size", "9999999999", `"9999999999" is not a whole number that fits into 32 bits`},
		{"acks", "2", `"2" is not one of all, -1, 0, 1`},
		{"enable.idempotence", "maybe", `"maybe" is not true or false`},
		{"compression.lz4.level", "99", `"99" is not from 1 to 17`},
	} {
		_, err := Lookup(model.ClientJava, model.Producer, test.key).Parse(test.text, model.Kafka)
		if err == nil || err.Error() != test.want {
			t.Errorf("%s: %v; want %s", test.key, err, test.want)
		}
	}
	long := strings.Repeat("é", 1000)
	_, err := Lookup(model.ClientJava, model.Producer, "linger.ms").Parse(long, model.Kafka)
	if len(err.Error()) > 250 {
		t.Errorf("the error quotes %d bytes", len(err.Error()))
	}
}
