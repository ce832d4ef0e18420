package parse

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// readFlink reads a text with Flink's own dialects and no others.
func readFlink(name, text string) *Result {
	r := &Result{File: syntax.NewFile(name, text)}
	o := Output{result: r, anchors: make(map[string]int)}
	doc := Document{Source: syntax.NewSource(r.File), Name: name}
	for _, doc.Grammar = range grammars(name, text) {
		docs, errs := documents(doc)
		r.Errors = append(r.Errors, errs...)
		for _, d := range docs {
			for _, dialect := range []Dialect{flinkOperatorDialect, flinkConfDialect, flinkConfigDialect} {
				if slices.Contains(dialect.Grammars, d.Grammar) && dialect.Match(d) {
					out := o
					out.doc, out.dialect = d, dialect.Name
					dialect.Read(d, &out)
					break
				}
			}
		}
	}
	return r
}

func TestFlinkGolden(t *testing.T) {
	golden(t, "testdata/flink/*", func(t *testing.T, name, text string) string {
		r := readFlink(name, text)
		checkSpans(t, r)
		return listing(r)
	})
}

// listing writes out all that was read.
func listing(r *Result) string {
	var b strings.Builder
	for _, c := range r.Components {
		fmt.Fprintf(&b, "%s %q anchor=%q parent=%q %s code=%t at %d:%d\n", c.Kind, c.Name, c.Anchor, c.Parent, c.Complete, c.CodeMaySet,
			c.Span.Start.Line, c.Span.Start.Column)
		for of, v := range c.Versions {
			fmt.Fprintf(&b, "  version of %s %v (%s)\n", of, v.Number, v.Evidence)
		}
		for _, s := range c.Settings {
			fmt.Fprintf(&b, "  %s = %q", s.Key, s.Value)
			if s.Written != s.Key {
				fmt.Fprintf(&b, " written %s", s.Written)
			}
			if s.State != model.Explicit {
				fmt.Fprintf(&b, " %s", s.State)
			}
			if !s.Effective {
				b.WriteString(" overridden")
			}
			if s.Secret != nil {
				b.WriteString(" secret")
			}
			if !s.KeySpan.IsZero() {
				fmt.Fprintf(&b, " at %s value %s", place(s.KeySpan), place(s.ValueSpan))
			}
			b.WriteByte('\n')
		}
	}
	for _, e := range r.Errors {
		fmt.Fprintf(&b, "error at %s: %s\n", place(e.Span), e.Message)
	}
	return b.String()
}

func place(s model.Span) string {
	if s.Start.Line == s.End.Line {
		return fmt.Sprintf("%d:%d-%d", s.Start.Line, s.Start.Column, s.End.Column)
	}
	return fmt.Sprintf("%d:%d-%d:%d", s.Start.Line, s.Start.Column, s.End.Line, s.End.Column)
}

// checkSpans requires that the text at every span is what was read: the last part of the
// key, and the value.
func checkSpans(t *testing.T, r *Result) {
	t.Helper()
	src := syntax.NewSource(r.File)
	for _, c := range r.Components {
		for _, s := range c.Settings {
			if s.KeySpan.IsZero() || s.IsFact() {
				continue
			}
			if key := src.Raw(s.KeySpan); !strings.HasSuffix(s.Written, key) {
				t.Errorf("key %q stands on %q", s.Written, key)
			}
			value := src.Raw(s.ValueSpan)
			if s.Secret == nil && s.State == model.Explicit && !s.FromDefault && !strings.ContainsAny(value, "[{\n\"'\\&") &&
				normal(value) != normal(s.Value) {
				t.Errorf("value %q of %s stands on %q", s.Value, s.Written, value)
			}
		}
	}
}

// normal evens out what YAML's types change.
func normal(value string) string {
	text, _ := coreScalar(&syntax.Node{Text: value})
	if text == "yes" {
		return "true"
	}
	return maskUserInfo(maskFlink(text))
}

// TestFlinkCorpus reads real files, if there are any at KCFGLINT_CORPUS: none may panic,
// and spans must stand on what was read.
func TestFlinkCorpus(t *testing.T) {
	corpus := os.Getenv("KCFGLINT_CORPUS")
	if corpus == "" {
		t.Skip("KCFGLINT_CORPUS is not set")
	}
	for _, folder := range []string{"flink-conf", "flink-config-yaml", "flink-k8s", "k8s-configmap"} {
		files, err := filepath.Glob(filepath.Join(corpus, folder, "*"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no files in %s (%v)", folder, err)
		}
		recognised := 0
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			// The corpus has the path within the repository in the file's name.
			name := strings.ReplaceAll(filepath.Base(file), "__", "/")
			r := readFlink(name, string(data))
			if len(r.Components) > 0 {
				recognised++
			}
			checkSpans(t, r)
			t.Logf("%s\n%s", file, listing(r))
		}
		t.Logf("%s: %d of %d recognised", folder, recognised, len(files))
	}
}
