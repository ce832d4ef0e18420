package parse

import "testing"

func TestNames(t *testing.T) {
	const flink, broken = "execution.checkpointing.interval: 10s\n", "a: b: execution.checkpointing.interval\n"
	for _, test := range []struct {
		name, text       string
		components, errs int
	}{
		{"server.properties.tftpl", "process.roles=broker\nnode.id=${id}\nlog.dirs=/data\n", 1, 0},
		{"flink-conf.yaml.j2", flink, 1, 0},
		{"config.yaml", broken, 0, 1},
		{"Dockerfile", broken, 0, 0},
		{"Dockerfile", "apiVersion: v1\n" + broken, 0, 1},
	} {
		r := File(test.name, []byte(test.text), Options{})
		if len(r.Components) != test.components || len(r.Errors) != test.errs {
			t.Errorf("%s: %d components, errors %v", test.name, len(r.Components), r.Errors)
		}
	}
}
