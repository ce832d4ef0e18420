package catalog

import (
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

func TestDefault(t *testing.T) {
	for _, test := range []struct {
		client  string
		kind    model.Kind
		key     string
		version string
		want    string // "" is none
	}{
		{"java", model.Producer, "acks", "2.8", "1"},
		{"java", model.Producer, "acks", "2.8.2", "1"},
		{"java", model.Producer, "acks", "3.0", "all"},
		{"java", model.Producer, "acks", "3.0.0", "all"},
		{"java", model.Producer, "acks", "", "all"},
		{"java", model.Producer, "linger.ms", "3.9.1", "0"},
		{"java", model.Producer, "linger.ms", "4.0", "5"},
		{"java", model.Producer, "enable.idempotence", "2.8", "false"},
		{"java", model.Producer, "enable.idempotence", "3.0.0", "false"},
		{"java", model.Producer, "enable.idempotence", "3.0.1", "true"},
		{"java", model.Producer, "enable.idempotence", "3.0", "true"},
		{"java", model.Producer, "enable.idempotence", "3.1.0", "false"},
		{"java", model.Producer, "enable.idempotence", "3.1", "true"},
		{"java", model.Producer, "enable.idempotence", "", "true"},
		{"java", model.Consumer, "session.timeout.ms", "2.8", "10000"},
		{"java", model.Consumer, "session.timeout.ms", "3.0", "45000"},
		{"java", model.Streams, "replication.factor", "2.8", "1"},
		{"java", model.Streams, "replication.factor", "3.0", "-1"},
		{"java", model.Consumer, "group.id", "", ""},
		{"java", model.Producer, "ssl.endpoint.identification.algorithm", "1.1", ""},
		{"java", model.Producer, "ssl.endpoint.identification.algorithm", "2.0", "https"},
	} {
		version := mustVersion(test.version)
		k := Lookup(test.client, test.kind, test.key)
		if k == nil {
			t.Errorf("%s %s has no key %s", test.client, test.kind, test.key)
			continue
		}
		if got, ok := k.Default(version); got != test.want || ok != (test.want != "") {
			t.Errorf("%s %s %s at %q: default %q, %v; want %q", test.client, test.kind, test.key, test.version, got, ok, test.want)
		}
	}
}
