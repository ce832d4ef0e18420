package syntax

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/kcfglint/kcfglint/internal/model"
)

// outline writes a tree on one line: scalars as "text"@line:column-line:column.
func outline(n *Node) string {
	if n == nil {
		return "nothing"
	}
	var b strings.Builder
	var walk func(n *Node)
	walk = func(n *Node) {
		switch n.Kind {
		case MapNode:
			b.WriteString("{")
			for i, e := range n.Entries {
				if i > 0 {
					b.WriteString(", ")
				}
				if e.Merged {
					b.WriteString("<<")
				}
				if e.Duplicate {
					b.WriteString("again ")
				}
				walk(e.Key)
				b.WriteString(": ")
				walk(e.Value)
			}
			b.WriteString("}")
		case SeqNode:
			b.WriteString("[")
			for i, item := range n.Items {
				if i > 0 {
					b.WriteString(", ")
				}
				walk(item)
			}
			b.WriteString("]")
		default:
			b.WriteString([]string{"", "'", "~"}[n.Tag])
			b.WriteString(n.Text)
			if n.Tag == String {
				b.WriteString("'")
			}
		}
	}
	walk(n)
	return b.String()
}

// place writes a span as line:column-line:column, or line:column-column on one line.
func place(s model.Span) string {
	if s.Start.Line == s.End.Line {
		return fmt.Sprintf("%d:%d-%d", s.Start.Line, s.Start.Column, s.End.Column)
	}
	return fmt.Sprintf("%d:%d-%d:%d", s.Start.Line, s.Start.Column, s.End.Line, s.End.Column)
}

// scalars calls f for every scalar of a tree, those behind aliases left out.
func scalars(n *Node, f func(*Node)) {
	switch {
	case n == nil || !n.Alias.IsZero():
	case n.Kind == ScalarNode:
		f(n)
	case n.Kind == SeqNode:
		for _, item := range n.Items {
			scalars(item, f)
		}
	default:
		for _, e := range n.Entries {
			if !e.Merged {
				scalars(e.Key, f)
				scalars(e.Value, f)
			}
		}
	}
}

// checkSpan fails if a span is not a range of the file, or its positions contradict its offsets.
func checkSpan(t *testing.T, f *File, s model.Span) {
	t.Helper()
	if s.Start.Offset < 0 || s.Start.Offset > s.End.Offset || s.End.Offset > len(f.Text) {
		t.Fatalf("span %v is no range of %d bytes", s, len(f.Text))
	}
	if f.Position(s.Start.Offset) != s.Start || f.Position(s.End.Offset) != s.End {
		t.Fatalf("span %v: lines and columns contradict the offsets", s)
	}
	if f.Offset(s.Start.Line, s.Start.Column) != s.Start.Offset {
		t.Fatalf("span %v: no such line and column", s)
	}
}

// checkTree checks what holds of every tree: spans are ranges, children lie in order
// within their parents, and every byte of a scalar's Source is somewhere in its lines.
func checkTree(t *testing.T, src *Source, n *Node) {
	t.Helper()
	if n == nil {
		return
	}
	checkSpan(t, src.File, n.Span)
	last := n.Span.Start.Offset
	child := func(c *Node) {
		t.Helper()
		if !c.Alias.IsZero() {
			checkSpan(t, src.File, c.Alias)
			return
		}
		checkTree(t, src, c)
		if c.Span.Start.Offset < last || c.Span.End.Offset > n.Span.End.Offset {
			t.Fatalf("%q at %s is not in order within %s", c.Text, place(c.Span), place(n.Span))
		}
		last = c.Span.End.Offset
	}
	for _, e := range n.Entries {
		if !e.Merged {
			child(e.Key)
			child(e.Value)
		}
	}
	for _, item := range n.Items {
		child(item)
	}
	if n.Kind != ScalarNode {
		return
	}
	inner, previous := n.Source(), n.Span.Start.Offset
	if inner.Text != n.Text {
		t.Fatalf("source %q of a node with the text %q", inner.Text, n.Text)
	}
	step := 1 + len(n.Text)/2000
	for i := 0; i < len(n.Text); i += step {
		if !utf8.RuneStart(n.Text[i]) {
			continue
		}
		at := inner.Span(i, i+1)
		if at.Start.Offset < previous {
			t.Fatalf("byte %d of %q goes back from %d to %d", i, n.Text, previous, at.Start.Offset)
		}
		previous = at.Start.Offset
	}
}

// corpus calls f for every file below KCFGLINT_CORPUS with one of the extensions.
func corpus(t *testing.T, f func(t *testing.T, name, text string), extensions ...string) {
	root := os.Getenv("KCFGLINT_CORPUS")
	if root == "" {
		t.Skip("KCFGLINT_CORPUS is not set")
	}
	files := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !slices.Contains(extensions, filepath.Ext(path)) {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		files++
		f(t, path, string(data))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d files", files)
}

// A text in a text in a text: every byte must be found in the file.
func TestSourceOfSource(t *testing.T) {
	file := NewFile("cm.yaml", "data:\n  app.yaml: |\n    a: \"x\\ty\"\n    list: |\n      k=v\n      l=w\n    plain: one\n      two\n"+
		"  json: \"{\\\"k\\\": \\\"v\\\\tw\\\"}\"\n")
	docs, errs := ParseYAML(NewSource(file))
	if len(docs) != 1 || len(errs) > 0 {
		t.Fatal(docs, errs)
	}
	app := docs[0].Root.At("data", "app.yaml").Source()
	inner, errs := ParseYAML(app)
	if len(inner) != 1 || len(errs) > 0 {
		t.Fatal(inner, errs)
	}
	checkTree(t, app, inner[0].Root)
	list := inner[0].Root.Get("list").Source()
	second := strings.Index(list.Text, "l=w")
	if span := list.Span(second, second+3); place(span) != "6:7-10" || list.Raw(span) != "l=w" {
		t.Errorf("l=w is at %s: %q", place(span), list.Raw(span))
	}
	a := inner[0].Root.Get("a").Source()
	if span := a.Span(1, 2); list.Raw(span) != `\t` {
		t.Errorf("the tab is at %s: %q", place(span), list.Raw(span))
	}
	plain := inner[0].Root.Get("plain").Source()
	if span := plain.Span(4, 7); place(span) != "8:7-10" {
		t.Errorf("%q is at %s", plain.Text, place(span))
	}
	quoted := docs[0].Root.At("data", "json").Source()
	root, errs := ParseJSON(quoted)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	checkTree(t, quoted, root)
	v := root.Get("k")
	if raw := quoted.Raw(v.Span); raw != `v\\tw` || v.Text != "v\tw" {
		t.Errorf("%q stands there as %q", v.Text, raw)
	}
	tab := v.Source().Span(1, 2)
	if raw := quoted.Raw(tab); raw != `\\t` {
		t.Errorf("the tab stands there as %q", raw)
	}
	if w := v.Source().Span(2, 3); quoted.Raw(w) != "w" {
		t.Errorf("w stands there as %q", quoted.Raw(w))
	}
}

func TestNodeAccess(t *testing.T) {
	var none *Node
	if none.Get("a") != nil || none.At("a", "b") != nil || none.IsMap() || none.IsSeq() || none.IsScalar() || none.Str() != "" {
		t.Error("a node that is not there has something")
	}
	docs, _ := ParseYAML(NewSource(NewFile("", "base: &b {x: 1, y: 2}\nm:\n  <<: *b\n  x: 3\n  x: 4\n")))
	m := docs[0].Root.Get("m")
	if got := m.Get("x").Str(); got != "4" {
		t.Errorf("x = %s, want the last one, 4", got)
	}
	if e := m.Entry("y"); e == nil || !e.Merged || e.Value.Text != "2" {
		t.Errorf("y = %+v, want 2, merged", e)
	}
	keys := ""
	for _, e := range m.Effective() {
		keys += e.Key.Text + e.Value.Text + " "
	}
	if keys != "x4 y2 " {
		t.Errorf("effective entries %q", keys)
	}
	for _, e := range m.Effective() {
		if m.Entry(e.Key.Text) != e {
			t.Errorf("%s: Entry and Effective differ", e.Key.Text)
		}
	}
	literal := &Node{Text: "a=b"}
	if s := literal.Source(); s.Text != "a=b" || s.Span(2, 3).Start.Column != 3 {
		t.Errorf("source of a node without a file: %+v", s)
	}
}
