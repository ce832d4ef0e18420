package syntax

import (
	"strings"
	"testing"
	"time"
)

func TestBlankTemplates(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"value", "a: {{ .x }}\n", "a: xxxxxxxx\n"},
		{"in a value", "a: b-{{ .x }}/c\n", "a: b-xxxxxxxx/c\n"},
		{"in quotes", `a: "{{ index .x "y" }}"` + "\n", `a: "xxxxxxxxxxxxxxxxxx"` + "\n"},
		{"key", "{{ .x }}: a\n", "xxxxxxxx: a\n"},
		{"own line", "a:\n  {{- if .x }}\n  b: c\n  {{- end }}\n", "a:\n              \n  b: c\n            \n"},
		{"several on their own line", "{{ if .x }} {{ .y }} {{ end }}\n", "                              \n"},
		{"before a key", "{{ if .x }}a: b{{ end }}\n", "           a: bxxxxxxxxx\n"},
		{"comment", "a: b {{/* c }} d */}}\n", "a: b                 \n"},
		{"jinja", "{% for x in y %}\na: {{ x }}\n{% endfor %}\n{# b #}\n", "                \na: xxxxxxx\n            \n       \n"},
		{"jinja before a value", "{% if x %}a: b{% endif %}\n", "          a: bxxxxxxxxxxx\n"},
		{"over lines", "a: b\n{{ include \"x\"\n   . }}\nc: d\n", "a: b\n              \n       \nc: d\n"},
		{"over lines in a value", "a: {{ x\n  y }}\nb: c\n", "a: xxxx\n      \nb: c\n"},
		{"CRLF", "{{ if }}\r\na: {{ x }}\r\n", "        \r\na: xxxxxxx\r\n"},
		{"end in a string", `a: {{ "}}" }}` + "\n", "a: xxxxxxxxxx\n"},
		{"apostrophe", "a: {{ x | default 'it }}\n", "a: xxxxxxxxxxxxxxxxxxxxx\n"},
		{"open quote", "a: {{ \" }}\nb: \"\n", "a: xxxxxxx\nb: \"\n"},
		{"into a block", "a: |\n{{ x | indent 2 }}\n  b\n", "a: |\n  xxxxxxxxxxxxxxxx\n  b\n"},
		{"into a block after text", "a: |\n  b\n{{ x | indent 2 }}\n  c\nd: e\n", "a: |\n  b\n  xxxxxxxxxxxxxxxx\n  c\nd: e\n"},
		{"block of an action", "- a: |\n{{ x | indent 4 }}\n  b: c\n", "- a: |\n   xxxxxxxxxxxxxxx\n  b: c\n"},
		{"after a block", "a: |\n  b\n{{ end }}\nc: d\n", "a: |\n  b\n         \nc: d\n"},
		{"indented in a block", "a: |\n  {{ x }}\n  b\n  {{ y }}\nc: d\n", "a: |\n  {{ x }}\n  b\n  {{ y }}\nc: d\n"},
		{"none", "a: {b: c}\n", "a: {b: c}\n"},
		{"not closed", "a: {{ b\nc: {%\nd: {#\n", "a: {{ b\nc: {%\nd: {#\n"},
		{"shell", "a: ${#b} ${c#}\n", "a: ${#b} ${c#}\n"},
		{"shell expression of a workflow", "a: ${{ b }}\n", "a: $xxxxxxx\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, found := BlankTemplates(test.text)
			if got != test.want {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
			if want := strings.Contains(test.text, "}}") || strings.Contains(test.text, "%}"); found != want {
				t.Errorf("found = %v", found)
			}
		})
	}
}

// What Maven fills in is a value like any other, and makes no template of a file.
func TestFilteredValues(t *testing.T) {
	_, docs, errs := parseYAML(t, "a: @a.b@\nb: [@c@, @d-e@x]\nc:\n- @f@ # g\nd: 'i @j@'\ne: |\n  k @l@\n")
	if len(errs) > 0 || len(docs) != 1 || docs[0].Template {
		t.Fatal(docs, errs)
	}
	for key, want := range map[string]string{"a": "@a.b@", "b.0": "@c@", "b.1": "@d-e@x", "c.0": "@f@", "d": "i @j@", "e": "k @l@\n"} {
		if n := at(docs[0].Root, key); n == nil || n.Text != want {
			t.Errorf("%s is %v; want %q", key, n, want)
		}
	}
	if _, _, errs := parseYAML(t, "a: @b\n"); len(errs) != 1 {
		t.Error(errs)
	}
}

// Nodes show actions as they are written, and stand where these stand.
func TestTemplateNodes(t *testing.T) {
	text := "a: {{ .x | default \"y: z\" }}\nb: '{{ it''s }} \\n'\nc: \"{{ \\\"q\\\" }}\\t{{ r }}\"\nd: [{{ .e }}, f{{ .g }}]\n" +
		"h:\n  {{- toYaml .i | nindent 2 }}\nj: |\n{{ k | indent 2 }}\n  l={{ m }}\n  {{ n }}\nо: é{{ .é }}\n"
	src, docs, errs := parseYAML(t, text)
	if len(errs) > 0 || len(docs) != 1 || !docs[0].Template {
		t.Fatal(docs, errs)
	}
	for key, want := range map[string]string{
		"a": `{{ .x | default "y: z" }}`, "b": `{{ it''s }} \n`, "d.0": "{{ .e }}", "d.1": "f{{ .g }}", "h": "",
		"j": strings.Repeat(" ", 16) + "\nl={{ m }}\n{{ n }}\n", "о": "é{{ .é }}",
	} {
		n := at(docs[0].Root, key)
		if n.Text != want {
			t.Errorf("%s is %q, want %q", key, n.Text, want)
		}
		if raw := src.Raw(n.Span); key != "j" && raw != want {
			t.Errorf("%s stands there as %q", key, raw)
		}
	}
	if c := docs[0].Root.Get("c").Text; c != "{{ \\\"q\\\" }}\t{{ r }}" {
		t.Errorf("c is %q", c)
	}
	inner := docs[0].Root.Get("j").Source()
	i := strings.Index(inner.Text, "l=")
	if span := inner.Span(i, i+9); place(span) != "9:3-12" || inner.Raw(span) != "l={{ m }}" {
		t.Errorf("l is at %s", place(span))
	}
	_, docs, _ = parseYAML(t, "a: b\n---\nc: {{ d }}\n")
	if docs[0].Template || !docs[1].Template {
		t.Error("the document with actions is not the one that is a template")
	}
}

func TestTemplateTime(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("{{", 1<<20), strings.Repeat("{{", 1<<20) + "}}", strings.Repeat("{{`}}", 1<<18), strings.Repeat("{{\"}}\n", 1<<18),
		strings.Repeat("{#", 1<<20), strings.Repeat("{{/*}}", 1<<18), strings.Repeat("a: |\n{{ b }}\n", 1<<16), strings.Repeat("{{a}}", 1<<18), strings.Repeat("{{ -", 1<<18) + "}}",
	} {
		start := time.Now()
		blanked, _ := BlankTemplates(text)
		if d := time.Since(start); d > 30*time.Second || len(blanked) != len(text) {
			t.Errorf("%q...: %v", text[:20], d)
		}
	}
}

func FuzzBlankTemplates(f *testing.F) {
	for _, seed := range []string{
		"a: {{ .x }}\n", "a: |\n{{ x | indent 2 }}\n  b\n{{- end }}\n", "{% if a %}b: {{ c }}{% endif %}{# d #}\r\n", "a: {{/* }} */}} \"{{ \"}}\" }}\"\n- |\n {{ x\n }}\n y\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, found := BlankTemplates(text)
		if len(got) != len(text) {
			t.Fatalf("%d bytes became %d", len(text), len(got))
		}
		if !found && got != text {
			t.Fatalf("nothing was found, and %q became %q", text, got)
		}
		actions := templateActions(text)
		for i := range text {
			inside := false
			for _, x := range actions {
				inside = inside || x.start <= i && i < x.end
			}
			if text[i] != got[i] && (!inside || text[i] == '\n' || text[i] == '\r' || got[i] != ' ' && got[i] != 'x') {
				// The blanks before an action that is moved into a block may become part of it.
				if text[i] != ' ' && text[i] != '\t' {
					t.Fatalf("byte %d of %q: %q", i, text, got)
				}
			}
		}
		checkYAML(t, text)
	})
}
