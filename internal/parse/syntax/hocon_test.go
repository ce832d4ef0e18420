package syntax

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestHOCONLikeTheLibrary compares with the recorded answers of com.typesafe.config;
// tools/oracle/hocon records and checks them. Whatever is certain here must hold of the text
// alone, and of the text over another one that the environment may have.
func TestHOCONLikeTheLibrary(t *testing.T) {
	f, err := os.Open("testdata/hocon.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	answers, known, unknown := 0, 0, 0
	for lines.Scan() {
		var want struct {
			Text        string
			Error       bool
			Alone, Over [][]string
		}
		if err := json.Unmarshal(lines.Bytes(), &want); err != nil {
			t.Fatal(err)
		}
		answers++
		doc, errs := ParseHOCON(NewSource(NewFile("x.conf", want.Text)))
		if doc.Template { // the library does not know the actions
			continue
		}
		if want.Error != (len(errs) > 0) {
			t.Errorf("%q: error %v, that of the library is %v", want.Text, errs, want.Error)
			continue
		}
		if want.Error {
			continue
		}
		got := make(map[string]string)
		hoconLeaves(doc.Root, "", got)
		alone, over := byPath(want.Alone), byPath(want.Over)
		for path, leaf := range alone {
			if leaf == "unknown " && got[path] != "" && over[path] == got[path] { // it leaves more open than it must
				alone[path] = over[path]
			}
		}
		if want.Alone != nil {
			compareHOCON(t, want.Text, got, alone)
		}
		if want.Over != nil {
			compareHOCON(t, want.Text, got, over)
		}
		certain := !strings.Contains(want.Text, "${") && !strings.Contains(want.Text, "include") && !strings.Contains(want.Text, "+=")
		for path, leaf := range got {
			if leaf != "?" {
				known++
				continue
			}
			unknown++
			if certain {
				t.Errorf("%q: %s is not known", want.Text, path)
			}
		}
		for _, leaf := range want.Alone {
			if path := strings.Join(leaf[2:], "/"); certain && path != "" && got[path] == "" {
				t.Errorf("%q: %s is not there", want.Text, path)
			}
		}
	}
	t.Logf("%d values known, %d unknown", known, unknown)
	if err := lines.Err(); err != nil || answers < 1000 {
		t.Fatalf("%d answers: %v", answers, err)
	}
}

// compareHOCON checks that what is certain is what the library says.
func compareHOCON(t *testing.T, text string, got, theirs map[string]string) {
	t.Helper()
	for path, leaf := range got {
		if leaf == "?" || leaf == "object " || leaf == "list " && theirs[path] != "" { // objects and lists may have more elsewhere
			continue
		}
		if theirs[path] != leaf && !unresolved(theirs, path) {
			t.Errorf("%q: %s is %q, that of the library is %q", text, path, leaf, theirs[path])
		}
	}
}

// byPath maps leaves by their paths.
func byPath(leaves [][]string) map[string]string {
	paths := make(map[string]string)
	for _, leaf := range leaves {
		kind := leaf[0]
		if kind == "string" || kind == "plain" {
			kind = "text"
		}
		paths[strings.Join(leaf[2:], "/")] = kind + " " + leaf[1]
	}
	return paths
}

// unresolved reports whether the library does not say what is above a path.
func unresolved(theirs map[string]string, path string) bool {
	for i := range path {
		if path[i] == '/' && theirs[path[:i]] == "unknown " {
			return true
		}
	}
	return false
}

// hoconLeaves collects what a tree amounts to, by path: "?" for what is not certain.
func hoconLeaves(n *Node, path string, leaves map[string]string) {
	switch {
	case n.IsMap():
		if len(n.Entries) == 0 && path != "" && !n.Open {
			leaves[path[1:]] = "object "
		}
		for _, e := range n.Effective() {
			hoconLeaves(e.Value, path+"/"+e.Key.Text, leaves)
		}
	case n.IsSeq():
		inner := make(map[string]string)
		for i, item := range n.Items {
			hoconLeaves(item, fmt.Sprintf("%s/[%d]", path, i), inner)
		}
		if len(n.Items) == 0 && !n.Open {
			leaves[path[1:]] = "list "
		}
		// One item that is not known may be several.
		open := slices.ContainsFunc(n.Items, func(item *Node) bool { return item.IsScalar() && strings.Contains(item.Text, "${") || item.Open })
		for at, leaf := range inner {
			if open {
				leaf = "?"
			}
			leaves[at] = leaf
		}
	case n.Open || strings.Contains(n.Text, "${"):
		leaves[path[1:]] = "?"
	case n.Tag == Null:
		leaves[path[1:]] = "null null"
	default:
		leaves[path[1:]] = "text " + n.Text
	}
}

// checkHOCON checks what holds of every text: the scalars that are no more than one text in
// the file stand at their spans, and the reader comes to an end.
func checkHOCON(t *testing.T, text string) {
	t.Helper()
	src := NewSource(NewFile("x.conf", text))
	doc, _ := ParseHOCON(src)
	if doc.Root == nil {
		t.Fatalf("%q: no root", text)
	}
	var walk func(n *Node, depth int)
	walk = func(n *Node, depth int) {
		if n.Span.Start.Offset > n.Span.End.Offset || n.Span.End.Offset > len(text) {
			t.Fatalf("%q: span %v", text, n.Span)
		}
		if depth > 3*maxTreeDepth {
			t.Fatalf("%q: deeper than anything that is read", text)
		}
		if raw := src.Raw(n.Span); n.IsScalar() && n.Text != "" && !strings.ContainsAny(raw, "\"\\$") && raw != n.Text {
			t.Errorf("%q: %q stands at the span of %q", text, raw, n.Text)
		}
		for _, e := range n.Entries {
			walk(e.Key, depth+1)
			walk(e.Value, depth+1)
		}
		for _, item := range n.Items {
			walk(item, depth+1)
		}
	}
	walk(doc.Root, 0)
	for _, c := range doc.Comments {
		if raw := src.Raw(c.Span); !strings.HasPrefix(raw, "#") && !strings.HasPrefix(raw, "//") || !strings.Contains(raw, c.Text) {
			t.Errorf("%q: comment %q at %q", text, c.Text, raw)
		}
	}
}

func TestHOCONSpans(t *testing.T) {
	text := "# é\nakka.kafka.\"con sumer\" {\n  kafka-clients { group.id = \"bil\\u006cing\", acks = 1 # c\n    linger.ms = 5 s\n  }\n}\n" +
		"host = é\nservers = ${host}\":9092\"\nt = \"\"\"a\nb\"\"\"\nacks = 1\nacks = ${?ACKS}\n"
	checkHOCON(t, text)
	doc, errs := ParseHOCON(NewSource(NewFile("x.conf", text)))
	if len(errs) > 0 || len(doc.Comments) != 2 || !doc.Comments[0].OwnLine || doc.Comments[1].OwnLine {
		t.Fatal(errs, doc.Comments)
	}
	clients := doc.Root.At("akka", "kafka", "con sumer", "kafka-clients")
	for _, want := range []struct {
		n     *Node
		text  string
		place string
	}{
		{doc.Root.At("akka").Entry("kafka").Key, "kafka", "2:6-2:11"},
		{doc.Root.At("akka", "kafka").Entry("con sumer").Key, "con sumer", "2:13-2:22"},
		{clients.At("group", "id"), "billing", "3:31-3:43"},
		{clients.At("acks"), "1", "3:53-3:54"},
		{clients.At("linger").Entry("ms").Key, "ms", "4:12-4:14"},
		{clients.At("linger", "ms"), "5 s", "4:17-4:20"},
		{doc.Root.At("servers"), "é:9092", "8:11-8:25"},
		{doc.Root.At("t"), "a\nb", "9:8-10:2"},
		{doc.Root.At("acks"), "${?ACKS}", "12:8-12:16"},
	} {
		s := want.n.Span
		place := fmt.Sprintf("%d:%d-%d:%d", s.Start.Line, s.Start.Column, s.End.Line, s.End.Column)
		if want.n.Text != want.text || place != want.place {
			t.Errorf("%q at %s, want %q at %s", want.n.Text, place, want.text, want.place)
		}
	}
	if n := doc.Root.Entries; len(n) != 6 || !n[5].Duplicate {
		t.Errorf("%d entries", len(n))
	}
}

// TestHOCONUncertain checks what may be replaced by something that is not in view.
func TestHOCONUncertain(t *testing.T) {
	for _, test := range []struct {
		text, path string
		open       bool
		bases      string
	}{
		{"a = 1", "a", false, ""},
		{"a = 1\ninclude \"x\"", "a", true, ""},
		{"include \"x\"\na = 1", "a", false, ""},
		{"a { b = 1 }\ninclude \"x\"\na { c = 1 }", "a/b", true, ""},
		{"a { b = 1 }\ninclude \"x\"\na { c = 1 }", "a/c", false, ""},
		{"a { b = 1\ninclude \"x\" }\nc = 1", "c", false, ""},
		{"a = { b = 1 } ${c}", "a/b", true, ""},
		{"a = ${c} { b = 1 }", "a/b", false, ""},
		{"a = ${c.d} { b = 1 }", "a", false, "c.d"},
		{"a = ${c.d}\na.b = 1", "a", false, "c.d"},
		{"c { d = 1 }\na = ${c} { b = 1 }", "a", false, "c"},
		{"c { d = 1 }\na = ${c} { b = 1 }", "a/d", false, ""},
		{"a = [1]\na += 2", "a", false, ""},
		{"a = ${b}\nb = 1\nb = ${?B}", "a", true, "b"},
		{"b = [1]\na = ${?b[]}", "a", true, "b"}, // a list, or what the environment has (from 1.4.6 on)
	} {
		doc, errs := ParseHOCON(NewSource(NewFile("x.conf", test.text)))
		n := doc.Root.At(strings.Split(test.path, "/")...)
		if len(errs) > 0 || n == nil || n.Open != test.open || strings.Join(n.Bases, ",") != test.bases {
			t.Errorf("%q: %s is %+v, %v", test.text, test.path, n, errs)
		}
	}
}

func TestHOCONErrors(t *testing.T) {
	for text, want := range map[string]string{
		"a = 1\nb {\n  c = 2\n":     "x.conf:4:1: expected a key, found the end of the text",
		"a = 1\n}\n":                "x.conf:2:1: expected a key, found '}'",
		"a = 1 b = 2":               "x.conf:1:9: expected a comma or a new line, found '='",
		"a = @x@":                   "x.conf:1:5: expected a key or a value, found '@'",
		"a = \"b\nc\"":              "x.conf:1:7: expected the closing quote of the text, found the end of the line",
		"a = [1, 2\nb = 3":          "x.conf:2:3: expected ',' or ']' after the item, found '='",
		"a = ${b":                   "x.conf:1:8: expected the closing brace of the substitution, found the end of the text",
		"a..b = 1":                  "x.conf:1:3: a dot with nothing before or behind it",
		"a = x [1]":                 "x.conf:1:7: an object or a list and something else make no value together",
		"[1]":                       "x.conf:1:1: expected an object, found '['",
		"include x":                 "x.conf:1:9: expected the name of a file in quotes, found 'x'",
		"listen 80;\nserver { a; }": "x.conf:2:1: expected '=', ':' or '{' after the key, found 's'",
	} {
		doc, errs := ParseHOCON(NewSource(NewFile("x.conf", text)))
		if len(errs) != 1 || errs[0].Error() != want {
			t.Errorf("%q: %v, want %s", text, errs, want)
		}
		if strings.HasPrefix(text, "a = 1\n") && doc.Root.Get("a").Str() != "1" {
			t.Errorf("%q: what stands before the error is lost", text)
		}
	}
}

// TestHOCONSize reads texts as large as a file may be, and such as grow by what they refer to.
func TestHOCONSize(t *testing.T) {
	var doubled, chain, merged, longer strings.Builder
	longer.WriteString("a0 = x\n")
	doubled.WriteString("a0 { x = 1, y = 2 }\n")
	chain.WriteString("a0 = 1\n")
	for i := range 20_000 {
		fmt.Fprintf(&doubled, "a%d { p = ${a%d}, q = ${a%d} }\n", i+1, i, i)
		fmt.Fprintf(&chain, "a%d = ${a%d}\n", i+1, i)
		fmt.Fprintf(&longer, "a%d = ${a%d}${a%d}\n", i+1, i, i)
		fmt.Fprintf(&merged, "a = ${b%d} { k%d = 1 }\n", i%3, i)
	}
	for name, text := range map[string]string{
		"fields":     strings.Repeat("a.b.c = 1\n", 400_000),
		"blocks":     strings.Repeat("a { b { c = 1 } }\n", 200_000),
		"braces":     strings.Repeat("a{", 1_000_000),
		"path":       strings.Repeat("a.", 1_000_000) + "b = 1",
		"references": "a = " + strings.Repeat("${", 1_000_000),
		"text":       "a = " + strings.Repeat("b \"c\" ", 500_000),
		"quotes":     "a = \"\"\"" + strings.Repeat("\"\"x", 1_000_000),
		"comments":   strings.Repeat("# a\n", 1_000_000),
		"items":      "a = [" + strings.Repeat("1,", 1_000_000),
		"added":      strings.Repeat("a += 1\n", 100_000),
		"itself":     "a = x\n" + strings.Repeat("a = ${a}y\n", 90_000),
		"longer":     longer.String(),
		"includes":   strings.Repeat("a = 1\ninclude \"b\"\n", 100_000),
		"doubled":    doubled.String(),
		"chain":      chain.String(),
		"merged":     merged.String(),
	} {
		start := time.Now()
		doc, errs := ParseHOCON(NewSource(NewFile("x.conf", text)))
		if elapsed := time.Since(start); elapsed > 20*time.Second {
			t.Errorf("%s: %d bytes took %v", name, len(text), elapsed)
		} else {
			t.Logf("%s: %d bytes, %d entries in %v, %v", name, len(text), len(doc.Root.Entries), elapsed, errs)
		}
	}
}

func FuzzHOCON(f *testing.F) {
	for _, seed := range []string{
		"# c\nakka.kafka { consumer { kafka-clients { enable.auto.commit = false } } }\n", "{a:1,\"b.c\":[1,2 3],}", "a = ${b}{c=1}\nb={d=\"x\\u00e9\"}\na.e += 2\n",
		"a = \"\"\"x\n\"y\"\"\"\"\n", "include required(file(\"x\"))\na = 1 // c\n", "a = ${?b} ${c.\"d\"}\nb = 5 s\n", "a {{ x }}\nb = \"{{ y }}\"", "a=1\na=${a}2\na=[1][2]{}", "\ufeffé = 日\r\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { checkHOCON(t, text) })
}
