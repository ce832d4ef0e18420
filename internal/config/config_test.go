package config

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/finding"
)

// known are the rules and groups that tests use.
func known(name string) (string, bool) {
	names := []string{"KP002", "producer-acks-one", "producer", "KC001", "consumer"}
	if slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, name) }) {
		return "", true
	}
	return Nearest(name, names), false
}

func mustParse(t *testing.T, text string) *Config {
	t.Helper()
	c, err := Parse(".kcfglint.yaml", text, known)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

const example = `rules:
  KP002: error
  consumer: {level: off}
exclude: [/legacy, testdata, "*.bak", conf/*.old]
versions: {kafka: 3.9, flink: "1.20"}
client: java
require-reason: true
ignore:
  - path: connectors/*.json
    key: acks
    rule: producer
    reason: kept elsewhere
paths:
  - path: /staging
    workload: throughput
    rules: {producer: info}
    require-reason: false
  - path: [staging/eu, local/]
    rules: {kp002: off}
    versions: {broker: 2.8}
    client: librdkafka
    data-class: logs
    ignore:
      - rule: KC001
    mappings:
      - at: a.*.b
        kind: consumer
        keys: {brokers: bootstrap.servers}
mappings:
  - {path: "jobs/*.yaml", kind: producer, client: sarama}
`

func TestFor(t *testing.T) {
	c := mustParse(t, example)
	for _, test := range []struct {
		path   string
		values []string
		levels string // of KP002 and KC001
	}{
		{"a.properties", []string{
			"client=java (.kcfglint.yaml:6)", "require-reason=true (.kcfglint.yaml:7)", "rules.KP002=error (.kcfglint.yaml:2)",
			"rules.consumer=off (.kcfglint.yaml:3)", "versions.flink=1.20 (.kcfglint.yaml:5)", "versions.kafka=3.9 (.kcfglint.yaml:5)",
			"workload=durability (default)",
		}, "error off"},
		{"staging/a.properties", []string{
			"client=java (.kcfglint.yaml:6)", "require-reason=false (.kcfglint.yaml:17)", "rules.KP002=error (.kcfglint.yaml:2)",
			"rules.consumer=off (.kcfglint.yaml:3)", "rules.producer=info (.kcfglint.yaml:16)", "versions.flink=1.20 (.kcfglint.yaml:5)",
			"versions.kafka=3.9 (.kcfglint.yaml:5)", "workload=throughput (.kcfglint.yaml:15)",
		}, "info off"},
		{"staging/eu/x/a.properties", []string{
			"client=librdkafka (.kcfglint.yaml:21)", "data-class=logs (.kcfglint.yaml:22)", "require-reason=false (.kcfglint.yaml:17)",
			"rules.KP002=error (.kcfglint.yaml:2)", "rules.consumer=off (.kcfglint.yaml:3)", "rules.kp002=off (.kcfglint.yaml:19)",
			"rules.producer=info (.kcfglint.yaml:16)", "versions.broker=2.8 (.kcfglint.yaml:20)", "versions.flink=1.20 (.kcfglint.yaml:5)",
			"versions.kafka=3.9 (.kcfglint.yaml:5)", "workload=throughput (.kcfglint.yaml:15)",
		}, "off off"},
	} {
		s := c.For(test.path)
		var values []string
		for _, v := range s.Values {
			values = append(values, fmt.Sprintf("%s=%s (%s)", v.Key, v.Value, v.Origin))
		}
		if !slices.Equal(values, test.values) {
			t.Errorf("%s:\n%s\nwant\n%s", test.path, strings.Join(values, "\n"), strings.Join(test.values, "\n"))
		}
		var levels []string
		for _, names := range [][]string{{"KP002", "producer-acks-one", "producer"}, {"KC001", "auto-commit", "consumer"}} {
			level, ok := s.Level(names...)
			if !ok {
				t.Errorf("%s: %s has no level", test.path, names[0])
			}
			levels = append(levels, level.String())
		}
		if got := strings.Join(levels, " "); got != test.levels {
			t.Errorf("%s: levels %s, want %s", test.path, got, test.levels)
		}
		if c.For(test.path) != s {
			t.Errorf("%s is not cached", test.path)
		}
	}
	if _, ok := c.For("a").Level("KT001", "topic"); ok {
		t.Error("a rule that nothing names has a level")
	}
}

func TestLevelPrecedence(t *testing.T) {
	s := mustParse(t, "rules: {producer: off, KP002: error, producer-acks-one: info}\n").For("a")
	if level, _ := s.Level("KP002", "producer-acks-one", "producer"); level != finding.Error {
		t.Errorf("in one place the id goes first, got %s", level)
	}
	if level, ok := s.Level("KP001", "producer-acks-zero", "producer"); level != finding.Off || !ok {
		t.Errorf("the group counts for its other rules, got %s", level)
	}
}

func TestMentions(t *testing.T) {
	c := mustParse(t, "rules: {KC001: off}\npaths:\n  - {path: a, rules: {producer: info}}\n")
	if !c.Mentions("KP002", "producer") || c.Mentions("KC001", "consumer") || Default().Mentions("KP002") {
		t.Error("Mentions is wrong")
	}
}

func TestVersions(t *testing.T) {
	c := mustParse(t, example)
	describe := func(path string) string {
		var all []string
		for of, v := range c.For(path).Versions {
			all = append(all, fmt.Sprintf("%s %v %s", of, v.Number, v.Evidence))
		}
		slices.Sort(all)
		return strings.Join(all, "\n")
	}
	want := "broker [3 9] versions.kafka at .kcfglint.yaml:5\nclient [3 9] versions.kafka at .kcfglint.yaml:5\n" +
		"connect [3 9] versions.kafka at .kcfglint.yaml:5\nflink [1 20] versions.flink at .kcfglint.yaml:5"
	if got := describe("a"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	// What a version of Kafka says of clients is said of Kafka's own.
	if v := c.For("a").Versions; !v["client"].OfKafka || v["flink"].OfKafka {
		t.Errorf("%+v", v)
	}
	want = "broker [2 8] versions.broker at .kcfglint.yaml:20\nclient [3 9] versions.kafka at .kcfglint.yaml:5\nconnect [3 9] versions.kafka at .kcfglint.yaml:5\n" +
		"flink [1 20] versions.flink at .kcfglint.yaml:5"
	if got := describe("local/a"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestExcluded(t *testing.T) {
	c := mustParse(t, example)
	for path, want := range map[string]bool{
		"legacy": true, "legacy/a/b.properties": true, "legacy.properties": false, "x/legacy/a": false,
		"x/y/testdata": true, "testdata/a": true, "a.bak": true, "x/a.bak": true, "a": false,
		"conf/a.old": true, "x/conf/a.old": false, "conf/x/a.old": false,
	} {
		if got := c.Excluded(path); got != want {
			t.Errorf("Excluded(%q) = %v", path, got)
		}
	}
	if Default().Excluded("a") {
		t.Error("the default excludes something")
	}
}

func TestMatch(t *testing.T) {
	for _, test := range []struct {
		glob, path string
		want       bool
	}{
		{"./conf/", "conf/a", true}, {"./conf", "x/conf/a", false}, {"/conf", "conf/a", true}, {"/conf", "x/conf", false},
		{"conf", "x/conf/y", true}, {"conf/", "x/conf/y", true}, {"conf", "x/conf.d", false}, {".", "a/b", true}, {"/", "a", true},
		{"{a,b}/*.{yml,yaml}", "b/c.yml", true}, {"{a,b}/*.{yml,yaml}", "x/b/c.yml", false}, {"**/b/*.yml", "x/b/c.yml", true},
		{"a/**/z", "a/z", true}, {"a/*", "a/b/c", true}, {"a?", "ab", true}, {"a?", "abc", false}, {"*", "a/b", true}, {"a", "A", false},
	} {
		if got := Match(test.glob, test.path); got != test.want {
			t.Errorf("Match(%q, %q) = %v", test.glob, test.path, got)
		}
		if got := mustParse(t, fmt.Sprintf("exclude: %q\n", test.glob)).Excluded(test.path); got != test.want {
			t.Errorf("exclude: %q, %q: %v", test.glob, test.path, got)
		}
	}
}

func TestMappings(t *testing.T) {
	c := mustParse(t, example)
	show := func(path string) string {
		var all []string
		for _, m := range c.Mappings(path) {
			all = append(all, fmt.Sprintf("%q %s %s %v %d", m.Path, m.Kind, m.Client, m.Keys, m.Span.Start.Line))
		}
		return strings.Join(all, ", ")
	}
	for path, want := range map[string]string{
		"jobs/a.yaml":       `"" producer sarama map[] 30`,
		"jobs/b/a.yaml":     "",
		"jobs/local/a.yaml": `"a.*.b" consumer java map[brokers:bootstrap.servers] 26`,
	} {
		if got := show(path); got != want {
			t.Errorf("Mappings(%q) = %s, want %s", path, got, want)
		}
	}
}

func TestIgnores(t *testing.T) {
	all := mustParse(t, example).Ignores()
	if len(all) != 2 {
		t.Fatalf("%d entries", len(all))
	}
	first, second := all[0], all[1]
	if first.Key != "acks" || first.Rule != "producer" || first.Reason != "kept elsewhere" || first.Span.Start.Line != 11 || first.Span.File != ".kcfglint.yaml" {
		t.Errorf("%+v", first)
	}
	if second.Key != "" || second.Rule != "KC001" || second.Reason != "" {
		t.Errorf("%+v", second)
	}
	for path, want := range map[string][2]bool{
		"connectors/a.json": {true, false}, "connectors/a/a.json": {false, false}, "staging/eu/a": {false, true}, "x/local/y": {false, true},
	} {
		if got := [2]bool{first.Match(path), second.Match(path)}; got != want {
			t.Errorf("Match(%q) = %v", path, got)
		}
	}
}

// TestAliasesAreCounted: a small file must not stand for a large one.
func TestAliasesAreCounted(t *testing.T) {
	many := func(item string) string { return "[" + strings.Repeat(item+", ", 5000) + "]" }
	text := "ignore: &i\n  - &e {path: a, rule: KP002}\npaths:\n  - &p\n    path: a\n    ignore: " + many("*e") +
		"\n  - path: b\n    ignore: *i\n" + strings.Repeat("  - *p\n", 5000)
	if _, err := Parse("c.yaml", text, known); err == nil || !strings.HasPrefix(err.Error(), "c.yaml:") || strings.Count(err.Error(), "\n") > 0 {
		t.Errorf("error is %.300v", err)
	}
}

func TestAnchorsAndEmpty(t *testing.T) {
	c := mustParse(t, "paths:\n  - &a\n    path: x\n    client: java\n  - <<: *a\n    path: y\n    client: kafkajs\n")
	if x, y := c.For("x").Client, c.For("y").Client; x != "java" || y != "kafkajs" {
		t.Errorf("x is for %s, y for %s", x, y)
	}
	for _, text := range []string{"", "# nothing\n", "\ufeffrules:\npaths:\nexclude: []\nignore:\nmappings:\nversions:\n", "---\n"} {
		if c := mustParse(t, text); len(c.For("a").Values) != 1 || c.Excluded("a") {
			t.Errorf("%q is not the default", text)
		}
	}
}

func TestFindAndLoad(t *testing.T) {
	root := t.TempDir()
	write := func(name, text string) string {
		file := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	outside := write(".kcfglint.yaml", "client: java\n")
	write("repo/.git/HEAD", "")
	write("repo/a/b/x", "")
	find := func(dir string) string { return Find(filepath.Join(root, dir)) }
	if got := find("repo/a/b"); got != "" {
		t.Errorf("found %s, which is outside the repository", got)
	}
	if got := Find(root); got != outside {
		t.Errorf("found %q, want %q", got, outside)
	}
	upper := write("repo/.kcfglint.yml", "exclude: a/b\npaths: [{path: c, client: java}]\n")
	lower := write("repo/a/.kcfglint.yaml", "exclude: /b\npaths: [{path: /c, client: java}]\n")
	if got := find("repo/a/b"); got != lower {
		t.Errorf("found %q, want %q", got, lower)
	}
	if got := find("repo"); got != upper {
		t.Errorf("found %q, want %q", got, upper)
	}

	c, err := Load(lower, known)
	if err != nil {
		t.Fatal(err)
	}
	if !c.Excluded("a/b/x") || c.Excluded("b/x") || c.For("a/c/x").Client != "java" || c.For("c/x").Client != "" {
		t.Error("globs are not relative to the folder of the file")
	}
	if got := c.Folder(); got != "a" {
		t.Errorf("the folder is %q", got)
	}
	if c, err = Load(upper, known); err != nil || !c.Excluded("a/b/x") || c.Folder() != "" {
		t.Errorf("the file of the root: %v", err)
	}

	if _, err := Load(filepath.Join(root, "missing.yaml"), known); err == nil {
		t.Error("a file that does not exist is loaded")
	}
	large := write("large.yaml", "# "+strings.Repeat("x", maxSize)+"\n")
	if _, err := Load(large, known); err == nil {
		t.Error("a file without end is loaded")
	}
}

// TestNameIsRelative: positions name the file as findings name files.
func TestNameIsRelative(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	if err := os.WriteFile("c.yaml", []byte("nonsense: 1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Load(filepath.Join(dir, "c.yaml"), known)
	if err == nil || !strings.HasPrefix(err.Error(), "c.yaml:1:1: ") {
		t.Errorf("error is %v", err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(example)
	f.Add(Template)
	f.Add("rules: {a: {b: c}}\npaths: [1, {path: [[]]}]\n? [a]\n: b\n")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := Parse("c.yaml", text, known)
		if err != nil {
			for line := range strings.SplitSeq(err.Error(), "\n") {
				if !strings.HasPrefix(line, "c.yaml:") {
					t.Fatalf("an error without a place: %q", line)
				}
			}
			return
		}
		s := c.For("a/b.yaml")
		for _, v := range s.Values {
			if v.Origin != "default" && !strings.HasPrefix(v.Origin, "c.yaml:") {
				t.Fatalf("%+v comes from nowhere", v)
			}
		}
		c.Mappings("a/b.yaml")
		for _, i := range c.Ignores() {
			if i.Match("a/b.yaml"); i.Span.IsZero() || i.Rule == "" {
				t.Fatalf("%+v is incomplete", i)
			}
		}
	})
}
