package parse

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/kcfglint/kcfglint/internal/model"
)

func TestAlpakka(t *testing.T) {
	for _, test := range []struct{ name, file, text, want string }{
		{"sections", "application.conf", "akka.kafka {\n  producer.kafka-clients {\n    acks = 1\n    linger { ms = 5s }\n  }\n  consumer { kafka-clients.\"group\".id = g }\n  committer { delivery = SendAndForget, max-interval = 2 minutes }\n}\n",
			"producer akka/kafka/producer full acks=1@3:12 linger.ms=5s@4:19\n" +
				"consumer akka/kafka/consumer full group.id=g@6:41 @committer.delivery=SendAndForget@7:26 @committer.max-interval=120000@7:56\n"},
		{"own", "application.conf", "pekko.kafka.consumer.kafka-clients { auto.offset.reset = latest }\nmy.orders = ${pekko.kafka.consumer} { kafka-clients { group.id = o } }\n",
			"consumer pekko/kafka/consumer partial auto.offset.reset=latest@1:58\n" +
				"consumer my/orders full auto.offset.reset=latest@1:58 group.id=o@2:66\n"},
		{"base elsewhere", "orders.conf", "orders: ${akka.kafka.producer} {\n  kafka-clients { acks: all }\n}\n", "producer orders partial acks=all@2:25\n"},
		{"by its name", "orders.conf", "orders-producer {\n  kafka-clients { acks: all }\n}\norders { kafka-clients { acks: 0 } }\n", "producer orders-producer partial acks=all@2:25\n"},
		{"committer within", "application.conf", "c = ${akka.kafka.consumer} {\n  committer = ${akka.kafka.committer} { delivery = WaitForAck }\n}\n",
			"consumer c partial @committer.delivery=WaitForAck@2:52\n"},
		{"committer alone", "application.conf", "akka.kafka.committer.max-interval = 5s\n", "consumer akka/kafka/committer partial @committer.max-interval=5000@1:37\n"},
		{"from the environment", "application.conf", "akka.kafka.producer.kafka-clients {\n  acks = 1\n  acks = ${?ACKS}\n  retries = ${missing}\n}\n",
			"producer akka/kafka/producer full acks=${?ACKS}(unknown)@3:10 retries=${missing}(unknown)@4:13\n"},
		{"included after", "application.conf", "akka.kafka.producer.kafka-clients.acks = 1\ninclude \"local\"\nakka.kafka.producer.kafka-clients.linger.ms = 5\n",
			"producer akka/kafka/producer template acks=1(unknown)@1:42 linger.ms=5@3:47\n"},
		{"not a text", "application.conf", "akka.kafka.consumer.kafka-clients {\n  \"group.id\" = g\n  client.id = null\n  bootstrap.servers = [a, b]\n}\n",
			"consumer akka/kafka/consumer full @kafka-clients.quoted=group.id@2:16 @kafka-clients.null=client.id@3:15 @kafka-clients.list=bootstrap.servers@4:23\n"},
		{"of a library", "reference.conf", "akka.kafka.consumer.kafka-clients { group.id = g }\n", "consumer akka/kafka/consumer partial group.id=g@1:48\n"},
		{"beside", "application.conf", "akka.kafka.producer.kafka-clients.acks = all\nkafka { bootstrap.servers = \"a:1\", group.id = g }\n",
			"producer akka/kafka/producer full acks=all@1:42\nconsumer kafka partial bootstrap.servers=a:1@2:30 group.id=g@2:47\n"},
		{"broken", "application.conf", "akka.kafka.producer.kafka-clients {\n  acks = 1\n  bootstrap.servers = @servers@\n}\n",
			"producer akka/kafka/producer template acks=1@2:10\nerror 3:23\n"},
		{"other sections", "application.conf", "akka { loglevel = INFO }\nmy { consumer { group.id = g } }\n", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := File(test.file, []byte(test.text), Options{})
			got := hoconSummary(r)
			for _, c := range r.Components {
				if c.Dialect == "alpakka" && (c.Owner != model.OwnerAlpakka || !c.CodeMaySet) {
					t.Errorf("%s is owned by %q", c.Anchor, c.Owner)
				}
			}
			if got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
		})
	}
}

// hoconSummary shows the effective settings of components, what is not known, and errors.
func hoconSummary(r *Result) string {
	var b strings.Builder
	for _, c := range r.Components {
		fmt.Fprintf(&b, "%s %s %s", c.Kind, c.Anchor, c.Complete)
		for _, s := range c.Settings {
			unknown := ""
			if s.State == model.Unknown {
				unknown = "(unknown)"
			}
			if s.Effective {
				fmt.Fprintf(&b, " %s=%s%s@%d:%d", s.Key, s.Value, unknown, s.ValueSpan.Start.Line, s.ValueSpan.Start.Column)
			}
		}
		b.WriteString("\n")
	}
	for _, e := range r.Errors {
		fmt.Fprintf(&b, "error %d:%d\n", e.Span.Start.Line, e.Span.Start.Column)
	}
	return b.String()
}

func TestGenericHOCON(t *testing.T) {
	for _, test := range []struct{ name, file, text, want string }{
		{"block", "service.conf", "kafka {\n  bootstrap.servers = \"a:9092\"\n  bootstrap.servers = ${?BROKERS}\n  producer { acks = 0, linger.ms = 5, ssl { keystore.location = /k } }\n}\n",
			"producer kafka/producer partial bootstrap.servers=${?BROKERS}(unknown)@3:23 acks=0@4:21 linger.ms=5@4:36 ssl.keystore.location=/k@4:65\n"},
		{"dotted", "service.conf", "app.kafka.consumer.group.id = g\napp.kafka.consumer.auto.offset.reset = latest\napp { name = \"x\" }\n", "consumer app/kafka/consumer partial group.id=g@1:31 auto.offset.reset=latest@2:40\n"},
		{"durations of the program", "service.conf", "kafka.producer {\n  linger.ms = 5 ms\n  request.timeout.ms = \"30s\"\n  acks = 1\n}\n",
			"producer kafka/producer partial linger.ms=5 ms(unknown)@2:15 request.timeout.ms=30s(unknown)@3:25 acks=1@4:10\n"},
		{"Flink", "job.conf", "flink {\n  execution.checkpointing.interval = 60s\n  state.backend.type = rocksdb\n  restart-strategy.attempts = 3\n}\n",
			"flink-job flink partial execution.checkpointing.interval=60s@2:38 state.backend.type=rocksdb@3:24\n"},
		{"Logstash", "logstash.conf", "input {\n  kafka {\n    bootstrap_servers => \"a:9092\"\n    group_id => \"g\"\n  }\n}\n", ""},
		{"nginx", "nginx.conf", "http {\n  server {\n    listen 80;\n    # bootstrap.servers\n  }\n}\n", ""},
		{"JAAS", "jaas.conf", "KafkaServer {\n  org.apache.kafka.common.security.plain.PlainLoginModule required\n  username=\"a\";\n};\n", ""},
		{"flat", "client.conf", "bootstrap.servers=a:9092\ngroup.id=g\nauto.offset.reset=latest\n", "consumer  full bootstrap.servers=a:9092@1:19 group.id=g@2:10 auto.offset.reset=latest@3:19\n"},
		{"a script", "kafka.conf", "bootstrap.servers=\"a:9092\"\nif [ -z \"$X\" ]; then\n  group.id=\"g\"\nfi\n", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := hoconSummary(File(test.file, []byte(test.text), Options{})); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
		})
	}
}

func TestMilliseconds(t *testing.T) {
	for text, want := range map[string]int64{"10s": 10_000, "2 minutes": 120_000, "1 second": 1000, "250": 250, "1.5h": 5_400_000, "500 micros": 0, "1 d": 86_400_000} {
		if ms, ok := milliseconds(text); !ok || ms != want {
			t.Errorf("%q: %d %v, want %d", text, ms, ok, want)
		}
	}
	for _, text := range []string{"", "infinite", "s", "-1s", "5 weeks", "5 mins", "5 u", "999999999999d", "9999999999999999999"} {
		if ms, ok := milliseconds(text); ok {
			t.Errorf("%q: %d", text, ms)
		}
	}
}

// TestHOCONFileSize reads files as large as one may be.
func TestHOCONFileSize(t *testing.T) {
	var sections, deep strings.Builder
	sections.WriteString("akka.kafka.consumer.kafka-clients { group.id = g }\n")
	for i := range 20_000 {
		fmt.Fprintf(&sections, "c%d = ${akka.kafka.consumer} { kafka-clients.client.id = x }\nk%d = ${akka.kafka.committer} { delivery = x }\n", i, i)
	}
	for i := range 60 {
		fmt.Fprintf(&deep, "%s = { %s }\n", strings.TrimSuffix(strings.Repeat("a.", 150), "."), strings.Repeat(fmt.Sprintf("bootstrap.servers = a, group%d = b\n", i), 300))
	}
	for name, text := range map[string]string{
		"sections": sections.String(),
		"deep":     "kafka-clients {}\n" + deep.String(),
		"keys":     "kafka {\n" + strings.Repeat("bootstrap.servers = a\nssl.keystore.location = b\n", 70_000) + "}\n",
	} {
		start := time.Now()
		r := File("application.conf", []byte(text), Options{})
		if elapsed := time.Since(start); elapsed > 20*time.Second {
			t.Errorf("%s: %d bytes took %v", name, len(text), elapsed)
		} else {
			t.Logf("%s: %d bytes, %d components in %v", name, len(text), len(r.Components), elapsed)
		}
	}
}
