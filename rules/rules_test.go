package rules_test

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/config"
	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/lint"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/rules"
)

// TestExamples runs every rule on its bad and good files through the real pipeline: it
// must fire at each line that a bad file marks, nowhere else, and not on a good file.
//
// A mark is a comment "expect: KP002" behind the line or above it: then the next line
// counts that is neither blank nor a comment. A file without comments has its marks in a
// file beside it, bad.json.expect, as lines "LINE RULE". A comment "kcfglint-test:
// kafka-version=2.8 broker-version=2.3 flink-version=1.17 kafka-connector-version=3.1
// client=librdkafka" sets flags and versions; of Kafka's, what stands further behind counts. With workload=latency and the
// like, the rules run that do without being asked for.
func TestExamples(t *testing.T) {
	all, err := rules.All()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) == 0 {
		t.Fatal("no rules")
	}
	for _, r := range all {
		t.Run(r.ID, func(t *testing.T) {
			t.Parallel()
			bad, good := cases(t, filepath.Dir(filepath.FromSlash(r.Path)))
			if len(bad) == 0 || len(good) == 0 {
				t.Fatalf("%s needs bad and good files", r.Name)
			}
			for _, c := range bad {
				t.Run(filepath.Base(c), func(t *testing.T) { example(t, r.ID, c, true) })
			}
			for _, c := range good {
				t.Run(filepath.Base(c), func(t *testing.T) { example(t, r.ID, c, false) })
			}
		})
	}
}

// cases returns the bad and good files of a rule's folder; a folder is one case.
func cases(t *testing.T, dir string) (bad, good []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		switch name := e.Name(); {
		case strings.HasSuffix(name, ".expect"):
		case strings.HasPrefix(name, "bad"):
			bad = append(bad, filepath.Join(dir, name))
		case strings.HasPrefix(name, "good"):
			good = append(good, filepath.Join(dir, name))
		}
	}
	return bad, good
}

// example lints one case in a folder of its own, so that nothing of the repository is
// its context.
func example(t *testing.T, rule, path string, bad bool) {
	t.Helper()
	dir := t.TempDir()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.IsDir() {
		if err := os.CopyFS(dir, os.DirFS(path)); err != nil {
			t.Fatal(err)
		}
	} else {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, fixtureName(filepath.Base(path))), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	opts := lint.Options{Dir: dir, Select: []string{rule}, NoSuppress: true, Versions: map[string]model.Version{}}
	want := expectations(t, path, &opts)
	result, err := lint.Run(context.Background(), opts)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range result.Errors {
		t.Error(e)
	}
	if result.Summary.Components == 0 {
		t.Fatalf("nothing was recognised: %+v", result.Files)
	}
	if bad && len(want[rule]) == 0 {
		t.Fatalf("marks no line for %s", rule)
	}
	got := make(map[string]bool)
	for _, f := range result.Findings {
		if f.Rule == rule {
			got[place(f)] = true
		}
	}
	if !bad {
		clear(want)
	}
	for at := range want[rule] {
		if !got[at] {
			t.Errorf("%s does not fire at %s; it fires at %v", rule, at, slices.Sorted(maps.Keys(got)))
		}
	}
	for _, f := range result.Findings {
		if f.Rule == rule && !want[rule][place(f)] {
			t.Errorf("%s fires at %s: %s", rule, place(f), f.Message)
		}
	}
}

// fixtureName is the name under which an example is read: "bad-application.yml" is an
// application.yml, as the name of a Spring file matters.
func fixtureName(base string) string {
	for _, prefix := range []string{"bad-", "good-"} {
		if rest, ok := strings.CutPrefix(base, prefix); ok && strings.Contains(rest, "application") {
			return rest[strings.Index(rest, "application"):]
		}
	}
	return base
}

func place(f finding.Finding) string { return fmt.Sprintf("%s:%d", f.File, f.Start.Line) }

var (
	mark      = regexp.MustCompile(`(?:#|//|--|!)\s*expect:\s*([A-Z0-9 ,]+)`)
	comment   = regexp.MustCompile(`^\s*(?:#|//|--|!)`)
	directive = regexp.MustCompile(`kcfglint-test:\s*(.*)`)
)

// expectations reads the marks of a case, as rule -> "file:line", and applies its directives.
func expectations(t *testing.T, path string, opts *lint.Options) map[string]map[string]bool {
	t.Helper()
	want := make(map[string]map[string]bool)
	expect := func(rules, file string, line int) {
		for _, id := range strings.FieldsFunc(rules, func(r rune) bool { return r == ' ' || r == ',' }) {
			if want[id] == nil {
				want[id] = make(map[string]bool)
			}
			want[id][fmt.Sprintf("%s:%d", file, line)] = true
		}
	}
	err := filepath.Walk(path, func(p string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		text, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(path, p)
		if name == "." {
			name = fixtureName(filepath.Base(p))
		}
		name = filepath.ToSlash(name)
		if of, ok := strings.CutSuffix(name, ".expect"); ok {
			sidecar(t, string(text), func(rule string, line int) { expect(rule, of, line) })
			return nil
		}
		lines := strings.Split(string(text), "\n")
		for i, line := range lines {
			if m := directive.FindStringSubmatch(line); m != nil {
				apply(t, m[1], opts)
			}
			m := mark.FindStringSubmatch(line)
			if m == nil {
				continue
			}
			at := i
			if comment.MatchString(line) {
				for at++; at < len(lines) && (strings.TrimSpace(lines[at]) == "" || comment.MatchString(lines[at])); at++ {
				}
			}
			expect(m[1], name, at+1)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(path + ".expect"); err == nil {
		sidecar(t, string(text), func(rule string, line int) { expect(rule, fixtureName(filepath.Base(path)), line) })
	}
	return want
}

func sidecar(t *testing.T, text string, expect func(rule string, line int)) {
	t.Helper()
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) == "" || comment.MatchString(line) {
			if m := directive.FindStringSubmatch(line); m != nil {
				t.Fatal("directives of a file without comments are not supported")
			}
			continue
		}
		number, id, _ := strings.Cut(strings.TrimSpace(line), " ")
		n, err := strconv.Atoi(number)
		if err != nil {
			t.Fatalf("expectation %q: %v", line, err)
		}
		expect(id, n)
	}
}

// apply sets the flags of a directive.
func apply(t *testing.T, text string, opts *lint.Options) {
	t.Helper()
	for _, field := range strings.Fields(text) {
		name, value, _ := strings.Cut(field, "=")
		switch name {
		case "client":
			opts.Client = value
		case "workload":
			cfg, err := config.Parse(".kcfglint.yaml", "workload: "+value+"\n", lint.Known)
			if err != nil {
				t.Fatal(err)
			}
			opts.Config, opts.Select = cfg, nil
		case "kafka-version", "broker-version", "flink-version", "kafka-connector-version":
			number, err := catalog.ParseVersion(value)
			if err != nil {
				t.Fatal(err)
			}
			of := []string{model.OfClient, model.OfBroker, model.OfConnect}
			switch name {
			case "broker-version":
				of = []string{model.OfBroker}
			case "flink-version":
				of = []string{model.OfFlink}
			case "kafka-connector-version":
				of = []string{model.OfKafkaConnector}
			}
			for _, o := range of {
				opts.Versions[o] = model.Version{Number: number, Evidence: field}
			}
		default:
			t.Fatalf("unknown directive %q", field)
		}
	}
}
