package parse

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

func lines(t *testing.T, file string) [][]string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for line := range strings.Lines(string(data)) {
		rows = append(rows, strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
	}
	return rows
}

// TestYAML11 checks plain scalars against recorded answers of SnakeYAML.
func TestYAML11(t *testing.T) {
	for _, row := range lines(t, "testdata/spring/yaml11.tsv") {
		if got, _ := yaml11(row[0]); got != row[1] {
			t.Errorf("yaml11(%q) = %q, SnakeYAML makes it %q", row[0], got, row[1])
		}
	}
}

// TestSpringAnswers checks the effective settings against recorded answers of Spring Boot.
func TestSpringAnswers(t *testing.T) {
	type client struct{ file, profiles, role string }
	answers := map[client]map[string]string{}
	refused := map[string]bool{}
	for _, row := range lines(t, "testdata/spring/answers.tsv") {
		if row[2] == "refused" {
			refused[row[0]] = true
			continue
		}
		c := client{row[0], row[1], row[2]}
		if answers[c] == nil {
			answers[c] = map[string]string{}
		}
		answers[c][row[3]] = row[4]
	}
	if len(answers) < 20 {
		t.Fatalf("only %d clients were recorded", len(answers))
	}
	for c, want := range answers {
		t.Run(fmt.Sprint(c), func(t *testing.T) {
			component := springComponent(read(t, "testdata/spring/"+c.file), c.role, strings.ReplaceAll(c.profiles, ",", "&"))
			if component == nil {
				if c.role == "admin" || c.role == "streams" {
					return // nothing is written for it
				}
				t.Fatal("no such component")
			}
			for key, value := range want {
				checkAnswer(t, component, key, value)
			}
			for _, s := range component.Settings {
				if _, ok := want[s.Key]; !ok && !s.IsFact() {
					t.Errorf("%s: Spring Boot sets no such key", s.Key)
				}
			}
		})
	}
	for file := range refused {
		if r := read(t, "testdata/spring/"+file); len(r.Errors) == 0 {
			t.Errorf("%s: Spring Boot refuses it, no error", file)
		}
	}
}

func read(t *testing.T, file string) *Result {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return File(filepath.Base(file), data, Options{})
}

// springComponent finds a client. Profiles that change nothing give no component of
// their own.
func springComponent(r *Result, role, profile string) *model.Component {
	var found *model.Component
	for _, c := range r.Components {
		if c.Anchor == "spring/"+role && found == nil || c.Anchor == "spring/"+role+"@"+profile {
			found = c
		}
	}
	return found
}

// always are the keys that Spring Boot sets whatever is written, to its own or the
// client's defaults.
var always = []string{"bootstrap.servers", "isolation.level", "key.deserializer", "value.deserializer", "key.serializer", "value.serializer"}

func checkAnswer(t *testing.T, c *model.Component, key, want string) {
	s := c.Get(key)
	switch {
	case s == nil && slices.Contains(always, key):
	case s == nil && !has(c.Kind, key):
		// A key of another client that spring.kafka.properties hands to all.
	case s == nil:
		t.Errorf("%s is missing, Spring Boot sets %q", key, want)
	case s.Secret != nil || s.State == model.Unknown:
	default:
		got := s.Value
		if k := catalog.Lookup(c.Client, c.Kind, key); k != nil {
			v, err := k.Parse(s.Value, s.Notation)
			if err != nil {
				t.Errorf("%s: %v", key, err)
			}
			got = fmt.Sprint(v)
		}
		if got = strings.TrimPrefix(got, "file:"); got != want {
			t.Errorf("%s = %q, Spring Boot sets %q", key, got, want)
		}
	}
}

// TestSpringSpans checks that the text at a key's place is the end of the name as it was
// spelled, and that of a value the value, where the reader does not change it.
func TestSpringSpans(t *testing.T) {
	files, _ := filepath.Glob("testdata/spring/*.*")
	n := 0
	for _, file := range files {
		if strings.HasSuffix(file, ".tsv") || strings.HasSuffix(file, ".golden") {
			continue
		}
		r := read(t, file)
		for _, c := range r.Components {
			for _, s := range c.Settings {
				if s.KeySpan.IsZero() || s.Key == "@profile" || s.Key == "@binding.anonymous" {
					continue
				}
				n++
				key := r.File.Text[s.KeySpan.Start.Offset:s.KeySpan.End.Offset]
				if written := strings.SplitN(s.Written, "[", 2)[0]; !strings.HasSuffix(s.Written, key) && !strings.HasPrefix(key, written) &&
					!strings.HasSuffix(written, key) {
					t.Errorf("%s: %q is spelled %q", s.KeySpan, s.Written, key)
				}
			}
		}
	}
	if n < 200 {
		t.Errorf("only %d settings were checked", n)
	}
}

func TestSpringName(t *testing.T) {
	for _, tt := range []struct{ name, want string }{
		{"spring.kafka.bootstrap-servers", "spring kafka bootstrapservers"},
		{"SPRING.Kafka.bootstrap_Servers", "spring kafka bootstrapservers"},
		{"spring.kafka.properties[max.poll.interval.ms]", "spring kafka properties [max.poll.interval.ms]"},
		{"a[0].b[x][1]", "a [0] b x [1]"},
		{"a..b.", "a b"},
		{"a[b", "a b"},
		{"[a]b", "a b"},
		{"a.[[b].c]", "a [[b].c]"},
		{"", ""},
		{"é._", ""},
	} {
		var got []string
		for _, e := range springName(tt.name, model.Span{}) {
			if e.uniform != springUniform(e.text) || e.index {
				got = append(got, "["+e.text+"]")
				continue
			}
			got = append(got, e.uniform)
		}
		if text := strings.Join(got, " "); text != tt.want {
			t.Errorf("springName(%q) = %q, want %q", tt.name, text, tt.want)
		}
	}
}

func TestProfileExpression(t *testing.T) {
	for _, tt := range []struct {
		text   string
		active string
		want   bool
	}{
		{"prod", "prod", true}, {"prod", "dev", false}, {"prod", "", false},
		{"!prod", "dev", true}, {"!prod", "", true}, {"!prod", "prod", false},
		{"prod | eu", "eu", true}, {"prod & eu", "eu", false}, {"prod & eu", "prod eu", true},
		{"(prod | eu) & !test", "eu", true}, {"(prod | eu) & !test", "eu test", false},
		{"!(a | b)", "c", true}, {"!!a", "a", true}, {"default", "", true}, {"default", "dev", false},
		{"", "a", false}, {"(", "a", false}, {")", "a", false}, {"& a", "a", false}, {"a b", "a b", false},
	} {
		if got := parseProfile(tt.text).holds(strings.Fields(tt.active)); got != tt.want {
			t.Errorf("%q under %q = %v, want %v", tt.text, tt.active, got, tt.want)
		}
	}
}

func FuzzProfileExpression(f *testing.F) {
	for _, text := range []string{"prod", "!a & (b | c)", "((", "a|b&c"} {
		f.Add(text, "a")
	}
	f.Fuzz(func(t *testing.T, text, active string) {
		profiles := strings.Fields(active)
		e := parseProfile(text)
		holds := e.holds(profiles)
		if e.holds(profiles) != holds {
			t.Error("an expression changes its mind")
		}
		if negation := parseProfile("!(" + text + ")"); holds && negation.holds(profiles) && strings.Count(text, "(") == strings.Count(text, ")") &&
			!strings.HasPrefix(strings.TrimSpace(text), ")") && len(text) < 40 && len(e.names) == 1 {
			t.Errorf("%q holds, and so does its negation", text)
		}
	})
}

// TestSpringVariants names the components of files in which profiles matter.
func TestSpringVariants(t *testing.T) {
	for _, tt := range []struct{ name, file, text, want string }{
		{"no profile", "application.yml", "spring.kafka.consumer.group-id: a", "consumer full"},
		{"profile that says nothing of Kafka", "application.yml", `
spring.kafka.consumer.group-id: a
---
spring.config.activate.on-profile: prod
server.port: 80
`, "consumer full"},
		{"profile alone", "application.yml", `
server.port: 80
---
spring.profiles: prod
spring.kafka.consumer.group-id: a
`, "consumer@prod full"},
		{"production gives the name", "application.yml", `
spring.kafka.producer.acks: all
---
spring.config.activate.on-profile: [dev, prod]
spring.kafka.producer.acks: 1
`, "producer partial, producer@prod full"},
		{"negation", "application.yml", `
spring.kafka.producer.acks: all
---
spring.config.activate.on-profile: "!prod"
spring.kafka.producer.acks: 1
`, "producer partial, producer@prod full"},
		{"file of a profile", "conf/application-prod.yaml", "spring.kafka.consumer.group-id: a",
			"consumer full < conf/application.yaml#spring/consumer"},
		{"another file", "orders-prod.yml", "spring.kafka.consumer.group-id: a", "consumer full"},
		{"template", "application.yml", "spring.kafka.consumer.group-id: {{ .Values.group }}", "consumer template"},
		{"common only", "application.properties", "spring.kafka.bootstrap-servers=a:9092", "consumer partial, producer partial"},
		{"common and streams", "application.properties", "spring.kafka.bootstrap-servers=a:9092\nspring.kafka.streams.application-id=s", "streams full"},
		{"listener", "application.properties", "spring.kafka.listener.ack-mode=RECORD", "consumer full"},
		{"keys of the application", "application.properties", "spring.kafka.topic=a\nspring.kafka.consumer.topic=b", ""},
		{"empty typed keys", "application.yml", "spring.kafka.consumer:\n  group-id: a\n  max-poll-records:\n  enable-auto-commit: ''", "consumer full"},
		{"not Spring", "values.yml", "kafka:\n  consumer:\n    group-id: a", ""},
		{"binding in a profile's file", "application-x.yml", "spring.cloud.stream:\n  bindings.a-in-0.destination: t\n  kafka.binder.brokers: b",
			"a-in-0 full < application.yml#spring/binding/a-in-0"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, c := range File(tt.file, []byte(tt.text), Options{}).Components {
				if c.Dialect != "spring" {
					continue
				}
				text := strings.TrimPrefix(strings.TrimPrefix(c.Anchor, "spring/"), "binding/") + " " + string(c.Complete)
				if c.Parent != "" {
					text += " < " + c.Parent
				}
				got = append(got, text)
				if c.Get("@binding.anonymous") != nil || c.Get("max.poll.records") != nil {
					t.Errorf("%s: a setting that is not known to be there", c.ID)
				}
			}
			if text := strings.Join(got, ", "); text != tt.want {
				t.Errorf("got %q, want %q", text, tt.want)
			}
		})
	}
}

// TestSpringBounds reads files that are large in every direction.
func TestSpringBounds(t *testing.T) {
	var bindings, profiles strings.Builder
	bindings.WriteString("spring.cloud.stream:\n  kafka.binder.brokers: a\n  bindings:\n")
	for i := range 20000 {
		fmt.Fprintf(&bindings, "    b%d-in-0: {destination: t, group: g}\n", i)
	}
	profiles.WriteString("spring.kafka.consumer.group-id: a\n")
	for i := range 500 {
		fmt.Fprintf(&profiles, "---\nspring.config.activate.on-profile: p%d\nspring.kafka.consumer.max-poll-records: %d\n", i, i)
	}
	for name, tt := range map[string]struct {
		text string
		most int
	}{
		"bindings": {bindings.String(), maxBindings},
		"profiles": {profiles.String(), maxProfiles + 2},
		"list":     {"spring.kafka.bootstrap-servers: [" + strings.Repeat("a:9092, ", 50000) + "]", 2},
		"nesting":  {"spring: {kafka: " + strings.Repeat("{a: ", 300) + strings.Repeat("}", 301), 0},
	} {
		if n := len(File("application.yml", []byte(tt.text), Options{}).Components); n > tt.most {
			t.Errorf("%s: %d components", name, n)
		}
	}
}

// TestSpringSecrets checks that no secret's text leaves the parser.
func TestSpringSecrets(t *testing.T) {
	const secret = "s3cr3t-v4lue"
	text := strings.ReplaceAll(`spring:
  kafka:
    ssl: {key-store-password: SECRET, key-password: SECRET, key-store-key: SECRET}
    jaas.options.password: SECRET
    properties:
      sasl.jaas.config: 'org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="SECRET";'
      schema.registry.url: http://user:SECRET@registry:8081
      basic.auth.user.info: user:SECRET
    consumer.properties: {sasl.oauthbearer.client.credentials.client.secret: SECRET}
  cloud.stream:
    kafka.binder.jaas.options.password: SECRET
    kafka.binder.configuration.ssl.truststore.password: SECRET
    bindings.a-in-0.group: g
`, "SECRET", secret)
	r := File("application.yml", []byte(text), Options{})
	masked := 0
	for _, c := range r.Components {
		for _, s := range c.Settings {
			if strings.Contains(fmt.Sprintf("%+v %+v", s, c.Links), secret) {
				t.Errorf("%s %s holds the secret", c.ID, s.Key)
			}
			if s.Secret != nil {
				masked++
			}
		}
	}
	if masked < 8 {
		t.Errorf("only %d secrets were seen", masked)
	}
}

func TestSpringScalarOfNothing(t *testing.T) {
	for _, n := range []*syntax.Node{nil, {Tag: syntax.Null, Text: "~"}} {
		if got := springScalar(n); got != "" {
			t.Errorf("got %q", got)
		}
	}
}

// TestBindingAcks: what Spring Cloud Stream puts in for acks depends on its release, so
// that nothing is known where nothing is written.
func TestBindingAcks(t *testing.T) {
	for text, want := range map[string]model.State{
		"spring.cloud.stream.bindings.a-out-0.destination=t\nspring.cloud.stream.kafka.binder.brokers=b":       model.Unknown,
		"spring.cloud.stream.bindings.a-out-0.destination=t\nspring.cloud.stream.kafka.binder.required-acks=1": model.Explicit,
		"spring.cloud.stream.kafka.bindings.a-out-0.producer.configuration.acks=all":                           model.Explicit,
		"spring.cloud.stream.kafka.bindings.a-out-0.producer.sync=true\nspring.kafka.producer.acks=all":        model.Explicit,
	} {
		c := File("application.properties", []byte(text), Options{}).Components[0]
		if s := c.Get("acks"); s == nil || s.State != want {
			t.Errorf("%q: %+v, want %s", text, s, want)
		}
	}
}

// TestNegativeDefault: what a shell takes for a sign of the syntax is one of the number to Spring.
func TestNegativeDefault(t *testing.T) {
	spring := File("application.yml", []byte("spring:\n  kafka:\n    producer:\n      acks: ${ACKS:-1}\n"), Options{})
	if got, _ := springComponent(spring, "producer", "").Value("acks"); got != "-1" {
		t.Errorf("Spring: acks is %q", got)
	}
	shell := File("connect.properties", []byte("bootstrap.servers=a:9092\nacks=${ACKS:-1}\nlinger.ms=5\n"), Options{})
	if got, _ := shell.Components[0].Value("acks"); got != "1" {
		t.Errorf("shell: acks is %q", got)
	}
}
