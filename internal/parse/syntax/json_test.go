package syntax

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func parseJSON(t *testing.T, text string) (*Source, []*JSONDocument, []*Error) {
	t.Helper()
	src := NewSource(NewFile("f.json", text))
	docs, errs := ParseJSONStream(src)
	for _, e := range errs {
		checkSpan(t, src.File, e.Span)
	}
	for _, d := range docs {
		checkSpan(t, src.File, d.Span)
		checkTree(t, src, d.Root)
		for _, c := range d.Comments {
			checkSpan(t, src.File, c.Span)
		}
	}
	return src, docs, errs
}

func TestJSON(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"object", `{"a": "b", "c": [1, -2.5e3, true, null, {}]}`, "{'a': 'b', 'c': [1, -2.5e3, true, ~null, {}]}"},
		{"scalar", ` "a" `, "'a'"},
		{"byte order mark", "\ufeff{}", "{}"},
		{"duplicates", `{"a": 1, "a": 2}`, "{'a': 1, again 'a': 2}"},
		{"escapes", `"\"\\\/\b\f\n\r\tA\u00e9\ud83d\ude00\ud83dx"`, "'\"\\/\b\f\n\r\tAé😀\ufffdx'"},
		{"comments and commas", "// a\n{\"b\": 1, /* c\n */ \"d\": [2, // e\n],}", "{'b': 1, 'd': [2]}"},
		{"slashes in a string", `["http://a", "/* b */"]`, "['http://a', '/* b */']"},
		{"stream", "{\"a\": 1}\n{\"b\": 2} [3]", "{'a': 1} | {'b': 2} | [3]"},
		{"template value", `{"a": {{ .x }}, "b": "{{ index .y "z" }}", "c": {{ .d }}-1}`, `{'a': {{ .x }}, 'b': '{{ index .y "z" }}', 'c': {{ .d }}-1}`},
		{"template lines", "{\n{{- if .a }}\n\"b\": 1,\n{{- end }}\n\"c\": 2\n}", "{'b': 1, 'c': 2}"},
		{"braces in strings", `{"a": "{{", "b": {"c": {"d": 1}}}`, "{'a': '{{', 'b': {'c': {'d': 1}}}"},
		{"empty", "", ""},
		{"blank", " \r\n", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, docs, errs := parseJSON(t, test.text)
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

func TestJSONSpans(t *testing.T) {
	src, docs, _ := parseJSON(t, "// first\n{\n\t\"é\": \"x\\n\\u00e9y\", // second\n  \"n\": 12, \"l\": [ 1 ], \"e\": \"\", \"z\": null } // last\n")
	root := docs[0].Root
	for _, test := range []struct{ key, at, raw string }{
		{"é", "3:8-18", `x\n\u00e9y`}, {"n", "4:8-10", "12"}, {"l", "4:17-22", "[ 1 ]"}, {"e", "4:30-30", ""}, {"z", "4:38-42", "null"},
	} {
		e := root.Entry(test.key)
		if place(e.Value.Span) != test.at || src.Raw(e.Value.Span) != test.raw || src.Raw(e.Key.Span) != test.key {
			t.Errorf("%s is at %s: %q", test.key, place(e.Value.Span), src.Raw(e.Value.Span))
		}
	}
	inner := root.Get("é").Source()
	for i, want := range []string{"x", `\n`, `\u00e9`, "", "y"} {
		if raw := inner.Raw(inner.Span(i, i+1)); raw != want {
			t.Errorf("byte %d of %q stands there as %q, want %q", i, inner.Text, raw, want)
		}
	}
	if got := fmt.Sprint(docs[0].Comments); got != "[{first f.json:1:1 true} {second f.json:3:21 false} {last f.json:4:45 false}]" {
		t.Errorf("comments %s", got)
	}
}

func TestJSONErrors(t *testing.T) {
	tests := []struct{ name, text, want, rest string }{
		{"not closed", `{"a": {"b": 1}, "c": [1`, "1:24-24 expected ',' or the closing bracket after the value, found the end of the text", "{'a': {'b': 1}, 'c': [1]}"},
		{"no value", `{"a": }`, "1:7-8 expected a value, found '}'", "{}"},
		{"no colon", `{"a" 1}`, "1:6-7 expected ':' after the key, found '1'", "{}"},
		{"no quotes", `{"a": yes}`, "1:7-8 expected a value, found 'y'", "{}"},
		{"key without quotes", `{a: 1}`, "1:2-3 expected a key in quotes, found 'a'", "{}"},
		{"single quotes", `{"a": 'b'}`, "1:7-8 expected a value, found '\\''", "{}"},
		{"no comma", "{\"a\": 1\n \"b\": 2}", "2:2-3 expected ',' or the closing bracket after the value, found '\"'", "{'a': 1}"},
		{"wrong bracket", `[1}`, "1:3-4 expected ',' or the closing bracket after the value, found '}'", "[1]"},
		{"open string", "{\"a\": \"b\n}", "1:9-2:1 expected the closing quote of the string, found '\\n'", "{}"},
		{"escape", `{"a": "b\xc"}`, "1:10-11 expected an escape sequence, found 'x'", "{}"},
		{"half an escape", `["\u00`, "1:4-5 expected an escape sequence, found 'u'", "[]"},
		{"leading zero", `[01]`, "1:2-3 expected a value, found '0'", "[]"},
		{"open comment", `[1 /* `, "1:4-5 expected ',' or the closing bracket after the value, found '/'", "[1]"},
		{"text behind", `{"a": 1} b`, "1:10-11 expected a value, found 'b'", "{'a': 1}"},
		{"members without braces", "\"a\": \"b\",\n\"c\": 1,\n", "1:2-3 expected '{' before the first key", "{'a': 'b', 'c': 1}"},
		{"no JSON", "curl -d @x", "1:1-2 expected a value, found 'c'", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, docs, errs := parseJSON(t, test.text)
			var got, rest []string
			for _, e := range errs {
				got = append(got, place(e.Span)+" "+e.Message)
			}
			for _, d := range docs {
				rest = append(rest, outline(d.Root))
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

func TestParseJSONOne(t *testing.T) {
	if root, errs := ParseJSON(NewSource(NewFile("", `{"a": 1}`))); root == nil || len(errs) > 0 {
		t.Error(root, errs)
	}
	if root, errs := ParseJSON(NewSource(NewFile("", " "))); root != nil || len(errs) > 0 {
		t.Error(root, errs)
	}
	root, errs := ParseJSON(NewSource(NewFile("", `{"a": 1} {}`)))
	if root == nil || len(errs) != 1 || place(errs[0].Span) != "1:10-12" {
		t.Error(root, errs)
	}
}

func TestJSONLimits(t *testing.T) {
	for _, text := range []string{strings.Repeat("[", 100_000), strings.Repeat(`{"a":`, 100_000), strings.Repeat("[", 201) + strings.Repeat("]", 201)} {
		start := time.Now()
		_, _, errs := parseJSON(t, text)
		if len(errs) != 1 || errs[0].Message != "nested deeper than 200 levels" {
			t.Errorf("errors %v", errs)
		}
		if d := time.Since(start); d > 30*time.Second {
			t.Errorf("took %v", d)
		}
	}
	start := time.Now()
	_, errs := ParseJSONStream(NewSource(NewFile("f.json", "["+strings.Repeat(`{"a": 1, "é": "\n"}, `, 50_000)+"1]")))
	if d := time.Since(start); len(errs) > 0 || d > 30*time.Second {
		t.Errorf("1 MB took %v, errors %v", d, errs)
	}
	if _, _, errs := parseJSON(t, strings.Repeat("[", 200)+strings.Repeat("]", 200)); len(errs) > 0 {
		t.Error(errs)
	}
}

// value turns a tree into what encoding/json would decode.
func value(n *Node) any {
	switch {
	case n.Kind == MapNode:
		m := make(map[string]any)
		for _, e := range n.Entries {
			m[e.Key.Text] = value(e.Value)
		}
		return m
	case n.Kind == SeqNode:
		s := make([]any, 0, len(n.Items))
		for _, item := range n.Items {
			s = append(s, value(item))
		}
		return s
	case n.Tag == String:
		return n.Text
	case n.Tag == Null:
		return nil
	case n.Text == "true" || n.Text == "false":
		return n.Text == "true"
	}
	return json.Number(n.Text)
}

// checkJSON checks that what encoding/json accepts is read to the same value, and that
// strings stand in the file as their spans say.
func checkJSON(t *testing.T, text string) []*Error {
	t.Helper()
	src, docs, errs := parseJSON(t, text)
	for _, d := range docs {
		if d.Template {
			continue
		}
		scalars(d.Root, func(n *Node) {
			var s string
			raw := src.Raw(n.Span)
			if n.Tag != String && raw != n.Text {
				t.Errorf("%q at %s stands there as %q", n.Text, place(n.Span), raw)
			}
			if n.Tag == String && utf8.ValidString(raw) && (json.Unmarshal([]byte(`"`+raw+`"`), &s) != nil || s != n.Text) {
				t.Errorf("%q at %s stands there as %q", n.Text, place(n.Span), raw)
			}
		})
	}
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var want any
	if json.Valid([]byte(text)) && utf8.ValidString(text) && decoder.Decode(&want) == nil && (len(docs) == 0 || !docs[0].Template) {
		if len(errs) > 0 || len(docs) != 1 {
			if len(errs) == 1 && strings.HasPrefix(errs[0].Message, "nested deeper") {
				return errs
			}
			t.Fatalf("valid JSON: %d documents, errors %v", len(docs), errs)
		}
		got, _ := json.Marshal(value(docs[0].Root))
		if wanted, _ := json.Marshal(want); string(got) != string(wanted) {
			t.Errorf("got  %s\nwant %s", got, wanted)
		}
	}
	return errs
}

func TestJSONCorpus(t *testing.T) {
	files, broken := 0, 0
	corpus(t, func(t *testing.T, name, text string) {
		files++
		if errs := checkJSON(t, text); len(errs) > 0 {
			broken++
			t.Logf("%s: %v", name[strings.LastIndex(name, "/")+1:], errs)
		}
	}, ".json")
	t.Logf("%d of %d do not parse", broken, files)
}

func FuzzJSON(f *testing.F) {
	for _, seed := range []string{
		`{"a": ["b\n\u00e9", 1.5e-3, true, null], "a": {}}`, "// a\n{\"b\": 1, /* c */ \"d\": [2,],}", `"a": 1, "b": {{ .c }},`, `{} [] "\ud83d\ude00"`, "[1", `{"a":"\`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { checkJSON(t, text) })
}

func BenchmarkJSON(b *testing.B) {
	var text strings.Builder
	text.WriteString(`{"name": "orders", "config": {`)
	for i := range 28 {
		fmt.Fprintf(&text, "\"some.key.number.%d\": \"value %d\",\n", i, i)
	}
	text.WriteString(`"z": 1}}`)
	src := NewSource(NewFile("orders.json", text.String()))
	b.ReportAllocs()
	for b.Loop() {
		if root, errs := ParseJSON(src); root == nil || len(errs) > 0 {
			b.Fatal(errs)
		}
	}
}
