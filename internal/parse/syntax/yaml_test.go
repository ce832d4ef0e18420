package syntax

import (
	"fmt"
	"strings"
	"testing"
)

func parseYAML(t *testing.T, text string) (*Source, []*YAMLDocument, []*Error) {
	t.Helper()
	src := NewSource(NewFile("f.yaml", text))
	docs, errs := ParseYAML(src)
	for _, e := range errs {
		checkSpan(t, src.File, e.Span)
	}
	for _, d := range docs {
		checkSpan(t, src.File, d.Span)
		checkTree(t, src, d.Root)
		for _, c := range d.Comments {
			checkSpan(t, src.File, c.Span)
			if src.Raw(c.Span)[0] != '#' {
				t.Errorf("comment %q", src.Raw(c.Span))
			}
		}
	}
	return src, docs, errs
}

func TestYAMLScalars(t *testing.T) {
	tests := []struct {
		name, text string
		key        string // of the scalar, dotted
		want       string // its text
		at         string // its span
		raw        string // the text of the file there
		tag        Tag
	}{
		{"plain", "a: b\n", "a", "b", "1:4-5", "b", Plain},
		{"plain with blanks and comment", "a:   b c   # d\n", "a", "b c", "1:6-9", "b c", Plain},
		{"plain with number sign", "a: b#c\n", "a", "b#c", "1:4-7", "b#c", Plain},
		{"plain word of YAML 1.1", "a: no\n", "a", "no", "1:4-6", "no", Plain},
		{"plain number", "a: 1_000\n", "a", "1_000", "1:4-9", "1_000", Plain},
		{"plain over lines", "a: b\n  c\n\n  d\ne: f\n", "a", "b c\nd", "1:4-4:4", "b\n  c\n\n  d", Plain},
		{"plain, CRLF", "a: b\r\n  c\r\ne: f\r\n", "e", "f", "3:4-5", "f", Plain},
		{"plain over lines, CRLF", "a: b\r\n  c\r\n", "a", "b c", "1:4-2:4", "b\r\n  c", Plain},
		{"lone CR", "a: b\rc: d\r", "c", "d", "2:4-5", "d", Plain},
		{"not ASCII", "ключ: знач # коммент\nb: é€😀x\n", "b", "é€😀x", "2:4-8", "é€😀x", Plain},
		{"after not ASCII on the line", "{é: 1, b: 2}\n", "b", "2", "1:11-12", "2", Plain},
		{"next line separator", "a: 1\u0085b: 2\n", "b", "2", "1:9-10", "2", Plain},
		{"byte order mark", "\ufeffa: b\n", "a", "b", "1:5-6", "b", Plain},
		{"byte order mark and marker", "\ufeff---\na: b\n", "a", "b", "2:4-5", "b", Plain},
		{"empty", "a:\nb: c\n", "a", "", "1:3-3", "", Null},
		{"empty at the end", "a:", "a", "", "1:3-3", "", Null},
		{"empty before a comment", "a:   # b\n", "a", "", "1:3-3", "", Null},
		{"empty in flow", "{a: , b: }\n", "b", "", "1:9-9", "", Null},
		{"empty with anchor", "a: &x\nb: *x\n", "a", "", "1:6-6", "", Null},
		{"tilde", "a: ~\n", "a", "~", "1:4-5", "~", Null},
		{"null", "a: null\n", "a", "null", "1:4-8", "null", Null},
		{"null in quotes", "a: 'null'\n", "a", "null", "1:5-9", "null", String},
		{"empty quotes", "a: ''\n", "a", "", "1:5-5", "", String},
		{"double quotes", `a: "b"` + "\n", "a", "b", "1:5-6", "b", String},
		{"escapes", `a: "\t\x41\u00e9\U0001F600\"\\\e\N\_\L\P\0"` + "\n", "a",
			"\tAé😀\"\\\x1b\u0085\u00a0\u2028\u2029\x00", "1:5-43", `\t\x41\u00e9\U0001F600\"\\\e\N\_\L\P\0`, String},
		{"double quotes over lines", "a: \"b \n  c\n\n  d\"\n", "a", "b c\nd", "1:5-4:4", "b \n  c\n\n  d", String},
		{"escaped line end", "a: \"b\\\n   c\"\n", "a", "bc", "1:5-2:5", "b\\\n   c", String},
		{"escaped line end and blank", "a: \"b\\\n   \\ c\"\n", "a", "b c", "1:5-2:7", "b\\\n   \\ c", String},
		{"single quotes", "a: 'it''s \\n'\n", "a", `it's \n`, "1:5-13", `it''s \n`, String},
		{"single quotes over lines", "a: 'b\n  c'\n", "a", "b c", "1:5-2:4", "b\n  c", String},
		{"number sign in quotes", "a: '# b' # c\n", "a", "# b", "1:5-8", "# b", String},
		{"quoted key", "\"a\": b\n", "a", "b", "1:6-7", "b", Plain},
		{"literal", "a: |\n  b\n   c\n\n  d\n", "a", "b\n c\n\nd\n", "2:3-5:4", "b\n   c\n\n  d", String},
		{"literal, CRLF", "a: |\r\n  b\r\n  c\r\n", "a", "b\nc\n", "2:3-3:4", "b\r\n  c", String},
		{"literal, strip", "a: |-\n  b\n\n", "a", "b", "2:3-4", "b", String},
		{"literal, keep", "a: |+\n  b\n\n\nc: d\n", "a", "b\n\n\n", "2:3-4:1", "b\n\n", String},
		{"literal, keep at the end", "a: |+\n  b\n \n", "a", "b\n\n", "2:3-3:2", "b\n ", String},
		{"literal without line end", "a: |\n  b", "a", "b", "2:3-4", "b", String},
		{"literal, indented by indicator", "a: |2\n    b\n  c\n", "a", "  b\nc\n", "2:3-3:4", "  b\n  c", String},
		{"literal, indicator and chomping", "a: |2-\n    b\n", "a", "  b", "2:3-6", "  b", String},
		{"literal, chomping and indicator", "a: |-2\n    b\n", "a", "  b", "2:3-6", "  b", String},
		{"literal with comment in header", "a: | # b\n  c\n", "a", "c\n", "2:3-4", "c", String},
		{"literal after blank lines", "a: |\n\n \n  b\n", "a", "\n\nb\n", "2:1-4:4", "\n \n  b", String},
		{"literal with tab", "a: |\n  b\n  \tc\n", "a", "b\n\tc\n", "2:3-3:5", "b\n  \tc", String},
		{"literal with trailing blanks", "a: |\n  b  \n", "a", "b  \n", "2:3-6", "b  ", String},
		{"literal with blank line of blanks", "a: |\n  b\n    \n  c\n", "a", "b\n  \nc\n", "2:3-4:4", "b\n    \n  c", String},
		{"literal, empty", "a: |\nb: c\n", "a", "", "2:1-1", "", String},
		{"literal, empty at the end", "a: |", "a", "", "1:5-5", "", String},
		{"literal, then a comment", "a: |\n  b\n# c\n", "a", "b\n", "2:3-4", "b", String},
		{"literal in a list", "a:\n- |\n b\n- c\n", "a.0", "b\n", "3:2-3", "b", String},
		{"folded", "a: >\n  b\n  c\n\n  d\n   e\n  f\n", "a", "b c\nd\n e\nf\n", "2:3-7:4", "b\n  c\n\n  d\n   e\n  f", String},
		{"folded, strip", "a: >-\n  b\n  c\n", "a", "b c", "2:3-3:4", "b\n  c", String},
		{"anchor", "a: &x b\n", "a", "b", "1:7-8", "b", Plain},
		{"tag", "a: !!str 12\n", "a", "12", "1:10-12", "12", String},
		{"tag of its own", "a: !foo 12\n", "a", "12", "1:9-11", "12", Plain},
		{"verbatim tag", "a: !<tag:yaml.org,2002:str> b\n", "a", "b", "1:29-30", "b", String},
		{"non-specific tag", "a: ! b\n", "a", "b", "1:6-7", "b", Plain},
		{"tag and anchor", "a: !!str &x 'b'\n", "a", "b", "1:14-15", "b", String},
		{"anchor, comment, value", "a: &x # c\n  'b'\n", "a", "b", "2:4-5", "b", String},
		{"anchor of a block", "a: &x |\n  b\n", "a", "b\n", "2:3-4", "b", String},
		{"tag of a map", "a: !!map\n  b: c\n", "a.b", "c", "2:6-7", "c", Plain},
		{"explicit key", "? a\n: b\n", "a", "b", "2:3-4", "b", Plain},
		{"flow over lines", "{a: [1, # x\n 2], b: c}\n", "b", "c", "2:9-10", "c", Plain},
		{"flow pair", "[a: b]\n", "0.a", "b", "1:5-6", "b", Plain},
		{"JSON", `{"a":"b","c":{"d":1}}`, "c.d", "1", "1:19-20", "1", Plain},
		{"tabs between", "a:\t\tb\t# c\n", "a", "b", "1:5-6", "b", Plain},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			src, docs, errs := parseYAML(t, test.text)
			if len(errs) > 0 || len(docs) != 1 {
				t.Fatal(docs, errs)
			}
			n := at(docs[0].Root, test.key)
			if n == nil {
				t.Fatalf("no %s in %s", test.key, outline(docs[0].Root))
			}
			if n.Text != test.want || place(n.Span) != test.at || src.Raw(n.Span) != test.raw || n.Tag != test.tag {
				t.Errorf("got  %q at %s %q tag %d\nwant %q at %s %q tag %d", n.Text, place(n.Span), src.Raw(n.Span), n.Tag,
					test.want, test.at, test.raw, test.tag)
			}
		})
	}
}

// at follows a dotted path of keys and indices.
func at(n *Node, path string) *Node {
	for _, key := range strings.Split(path, ".") {
		var i int
		if _, err := fmt.Sscanf(key, "%d", &i); err == nil && n.IsSeq() && i < len(n.Items) {
			n = n.Items[i]
		} else {
			n = n.Get(key)
		}
	}
	return n
}

func TestYAMLTrees(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"empty", "", ""},
		{"blank", " \n\n", ""},
		{"comment", "# a\n", "nothing"},
		{"marker", "---\n", "nothing"},
		{"stray markers", "---\n---\na: b\n---\n", "nothing | {a: b} | nothing"},
		{"end marker", "a: b\n...\nc: d\n", "{a: b} | {c: d}"},
		{"directive", "%YAML 1.1\n# x\n---\na: b\n", "{a: b}"},
		{"marker with content", "--- a\n--- |\n b\n--- {c: d}\n", "a | 'b\n' | {c: d}"},
		{"marker within a word", "a: |\n  ---\nb: ---x\n", "{a: '---\n', b: ---x}"},
		{"duplicates", "a: 1\na: 2\n", "{a: 1, again a: 2}"},
		{"duplicates in quotes", "a: 1\n'a': 2\n", "{a: 1, again 'a': 2}"},
		{"list at the indentation of its key", "a:\n- b\n- c: d\n  e: f\n", "{a: [b, {c: d, e: f}]}"},
		{"alias", "a: &x {b: c}\nd: *x\n", "{a: {b: c}, d: {b: c}}"},
		{"alias as key", "a: &x b\n*x : c\n", "{a: b, b: c}"},
		{"anchor written again", "a: &x 1\nb: *x\nc: &x 2\nd: *x\n", "{a: 1, b: 1, c: 2, d: 2}"},
		{"merge", "a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3\n", "{a: {b: 1, c: 2}, d: {c: 3, <<b: 1}}"},
		{"merge below", "a: &x {b: 1, c: 2}\nd:\n  c: 3\n  <<: *x\n", "{a: {b: 1, c: 2}, d: {c: 3, <<b: 1}}"},
		{"merge of a list", "- &x {a: 1}\n- &y {a: 2, b: 2}\n- <<: [*x, *y]\n", "[{a: 1}, {a: 2, b: 2}, {<<a: 1, <<b: 2}]"},
		{"merge of a merge", "- &x {a: 1, b: 1}\n- &y {<<: *x, b: 2}\n- {<<: *y}\n", "[{a: 1, b: 1}, {b: 2, <<a: 1}, {<<b: 2, <<a: 1}]"},
		{"merge with duplicate", "- &x {a: 1, a: 2}\n- <<: *x\n", "[{a: 1, again a: 2}, {<<a: 2}]"},
		{"merge written out", "- <<: {a: 1}\n  b: 2\n", "[{b: 2, <<a: 1}]"},
		{"quoted merge key is none", "'<<': {a: 1}\n", "{'<<': {a: 1}}"},
		{"template action", "a: {{ .x }}\nb: c\n", "{a: {{ .x }}, b: c}"},
		{"template lines", "a:\n  {{- if .x }}\n  b: c\n  {{- end }}\n", "{a: {b: c}}"},
		{"same keys of a template", "{{ .x }}: 1\n{{ .y }}: 2\n", "{{{ .x }}: 1, {{ .y }}: 2}"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, docs, errs := parseYAML(t, test.text)
			if len(errs) > 0 {
				t.Fatal(errs)
			}
			var got []string
			for _, d := range docs {
				got = append(got, outline(d.Root))
			}
			if s := strings.Join(got, " | "); s != test.want {
				t.Errorf("got  %s\nwant %s", s, test.want)
			}
		})
	}
}

func TestYAMLAliasSpans(t *testing.T) {
	src, docs, _ := parseYAML(t, "a: &x {b: c}\nd: *x\ne:\n  <<: *x\n")
	d := docs[0].Root.Get("d")
	if src.Raw(d.Alias) != "*x" || src.Raw(d.Span) != "{b: c}" || src.Raw(d.Get("b").Span) != "c" {
		t.Errorf("alias %q of %q", src.Raw(d.Alias), src.Raw(d.Span))
	}
	if a := docs[0].Root.Get("a"); !a.Alias.IsZero() {
		t.Errorf("the anchor has an alias at %s", place(a.Alias))
	}
	if e := docs[0].Root.Get("e").Entry("b"); !e.Merged || src.Raw(e.Value.Span) != "c" {
		t.Errorf("merged entry %+v", e)
	}
}

func TestYAMLCollectionSpans(t *testing.T) {
	tests := []struct{ text, key, raw string }{
		{"a:\n  b: c\n  d: 'e'\nf: g\n", "a", "b: c\n  d: 'e'"},
		{"a: { b: [c, d ] , }\n", "a", "{ b: [c, d ] , }"},
		{"a: { b: [c, d ] , }\n", "a.b", "[c, d ]"},
		{"a: {}\nb: [ ] # }\n", "a", "{}"},
		{"a: {}\nb: [ ] # ]\n", "b", "[ ]"},
		{"a: {b: # }\n }\n", "a", "{b: # }\n }"},
		{"a: &x {b: c}\n", "a", "{b: c}"},
		{"a: &x\n  b: c\n", "a", "b: c"},
		{"a:\n  - b\n  - |\n    c\nd: e\n", "a", "- b\n  - |\n    c"},
		{"a: !!seq\n- b\n", "a", "- b"},
		{"a:\n  b:\n  c:\nd: e\n", "a", "b:\n  c:"},
		{"a: [{{ .x }}, {{ .y }}]\n", "a", "[{{ .x }}, {{ .y }}]"},
	}
	for _, test := range tests {
		src, docs, errs := parseYAML(t, test.text)
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		if raw := src.Raw(at(docs[0].Root, test.key).Span); raw != test.raw {
			t.Errorf("%q: %s is %q, want %q", test.text, test.key, raw, test.raw)
		}
	}
}

func TestYAMLComments(t *testing.T) {
	text := "# first\n%YAML 1.1\n--- # second\na: b # third\n  # fourth\nc: 'd # no' #fifth\ne: |# sixth\n  # no\n# seventh\n" +
		"f: [x, # eighth\n  y]\ng: h#no\ni: !t\u0020j\nk: \"{{ x }}\" # {{ y }}\n"
	_, docs, errs := parseYAML(t, text)
	if len(errs) > 0 || len(docs) != 1 {
		t.Fatal(docs, errs)
	}
	var got []string
	for _, c := range docs[0].Comments {
		line := c.Text
		if c.OwnLine {
			line += "!"
		}
		got = append(got, line)
	}
	want := "first! second third fourth! fifth sixth seventh! eighth {{ y }}"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

func TestYAMLErrors(t *testing.T) {
	tests := []struct{ name, text, want, rest string }{
		{"bad indentation", "a: 1\nb:\n  c: 2\n   d: 3\ne: 4\n", "4:4-8 mapping values are not allowed in this context", ""},
		{"missing colon", "a: 1\nb 2\nc: 3\n", "2:1-4 could not find expected ':'", ""},
		{"text after a quote", "a:\n  b: 1\n  c: \"d\" e\n  f: 2\n", "3:3-11 did not find expected key", ""},
		{"far below the block's start", "a:\n  b: 1\n" + strings.Repeat("  c: 2\n", 20) + "  d: 'e' 3\n  f: 4\n", "23:3-11 did not find expected key", ""},
		{"open bracket", "a: 1\nb: [c,\nd: e\n", "2:1-7 did not find expected ',' or ']'", ""},
		{"open quote", "a: 1\nb: \"c\nd: e\n", "2:1-6 found unexpected end of stream", ""},
		{"tab", "a:\n\tb: c\n", "2:2-6 found a tab in the indentation", ""},
		{"unknown alias", "a: 1\nb: *c-d\nc: *c\n", "2:4-8 alias of an anchor that is not there", ""},
		{"alias within itself", "a: &x\n  b: *x\n", "2:6-8 alias within the node that it refers to", "{a: {b: ~}}"},
		{"key that is a map", "? {a: b}\n: c\nd: e\n", "1:3-9 map key that is no scalar", "{d: e}"},
		{"merge of a scalar", "a: &x b\nc:\n  <<: *x\n  d: e\n", "3:7-9 merge key whose value is no map", "{a: b, c: {d: e}}"},
		{"more after the value", "[a]\nb\n", "2:1-2 did not find expected <document start>", "[a]"},
		{"control character", "a: b\x01c\n", "1:5-6 control character U+0001 is not allowed in YAML", "{a: b\x01c}"},
		{"not UTF-8", "a: b\xffc\nd: e\n", "1:5-6 byte that is not UTF-8", "{a: b\xffc, d: e}"},
		{"broken document among others", "a: 1\n---\nb: [\n---\nc: é\n---\n d: 1\n  e: 2\n---\nf: 1\n",
			"3:1-5 did not find expected node content; 8:3-7 mapping values are not allowed in this context", "{a: 1} | {c: é} | {f: 1}"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, docs, errs := parseYAML(t, test.text)
			var got, rest []string
			for _, e := range errs {
				got = append(got, place(e.Span)+" "+e.Message)
			}
			for _, d := range docs {
				if d.Root != nil {
					rest = append(rest, outline(d.Root))
				}
			}
			if s := strings.Join(got, "; "); s != test.want {
				t.Errorf("got  %s\nwant %s", s, test.want)
			}
			if s := strings.Join(rest, " | "); s != test.rest {
				t.Errorf("got  %s\nwant %s", s, test.rest)
			}
		})
	}
}
