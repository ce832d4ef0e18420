package resolve

import (
	"encoding/csv"
	"os"
	"testing"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
)

func channel(kind model.Kind, settings ...string) *model.Component {
	c := component("application.properties", kind)
	c.Owner = model.OwnerSmallRye
	for i := 0; i < len(settings); i += 2 {
		c.Add(model.Setting{Key: settings[i], Written: settings[i], Value: settings[i+1], Notation: model.Kafka})
	}
	return c
}

// The attributes of the connector have its types and defaults, and Kafka's keys keep theirs.
func TestAttributes(t *testing.T) {
	for _, test := range []struct {
		kind       model.Kind
		key, value string // "" is not written
		version    []int  // of SmallRye
		state      model.State
		want       any
	}{
		{model.Producer, "waitForWriteCompletion", "", nil, model.Default, true},
		{model.Producer, "waitForWriteCompletion", "no", nil, model.Explicit, false},
		{model.Producer, "waitForWriteCompletion", "1", nil, model.Explicit, true},
		{model.Producer, "max-inflight-messages", "", nil, model.Default, int64(1024)},
		{model.Producer, "max-inflight-messages", "many", nil, model.Invalid, nil},
		{model.Producer, "max-inflight-messages", "", []int{4, 36}, model.Default, int64(1024)},
		{model.Producer, "acks", "-1", nil, model.Explicit, "all"},
		{model.Producer, "acks", "", nil, model.Default, "1"},
		{model.Consumer, "commit-strategy", "", nil, model.Absent, nil},
		{model.Consumer, "commit-strategy", "ignore", nil, model.Explicit, "ignore"},
		{model.Consumer, "failure-strategy", "", nil, model.Default, "fail"},
		{model.Consumer, "failure-strategy", " ", nil, model.Invalid, nil},
		{model.Consumer, "failure-strategy", "", []int{3, 0}, model.Default, "fail"},
		{model.Consumer, "fail-on-deserialization-failure", "", nil, model.Default, true},
		{model.Consumer, "fail-on-deserialization-failure", "", []int{3, 0}, model.Absent, nil},
		{model.Consumer, "throttled.unprocessed-record-max-age.ms", "", nil, model.Default, int64(60_000)},
		{model.Consumer, "retry-max-wait", "5", nil, model.Explicit, int64(5000)},
		{model.Consumer, "waitForWriteCompletion", "", nil, model.Absent, nil},
		{model.Consumer, "enable.auto.commit", "", nil, model.Default, false},
	} {
		c := channel(test.kind)
		if test.value != "" {
			c = channel(test.kind, test.key, test.value)
		}
		versions := Versions{model.OfClient: {Number: []int{4, 0}}, model.OfSmallRye: {Number: test.version}}
		if got := Key(c, test.key, versions); got.State != test.state || got.Value != test.want {
			t.Errorf("%s=%q of a %s under %v is %s %v; want %s %v", test.key, test.value, test.kind, test.version, got.State, got.Value, test.state, test.want)
		}
	}
}

func TestVerdictsOnAttributes(t *testing.T) {
	versions := Versions{model.OfClient: {Number: []int{4, 0}}, model.OfSmallRye: {Number: []int{4, 36}}}
	for _, test := range []struct {
		kind             model.Kind
		key, value, want string
		versions         Versions
	}{
		{model.Consumer, "failure-strategy", "ignore", "", versions},
		{model.Consumer, "failure-stragety", "ignore", "unknown-key failure-strategy", versions},
		{model.Consumer, "max.pol.records", "5", "unknown-key max.poll.records", versions},
		{model.Consumer, "health-readiness-timeout", "5", "deprecated health-topic-verification-timeout", versions},
		{model.Consumer, "lazy-client", "true", "not-yet 3.22", Versions{model.OfSmallRye: {Number: []int{3, 0}}}},
		{model.Consumer, "lazy-client", "true", "", known(model.OfClient, 3, 0)},
		{model.Producer, "max-inflight-messages", "5m", "unit-suffix refused", versions},
	} {
		if got := verdicts(channel(test.kind), test.key, test.value, test.versions); got != test.want {
			t.Errorf("%s=%s: %q; want %q", test.key, test.value, got, test.want)
		}
	}
}

// What the attributes say of Kafka's own keys is what the owner sets.
func TestAttributesOfKafka(t *testing.T) {
	f, err := os.Open("../../tools/catalog/facts/generated/smallrye.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	facts, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	for _, l := range facts[1:] { // client, kind, key, type, unit, values, default ...
		kind, key, text := model.Kind(l[1]), l[2], l[6]
		entry := catalog.Lookup(model.ClientJava, kind, key)
		if entry == nil || text == "" {
			continue
		}
		checked++
		want, err := entry.Parse(text, model.Kafka)
		if err != nil {
			t.Errorf("%s=%s: %v", key, text, err)
		}
		if got := Key(channel(kind), key, known(model.OfClient, 4, 0)); got.Value != want {
			t.Errorf("%s of a %s is %v; the attribute has %v", key, kind, got.Value, want)
		}
	}
	if checked < 8 {
		t.Errorf("only %d attributes were compared", checked)
	}
}
