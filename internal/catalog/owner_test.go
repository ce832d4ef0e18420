package catalog

import (
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

func TestOwnerValue(t *testing.T) {
	absent, generated := Owned{}, Owned{Generated: true}
	value := func(s string) Owned { return Owned{Value: s} }
	forced := func(s string) Owned { return Owned{Value: s, Forced: true} }
	for _, test := range []struct {
		owner   string
		kind    model.Kind
		key     string
		version string
		when    Condition
		want    Owned
	}{
		{model.OwnerConnect, model.Producer, "acks", "", "", value("all")},
		{model.OwnerConnect, model.Producer, "max.in.flight.requests.per.connection", "", "", value("1")},
		{model.OwnerConnect, model.Producer, "delivery.timeout.ms", "2.0", "", absent},
		{model.OwnerConnect, model.Producer, "delivery.timeout.ms", "2.1", "", value("2147483647")},
		{model.OwnerConnect, model.Producer, "request.timeout.ms", "2.8", "", value("2147483647")},
		{model.OwnerConnect, model.Producer, "request.timeout.ms", "3.0", "", absent},
		{model.OwnerConnect, model.Producer, "enable.idempotence", "3.0.1", "", absent},
		{model.OwnerConnect, model.Producer, "enable.idempotence", "3.0.2", "", value("false")},
		{model.OwnerConnect, model.Producer, "enable.idempotence", "3.0", "", value("false")},
		{model.OwnerConnect, model.Producer, "enable.idempotence", "3.1.0", "", absent},
		{model.OwnerConnect, model.Producer, "enable.idempotence", "", "", value("false")},
		{model.OwnerConnect, model.Producer, "enable.idempotence", "", ExactlyOnce, forced("true")},
		{model.OwnerConnect, model.Producer, "acks", "", ExactlyOnce, value("all")},
		{model.OwnerConnect, model.Producer, "linger.ms", "", "", absent},
		{model.OwnerConnect, model.Consumer, "auto.offset.reset", "", "", value("earliest")},
		{model.OwnerConnect, model.Consumer, "enable.auto.commit", "", "", value("false")},
		{model.OwnerConnect, model.Consumer, "group.id", "", "", generated},

		{model.OwnerMirror, model.Consumer, "enable.auto.commit", "", "", forced("false")},
		{model.OwnerMirror, model.Producer, "acks", "", "", value("all")},

		{model.OwnerStreams, model.Consumer, "enable.auto.commit", "", "", forced("false")},
		{model.OwnerStreams, model.Consumer, "auto.offset.reset", "", "", value("earliest")},
		{model.OwnerStreams, model.Consumer, "max.poll.interval.ms", "2.2", "", value("2147483647")},
		{model.OwnerStreams, model.Consumer, "max.poll.interval.ms", "2.3", "", absent},
		{model.OwnerStreams, model.Consumer, "isolation.level", "", "", absent},
		{model.OwnerStreams, model.Consumer, "isolation.level", "", ExactlyOnce, forced("read_committed")},
		{model.OwnerStreams, model.Consumer, "auto.offset.reset", "", MainConsumer, value("earliest")},
		{model.OwnerStreams, model.Consumer, "auto.offset.reset", "", RestoreConsumer, forced("none")},
		{model.OwnerStreams, model.Consumer, "allow.auto.create.topics", "4.1", MainConsumer, forced("false")},
		{model.OwnerStreams, model.Consumer, "allow.auto.create.topics", "4.1", RestoreConsumer, absent},
		{model.OwnerStreams, model.Consumer, "allow.auto.create.topics", "4.2", RestoreConsumer, forced("false")},
		{model.OwnerStreams, model.Consumer, "enable.auto.commit", "4.1", OwnPrefix, value("false")},
		{model.OwnerStreams, model.Consumer, "enable.auto.commit", "4.2", OwnPrefix, forced("false")},
		{model.OwnerStreams, model.Consumer, "partition.assignment.strategy", "", MainPrefix, forced("org.apache.kafka.streams.processor.internals.StreamsPartitionAssignor")},
		{model.OwnerStreams, model.Consumer, "group.protocol", "4.1", StreamsProtocol, Owned{Forced: true, Generated: true}},
		{model.OwnerStreams, model.Producer, "linger.ms", "", "", value("100")},
		{model.OwnerStreams, model.Producer, "linger.ms", "", ExactlyOnce, value("100")},
		{model.OwnerStreams, model.Producer, "transaction.timeout.ms", "", "", absent},
		{model.OwnerStreams, model.Producer, "transaction.timeout.ms", "", ExactlyOnce, value("10000")},
		{model.OwnerStreams, model.Producer, "enable.idempotence", "", ExactlyOnce, forced("true")},
		{model.OwnerStreams, model.Producer, "transactional.id", "", ExactlyOnce, Owned{Forced: true, Generated: true}},
		{model.OwnerStreams, model.Streams, "commit.interval.ms", "", ExactlyOnce, value("100")},
		{model.OwnerStreams, model.Streams, "commit.interval.ms", "", "", absent},

		{model.OwnerSpring, model.Consumer, "enable.auto.commit", "2.1", "", absent},
		{model.OwnerSpring, model.Consumer, "enable.auto.commit", "2.2", "", value("false")},
		{model.OwnerSpring, model.Consumer, "isolation.level", "", "", value("read_uncommitted")},
		{model.OwnerSpring, model.Admin, "bootstrap.servers", "", "", value("localhost:9092")},

		{model.OwnerSmallRye, model.Producer, "acks", "", "", value("1")},
		{model.OwnerSmallRye, model.Consumer, "enable.auto.commit", "", "", value("false")},
		{model.OwnerSmallRye, model.Consumer, "group.id", "", "", generated},

		{model.OwnerFlink, model.Consumer, "auto.offset.reset", "", "", value("none")},
		{model.OwnerFlink, model.Consumer, "enable.auto.commit", "", "", value("false")},
		{model.OwnerFlink, model.Consumer, "group.id", "", "", absent},
		{model.OwnerFlink, model.Producer, "transaction.timeout.ms", "", "", value("3600000")},

		{"", model.Producer, "acks", "", "", absent},
		{"no-such-owner", model.Producer, "acks", "", "", absent},
	} {
		got, ok := OwnerValueWhen(test.owner, test.kind, test.key, mustVersion(test.version), test.when)
		if got != test.want || ok != (test.want != absent) {
			t.Errorf("%s %s %s at %q %s: %+v, %v; want %+v", test.owner, test.kind, test.key, test.version, test.when, got, ok, test.want)
		}
		plain, okPlain := OwnerValue(test.owner, test.kind, test.key, mustVersion(test.version))
		if test.when == "" && (plain != got || okPlain != ok) {
			t.Errorf("%s %s %s: OwnerValue gives %+v", test.owner, test.kind, test.key, plain)
		}
	}
}

func TestLastConditionCountsMost(t *testing.T) {
	got, _ := OwnerValueWhen(model.OwnerStreams, model.Consumer, "isolation.level", nil, ExactlyOnce, MainConsumer, OwnPrefix)
	if want := (Owned{Value: "read_uncommitted"}); got != want {
		t.Errorf("isolation.level: %+v, want %+v", got, want)
	}
}

// What a framework sets is a key of the client and a value that the client accepts.
func TestOwnerValuesParse(t *testing.T) {
	for owner := range owners {
		n := 0
		for _, kind := range []model.Kind{model.Producer, model.Consumer, model.Admin, model.Streams} {
			for _, key := range OwnerKeys(owner, kind) {
				n++
				k := Lookup(model.ClientJava, kind, key)
				if k == nil {
					t.Errorf("%s sets %s of a %s, which is no key", owner, key, kind)
					continue
				}
				for _, f := range owners[owner]()[ownerKey{kind, key}] {
					if f.owned.Generated != (f.owned.Value == "") {
						t.Errorf("%s %s: %+v", owner, key, f.owned)
					}
					if f.owned.Generated {
						continue
					}
					if _, err := k.ParseAt(f.owned.Value, model.Kafka, f.to); err != nil {
						t.Errorf("%s %s: %v", owner, key, err)
					}
				}
			}
		}
		if n == 0 {
			t.Errorf("%s sets nothing", owner)
		}
		if v := OwnerVersion(owner); Newest(v, model.ClientJava) == nil {
			t.Errorf("%s depends on the version of %q, of which no release is known", owner, v)
		}
	}
}
