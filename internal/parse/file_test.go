package parse

import (
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

// What stands in the branches of a template's conditions is known, what else may be set is not.
func TestTemplateOfProperties(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"server.properties.j2", "{% for b in brokers %}\nprocess.roles=broker\n{%- if b.id -%}\nnode.id={{ b.id }}\n{% endif %}\n{# c #}\nlog.dirs=/data\n{% endfor %}\n",
			"broker template process.roles=broker node.id=? log.dirs=/data"},
		{"server.properties.tftpl", "process.roles=broker\n%{ for l in listeners ~}\nlisteners=${l}\n%{ endfor ~}\n", "broker template process.roles=broker listeners=?"},
		{"server.properties.erb", "process.roles=broker\nlog.dirs=/data\n<% if @id %>\nnode.id=1\n<% end %>\n", "broker template process.roles=broker log.dirs=/data node.id=1"},
		{"_helpers.tpl", "{{- define \"broker\" -}}\nprocess.roles=broker\nnode.id=1\nlog.dirs=/data\n{{- end -}}\n", ""},
		{"server.properties.tmpl", "process.roles=broker\nnode.id={{ .id }}\nlog.dirs=/data\n", "broker full process.roles=broker node.id=? log.dirs=/data"},
	} {
		r := File(test.name, []byte(test.text), Options{})
		var got []string
		for _, c := range r.Components {
			got = append(got, string(c.Kind), string(c.Complete))
			for _, s := range c.Settings {
				if s.State == model.Unknown {
					s.Value = "?"
				}
				got = append(got, s.Key+"="+s.Value)
			}
		}
		if text := strings.Join(got, " "); text != test.want {
			t.Errorf("%s: got %s\nwant %s", test.name, text, test.want)
		}
	}
}

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
