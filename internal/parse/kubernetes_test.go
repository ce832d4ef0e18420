package parse

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

// summary lists components with their settings, one a line:
// kind anchor completeness key=value@line:column ...
func summary(r *Result) string {
	var b strings.Builder
	for _, c := range r.Components {
		fmt.Fprintf(&b, "%s %s %s", c.Kind, c.Anchor, c.Complete)
		if c.Heuristic {
			b.WriteString(" heuristic")
		}
		for _, s := range c.Settings {
			if s.IsFact() {
				continue
			}
			value := s.Value
			switch {
			case s.Secret != nil:
				value = "****"
			case s.State == model.Unknown:
				value = "?"
			}
			fmt.Fprintf(&b, " %s=%s@%d:%d", s.Key, value, s.ValueSpan.Start.Line, s.ValueSpan.Start.Column)
		}
		b.WriteString("\n")
	}
	for _, e := range r.Errors {
		fmt.Fprintf(&b, "error %d:%d %s\n", e.Span.Start.Line, e.Span.Start.Column, e.Message)
	}
	return b.String()
}

const configMap = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: app\ndata:\n"

func TestKubernetes(t *testing.T) {
	encoded := base64.StdEncoding.EncodeToString([]byte("bootstrap.servers=k:9092\nacks=1\nlinger.ms=5\nssl.key.password=x\nother.thing=y\n"))
	for _, test := range []struct{ name, text, want string }{
		{"file", configMap + "  producer.properties: |\n    bootstrap.servers=k:9092\n    acks=1\n    linger.ms=5\n",
			"producer ConfigMap/app/producer.properties full bootstrap.servers=k:9092@7:23 acks=1@8:10 linger.ms=5@9:15\n"},
		{"file in quotes", configMap + "  producer.properties: \"acks=1\\nlinger.ms=5\\nbootstrap.servers=k:9092\\n\"\n",
			"producer ConfigMap/app/producer.properties full acks=1@6:30 linger.ms=5@6:43 bootstrap.servers=k:9092@6:64\n"},
		{"file of one line in quotes", configMap + "  a.properties: \"acks=1\\nkey.serializer=x\"\n",
			"producer ConfigMap/app/a.properties full acks=1@6:23 key.serializer=x@6:41\n"},
		{"content without a file name", configMap + "  client: |\n    bootstrap.servers=k:9092\n    acks=1\n    linger.ms=5\n",
			"producer ConfigMap/app/client full bootstrap.servers=k:9092@7:23 acks=1@8:10 linger.ms=5@9:15\n"},
		{"several documents", configMap + "  a.properties: |\n    acks=1\n    linger.ms=5\n---\n" + configMap + "  a.properties: |\n    acks=0\n    linger.ms=5\n",
			"producer ConfigMap/app/a.properties full acks=1@7:10 linger.ms=5@8:15\n" +
				"producer ConfigMap/app/a.properties~2 full acks=0@16:10 linger.ms=5@17:15\n"},
		{"JSON", `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"app"},"data":{"a.properties":"acks=1\nlinger.ms=5\n"}}`,
			"producer ConfigMap/app/a.properties full acks=1@1:94 linger.ms=5@1:107\n"},
		{"list", "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: a}\n  data:\n    a.properties: |\n      acks=1\n      linger.ms=5\n" +
			"- apiVersion: v1\n  kind: Secret\n  metadata: {name: b}\n  stringData: {b.properties: \"acks=0\\nlinger.ms=5\"}\n",
			"producer ConfigMap/a/a.properties full acks=1@9:12 linger.ms=5@10:17\n" +
				"producer Secret/b/b.properties full acks=0@14:36 linger.ms=5@14:49\n"},
		{"binaryData", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app}\nbinaryData:\n  a.properties: " + encoded + "\n",
			"producer ConfigMap/app/a.properties full bootstrap.servers=k:9092@5:17 acks=1@5:17 linger.ms=5@5:17 ssl.key.password=****@5:17 other.thing=y@5:17\n"},
		{"Secret", "apiVersion: v1\nkind: Secret\nmetadata: {name: app}\ndata:\n  a.properties: " + encoded + "\n  b: " + encoded + "\n  c.properties: '!'\n",
			"producer Secret/app/a.properties full bootstrap.servers=k:9092@5:17 acks=1@5:17 linger.ms=5@5:17 ssl.key.password=****@5:17 other.thing=y@5:17\n"},
		{"settings as entries", configMap + "  bootstrap.servers: k:9092\n  acks: \"1\"\n  linger.ms: \"5\"\n  log.level: INFO\n",
			"producer ConfigMap/app partial bootstrap.servers=k:9092@6:22 acks=1@7:10 linger.ms=5@8:15\n"},
		{"settings of several clients", configMap + "  bootstrap.servers: k:9092\n  producer.acks: \"1\"\n  consumer.group.id: g\n",
			"producer ConfigMap/app/producer partial bootstrap.servers=k:9092@6:22 acks=1@7:19\n" +
				"consumer ConfigMap/app/consumer partial bootstrap.servers=k:9092@6:22 group.id=g@8:22\n"},
		{"variables", configMap + "  BOOTSTRAP_SERVERS: k:9092\n  TOPIC: t\n  ACKS: \"1\"\n", ""},
		{"a setting alone", configMap + "  batch.size: \"100\"\n  max.retries: \"3\"\n", ""},
		{"example of Knative", configMap + "  _example: |\n    acks=1\n    linger.ms=5\n", ""},
		{"other file", configMap + "  log4j.properties: |\n    log4j.rootLogger=INFO\n", ""},
		{"name from a template", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\ndata:\n  a.properties: |\n    acks=1\n    linger.ms=5\n",
			"producer ConfigMap/a.properties template acks=1@7:10 linger.ms=5@8:15\n"},
		{"other kind", "apiVersion: apps/v1\nkind: Deployment\ndata:\n  a.properties: |\n    acks=1\n    linger.ms=5\n", ""},
		{"no data", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n", ""},
		{"odd values", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: [a]}\ndata: {a.properties: [], b.properties: , c: 1}\n", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := File("k8s/app.yaml", []byte(test.text), Options{})
			if got := summary(r); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
		})
	}
}

func secretFile(key, encoded string) *Result {
	return File("s.yaml", []byte("apiVersion: v1\nkind: Secret\nmetadata: {name: app}\ndata:\n  "+key+": "+encoded+"\n"), Options{})
}

// What is encoded in a Secret must not be shown, not even as it is encoded.
func TestKubernetesEncodedIsHidden(t *testing.T) {
	text := base64.StdEncoding.EncodeToString([]byte("bootstrap.servers=k:9092\nacks=1\nlinger.ms=5\nmy.own.pass=x\n"))
	r := secretFile("a.properties", text)
	if len(r.Components) != 1 {
		t.Fatal(summary(r))
	}
	hidden := false
	for _, s := range r.Components[0].Settings {
		span := s.ValueSpan
		if r.File.Text[span.Start.Offset:span.End.Offset] != text {
			t.Errorf("%s is at %v", s.Key, span)
		}
		hidden = hidden || s.Secret != nil
	}
	if !hidden {
		t.Error("nothing says that the entry is secret")
	}
	broken := base64.StdEncoding.EncodeToString([]byte(`{"connector.class": "x", "password": "very secret" "a": 1}`))
	r = secretFile("a.json", broken)
	for _, e := range r.Errors {
		if e.Span.Start.Line == 5 {
			t.Errorf("an error shows the entry: %v", e)
		}
	}
	if len(r.Errors) == 0 {
		t.Error("no error for what does not parse")
	}
}
