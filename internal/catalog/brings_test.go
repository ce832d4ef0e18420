package catalog

import "testing"

func TestBrings(t *testing.T) {
	for _, test := range []struct{ artifact, version, what, want string }{
		{"spring-boot", "3.2.4", "kafka-clients", "3.6"},
		{"spring-boot", "4.0", "kafka-clients", "4.1"},
		{"spring-boot", "1.5.0", "kafka-clients", ""},
		{"spring-boot", "3.2.4", "librdkafka", ""},
		{"spring-kafka", "3.3.1", "kafka-clients", "3.8"},
		{"quarkus", "3.15.1", "kafka-clients", "3.7"},
		{"quarkus", "3.8.5", "kafka-clients", "3.6"},
		{"quarkus", "3.8.6", "kafka-clients", "3.7"},
		{"quarkus", "3.20.1", "smallrye-reactive-messaging-kafka", "4.27"},
		{"quarkus", "3.20.2", "smallrye-reactive-messaging-kafka", "4.28"},
		{"quarkus", "1.13.0", "kafka-clients", ""},
		{"flink-connector-kafka", "4.0.1", "kafka-clients", "3.9"},
		{"confluent-platform", "7.5.1", "kafka-clients", "3.5"},
		{"node-rdkafka", "2.18.0", "librdkafka", "2.3"},
		{"kafka-javascript", "1.5.0", "librdkafka", "2.11"},
		{"nobody", "1.0", "kafka-clients", ""},
	} {
		version, err := ParseVersion(test.version)
		if err != nil {
			t.Fatal(err)
		}
		if got := Format(Brings(test.artifact, version, test.what)); got != test.want {
			t.Errorf("%s %s brings %s %q, want %q", test.artifact, test.version, test.what, got, test.want)
		}
	}
	if got := Brings("spring-boot", nil, "kafka-clients"); got != nil {
		t.Errorf("an unknown version brings %v", got)
	}
}
