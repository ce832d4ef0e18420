package parse

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
	"time"
)

// TestPropertiesComponents names the components of flat files with the keys that count
// for each, or shows that there are none.
func TestPropertiesComponents(t *testing.T) {
	for _, tt := range []struct {
		name, file, text string
		want             []string
	}{
		{"producer", "p.properties", "bootstrap.servers=b:9092\nacks=1", []string{
			"producer full: bootstrap.servers=b:9092 acks=1"}},
		{"both roles in one file", "c.properties", "bootstrap.servers=b:9092\nacks=1\ngroup.id=g\nmax.poll.records=5", []string{
			"producer full: bootstrap.servers=b:9092 acks=1",
			"consumer full: bootstrap.servers=b:9092 group.id=g max.poll.records=5"}},
		{"prefixes under a common address", "c.properties", "bootstrap.servers=b:9092\nproducer.acks=1\nconsumer.group.id=g", []string{
			"producer partial: bootstrap.servers=b:9092 acks=1",
			"consumer partial: bootstrap.servers=b:9092 group.id=g"}},
		{"a prefix within a prefix", "c.properties", "kafka.bootstrap.servers=b:9092\nkafka.security.protocol=SSL\nkafka.producer.acks=0\nkafka.consumer.group.id=g", []string{
			"producer partial: bootstrap.servers=b:9092 security.protocol=SSL acks=0",
			"consumer partial: bootstrap.servers=b:9092 security.protocol=SSL group.id=g"}},
		{"the prefix of another client", "c.properties", "a.kafka.bootstrap.servers=a:9092\nb.kafka.producer.acks=0\nb.kafka.producer.linger.ms=5", []string{
			"admin partial: bootstrap.servers=a:9092",
			"producer partial: acks=0 linger.ms=5"}},
		{"two common words of a prefix that says Kafka", "c.properties", "orders.kafka.producer.acks=0\norders.kafka.producer.retries=3", []string{
			"producer partial: acks=0 retries=3"}},
		{"left empty under a prefix", "c.properties", "kafka.consumer.group.id=g\nkafka.consumer.fetch.min.bytes=\nkafka.consumer.max.poll.records=5\nkafka.consumer.ssl.endpoint.identification.algorithm=", []string{
			"consumer partial: group.id=g fetch.min.bytes=? max.poll.records=5 ssl.endpoint.identification.algorithm="}},
		{"common words of another prefix", "c.properties", "mail.producer.acks=0\nmail.producer.retries=3", nil},
		{"a consumer in Scala behind a prefix", "app.properties", "kafka.consumer.auto.offset.reset=smallest\nkafka.fetch.min.bytes=1\nkafka.consumer.timeout.ms=100\nkafka.offsets.storage=zookeeper", nil},
		{"a producer in Scala", "producer.properties", "metadata.broker.list=b:9092\nproducer.type=sync\nserializer.class=kafka.serializer.StringEncoder\nrequest.required.acks=1", nil},
		{"what a producer in Scala left behind", "producer.properties", "bootstrap.servers=b:9092\nproducer.type=sync\nacks=1", []string{
			"producer full: bootstrap.servers=b:9092 producer.type=sync acks=1"}},
		{"settings of other software", "application.properties", "server.port=8080\nretries=0", nil},
		{"Streams with clients' keys", "s.properties", "application.id=a\nbootstrap.servers=b:9092\nlinger.ms=5\nproducer.acks=1\nmax.poll.records=10\nconsumer.max.poll.records=20", []string{
			"streams full: application.id=a bootstrap.servers=b:9092 linger.ms=5 max.poll.records=10 producer.acks=1 consumer.max.poll.records=20",
			"producer full of streams: bootstrap.servers=b:9092 linger.ms=5 acks=1",
			"consumer full of streams: bootstrap.servers=b:9092 max.poll.records=20"}},
		{"Streams under a prefix", "application.properties", "orders.kafka.streams.consumer.session.timeout.ms=250\norders.kafka.streams.application.id=a\norders.kafka.streams.commit.interval.ms=100", []string{
			"streams partial: application.id=a commit.interval.ms=100 consumer.session.timeout.ms=250",
			"consumer partial of streams: session.timeout.ms=250"}},
		{"Streams of Quarkus", "application.properties", "quarkus.kafka-streams.application-id=a\nquarkus.kafka-streams.bootstrap-servers=b:9092\nquarkus.kafka-streams.topics=t\n" +
			"quarkus.kafka-streams.sasl.jaas-config=x\nquarkus.kafka-streams.producer.linger.ms=5\nkafka-streams.commit.interval.ms=100\nkafka-streams.consumer.session.timeout.ms=250", []string{
			"streams partial: quarkus.kafka-streams.topics=t application.id=a bootstrap.servers=b:9092 sasl.jaas.config= commit.interval.ms=100 producer.linger.ms=5 consumer.session.timeout.ms=250",
			"producer partial of streams: bootstrap.servers=b:9092 sasl.jaas.config= linger.ms=5",
			"consumer partial of streams: bootstrap.servers=b:9092 sasl.jaas.config= session.timeout.ms=250"}},
		{"a weak key of a client of Streams", "s.properties", "application.id=a\nnum.stream.threads=2\nproducer.acks=1", []string{
			"streams full: application.id=a num.stream.threads=2 producer.acks=1",
			"producer full of streams: acks=1"}},
		{"Streams' admin client", "s.properties", "application.id=a\nnum.stream.threads=2\ndefault.api.timeout.ms=5\nretry.backoff.ms=1", []string{
			"streams full: application.id=a num.stream.threads=2 default.api.timeout.ms=5 retry.backoff.ms=1",
			"consumer full of streams: default.api.timeout.ms=5 retry.backoff.ms=1",
			"admin full of streams: default.api.timeout.ms=5 retry.backoff.ms=1"}},
		{"Streams without clients' keys", "s.properties", "application.id=a\nbootstrap.servers=b:9092\nclient.id=c\nsecurity.protocol=SSL", []string{
			"streams full: application.id=a bootstrap.servers=b:9092 client.id=c security.protocol=SSL"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, c := range File(tt.file, []byte(tt.text), Options{}).Components {
				text := fmt.Sprintf("%s %s", c.Kind, c.Complete)
				if c.Owner != "" {
					text += " of " + c.Owner
				}
				text += ":"
				for i, s := range c.Settings {
					switch {
					case c.Get(s.Key) != &c.Settings[i]:
					case s.State == model.Unknown:
						text += " " + s.Key + "=?"
					default:
						text += " " + s.Key + "=" + s.Value
					}
				}
				got = append(got, text)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
		})
	}
}

// TestPropertiesLongKey reads keys that would take minutes if every dot of theirs were
// looked at, and files in which every key has a prefix of its own.
func TestPropertiesLongKey(t *testing.T) {
	var prefixes strings.Builder
	prefixes.WriteString("bootstrap.servers=b:9092\n")
	for i := range 20_000 {
		fmt.Fprintf(&prefixes, "a%d.kafka.linger.ms=5\n", i)
	}
	for name, text := range map[string]string{
		"dots":     "bootstrap.servers=b:9092\n" + strings.Repeat("a.", 500_000) + "acks=1\n",
		"prefixes": prefixes.String(),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			if r := File("a.properties", []byte(text), Options{}); len(r.Components) == 0 {
				t.Error("nothing recognised")
			}
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

func TestPrintedConfiguration(t *testing.T) {
	text := "acks = all\nbootstrap.servers = [kafka:9092]\nclient.rack = null\n"
	if r := File("printed.properties", []byte(text), Options{}); len(r.Components) != 1 {
		t.Errorf("one null: %d components, want 1", len(r.Components))
	}
	text += "sasl.jaas.config = null\nsecurity.providers = null\nssl.cipher.suites = null\nssl.provider = null\n"
	if r := File("printed.properties", []byte(text), Options{}); len(r.Components) != 0 {
		t.Errorf("what Kafka prints is taken for a configuration: %d components", len(r.Components))
	}
}
