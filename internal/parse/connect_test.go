package parse

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

// TestConnectRecognition names the components, or why there are none, of small files.
func TestConnectRecognition(t *testing.T) {
	const rest = `{"name": "n", "config": {"connector.class": %q%s}}`
	for _, tt := range []struct{ name, file, text, want string }{
		{"sink by class", "c.json", fmt.Sprintf(rest, "io.confluent.connect.s3.S3SinkConnector", ""), "sink-connector full"},
		{"source by class", "c.json", fmt.Sprintf(rest, "FileStreamSource", ""), "source-connector full"},
		{"sink of a source's package", "c.json", fmt.Sprintf(rest, "io.debezium.connector.jdbc.JdbcSinkConnector", ""), "sink-connector full"},
		{"source by package", "c.json", fmt.Sprintf(rest, "io.debezium.connector.mysql.MySqlConnector", ""), "source-connector full"},
		{"a source with topics", "c.json", fmt.Sprintf(rest, "com.example.XSource", `, "topics": "a"`), "source-connector full"},
		{"sink by topics", "c.json", fmt.Sprintf(rest, "com.example.X", `, "topics": "a"`), "sink-connector full"},
		{"source without topics", "c.json", fmt.Sprintf(rest, "com.example.X", ""), "source-connector full"},
		{"unknown class", "c.json", fmt.Sprintf(rest, "${CLASS}", `, "topics": "a"`), "sink-connector partial"},
		{"answer of the REST interface", "c.json", `{"name": "n", "config": {"connector.class": "FileStreamSource"}, "tasks": [], "type": "source"}`, "source-connector full"},
		{"step of a pipeline", "c.yaml", "- type: kafka-sink-connector\n  name: n\n  config: {connector.class: FileStreamSink}\n", "sink-connector partial"},
		{"Confluent Cloud", "c.json", fmt.Sprintf(rest, "S3_SINK", `, "kafka.api.key": "k"`), "sink-connector partial"},
		{"template", "c.json", `{"connector.class": "FileStreamSink", "topics": "{{ topics }}"}`, "sink-connector template"},
		{"piece without braces", "c.json", "\"connector.class\": \"STRING\",\n\"tasks.max\": \"INT\",\n", "error 1"},
		{"broken off", "c.json", "{\"name\": \"n\",\n \"config\": {\"connector.class\": \"FileStreamSink\"", "sink-connector full, error 2"},
		{"comma at the end", "c.json", "{\"connector.class\": \"FileStreamSink\",\n\"topics\": \"a,b\",\n}", "sink-connector full, error 2"},
		{"comment", "c.json", "{\"connector.class\": \"FileStreamSink\" // a sink\n}", "sink-connector full, error 1"},
		{"map as a value", "c.json", "{\"connector.class\": \"FileStreamSink\",\n\"a\": {\"b\": \"c\"}}", "sink-connector full, error 2"},
		{"class that is no text", "c.json", `{"connector.class": ["FileStreamSink"]}`, ""},
		{"package.json", "package.json", `{"name": "app", "config": {"port": "8080"}, "dependencies": {"kafkajs": "^2.2.4"}}`, ""},
		{"schema", "order.avsc.json", `{"type": "record", "name": "Order", "fields": [{"name": "topics", "type": "string"}]}`, ""},
		{"dashboard", "d.json", `{"panels": [{"title": "connector.class"}]}`, ""},
		{"scalar", "c.json", `"connector.class"`, ""},
		{"empty list", "c.json", `[]`, ""},
		{"flat file", "c.properties", "name=n\nconnector.class=FileStreamSink\ntopics=a", "sink-connector full"},
		{"distributed worker", "w.properties", "bootstrap.servers=a:9092\ngroup.id=g\nkey.converter=K\nvalue.converter=V\n" +
			"config.storage.topic=c\noffset.storage.topic=o\nstatus.storage.topic=s", "connect-worker full"},
		{"standalone worker", "w.properties", "bootstrap.servers=a:9092\nkey.converter=K\nvalue.converter=V\noffset.storage.file.filename=f", "connect-worker full"},
		{"part of a worker", "w.properties", "config.storage.topic=c\noffset.storage.topic=o", "connect-worker partial"},
		{"worker with clients", "w.properties", "key.converter=K\nconfig.storage.topic=c\nproducer.acks=all\nadmin.retries=1",
			"connect-worker partial, producer partial, admin partial"},
		{"MirrorMaker", "mm2.properties", "clusters=a, b\na->b.enabled=true\nconfig.storage.topic=c\noffset.storage.topic=o", ""},
		{"MirrorMaker without clusters", "mm2.properties", "a->b.enabled=true\nconfig.storage.topic=c\noffset.storage.topic=o", ""},
		{"a converter alone", "c.properties", "key.converter=K\nvalue.converter=V", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := File(tt.file, []byte(tt.text), Options{})
			var got []string
			for _, c := range r.Components {
				if c.Dialect == "connect" {
					got = append(got, string(c.Kind)+" "+string(c.Complete))
				}
			}
			for _, e := range r.Errors {
				got = append(got, fmt.Sprintf("error %d", e.Span.Start.Line))
			}
			if text := strings.Join(got, ", "); text != tt.want {
				t.Errorf("got %q, want %q", text, tt.want)
			}
		})
	}
}

// TestConnectLinks checks the names on which connectors and workers are joined.
func TestConnectLinks(t *testing.T) {
	for _, tt := range []struct {
		text string
		want model.Links
	}{
		{"name=n\nconnector.class=FileStreamSink\ntopics= a , b,,${C}", model.Links{Topics: []string{"a", "b"}, Group: "connect-n"}},
		{"name=n\nconnector.class=FileStreamSink\ntopics= a , b,", model.Links{Topics: []string{"a", "b"}, Group: "connect-n"}},
		{"name=${N}\nconnector.class=FileStreamSink\ntopics.regex=a.*", model.Links{TopicPattern: "a.*"}},
		{"name=n\nconnector.class=FileStreamSink\nconsumer.override.group.id=g", model.Links{Group: "g"}},
		{"name=n\nconnector.class=FileStreamSink\nconsumer.override.group.id=${G}", model.Links{}},
		{"name=n\nconnector.class=DatagenConnectorSource\nkafka.topic=t\ntopic=not-a-kafka-topic", model.Links{Topics: []string{"t"}}},
		{"config.storage.topic=c\noffset.storage.topic=${O}\nstatus.storage.topic=s\nbootstrap.servers=B:9092",
			model.Links{InternalTopics: []string{"c", "s"}, Cluster: "b:9092"}},
	} {
		components := File("c.properties", []byte(tt.text), Options{}).Components
		if len(components) == 0 {
			t.Errorf("%q: nothing was recognised", tt.text)
			continue
		}
		if got := fmt.Sprint(components[0].Links); got != fmt.Sprint(tt.want) {
			t.Errorf("%q: %v, want %v", tt.text, got, tt.want)
		}
	}
}

// TestConnectValues checks that values are texts as Connect's REST interface makes them.
func TestConnectValues(t *testing.T) {
	r := File("c.json", []byte(`{"connector.class": "FileStreamSource", "a": 1.50, "b": true, "c": 1e3, "d": null, "e": "\u00e9", "f": "", "a": 2}`), Options{})
	if len(r.Components) != 1 {
		t.Fatalf("%d components", len(r.Components))
	}
	var got []string
	for _, s := range r.Components[0].Settings[1:] {
		got = append(got, fmt.Sprintf("%s=%s %v", s.Key, s.Value, s.Effective))
	}
	if text := strings.Join(got, ", "); text != "a=1.50 false, b=true true, c=1e3 true, e=é true, f= true, a=2 true" {
		t.Errorf("got %s", text)
	}
}

// TestCorpusSpringConnect reads the files of a collection, if there is one: each is
// recognised, left alone for a reason, or fails at a place.
func TestCorpusSpringConnect(t *testing.T) {
	corpus := os.Getenv("KCFGLINT_CORPUS")
	if corpus == "" {
		t.Skip("KCFGLINT_CORPUS is not set")
	}
	for _, folder := range []string{"spring-yaml", "spring-properties", "connector-json", "properties-connect"} {
		files, err := filepath.Glob(filepath.Join(corpus, folder, "*"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: no files: %v", folder, err)
		}
		recognised, failed, skipped, components, settings := 0, 0, 0, 0, 0
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			// The folder's names have the path in them, which is no profile.
			name := file[strings.LastIndex(file, "__")+2:]
			r := File(name, data, Options{})
			switch {
			case len(r.Components) > 0:
				recognised++
			case len(r.Errors) > 0:
				failed++
			case r.Reason != "":
				skipped++
				t.Logf("%s: %s", filepath.Base(file), r.Reason)
			default:
				t.Errorf("%s: neither recognised nor a reason", file)
			}
			for _, e := range r.Errors {
				if e.Span.IsZero() {
					t.Errorf("%s: an error without a place: %s", file, e.Message)
				}
			}
			components += len(r.Components)
			for _, c := range r.Components {
				settings += len(c.Settings)
				checkPlaces(t, r, c)
			}
		}
		t.Logf("%s: %d files, %d recognised, %d failed, %d skipped, %d components, %d settings",
			folder, len(files), recognised, failed, skipped, components, settings)
	}
}

// checkPlaces checks that a component and its settings stand where they say.
func checkPlaces(t *testing.T, r *Result, c *model.Component) {
	t.Helper()
	if c.Span.IsZero() {
		t.Errorf("%s: has no place", c.ID)
	}
	for _, s := range c.Settings {
		if s.KeySpan.IsZero() {
			continue
		}
		key := r.File.Text[s.KeySpan.Start.Offset:s.KeySpan.End.Offset]
		if key == "" || s.KeySpan.End.Offset > len(r.File.Text) || s.ValueSpan.End.Offset > len(r.File.Text) {
			t.Errorf("%s: %q stands nowhere", s.KeySpan, s.Written)
		}
		if c.Dialect == "connect" && key != s.Written {
			t.Errorf("%s: %q is spelled %q", s.KeySpan, s.Written, key)
		}
		value := r.File.Text[s.ValueSpan.Start.Offset:s.ValueSpan.End.Offset]
		if c.Dialect == "connect" && s.Secret == nil && !s.FromDefault && !strings.Contains(s.Value, "****") && !strings.ContainsAny(value, `\@`) && value != s.Value {
			t.Errorf("%s: %q is written %q", s.ValueSpan, s.Value, value)
		}
	}
}
