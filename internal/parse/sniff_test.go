package parse

import (
	"slices"
	"testing"
)

func TestSniff(t *testing.T) {
	tests := []struct {
		name, text string
		want       []Grammar
	}{
		{"properties", "bootstrap.servers=kafka:9092\nacks=all\n", []Grammar{Properties}},
		{"a value that is filled in", "bootstrap.servers={{ brokers }}\nsasl.username = {{ user }}\n", []Grammar{Properties}},
		{"lines of a template", "{% for k in keys %}\nbootstrap.servers=kafka:9092\n{% endfor %}\nacks={%- if safe %}all{% endif %}\n", []Grammar{Properties}},
		{"block of HOCON", "akka.kafka.producer {\n  kafka-clients {\n    acks = all\n  }\n}\nname = orders\n", nil},
		{"block of HOCON on one line", "kafka-clients = { acks = all }\nname = orders\n", nil},
		{"list of HOCON", "bootstrap.servers = [\"kafka:9092\"]\nname = orders\n", nil},
		{"quoted values of HOCON", "bootstrap.servers = \"kafka:9092\"\nacks = \"all\"\n", nil},
		{"JSON", "{\n  \"acks\": \"all\"\n}\n", []Grammar{JSON}},
		{"manifest", "apiVersion: v1\nkind: ConfigMap\n", []Grammar{YAML}},
		{"SQL", "SET 'execution.checkpointing.interval' = '60s';\n", []Grammar{SQL}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := sniff(test.text); !slices.Equal(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}
