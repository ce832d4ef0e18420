package syntax

import (
	"fmt"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// checkYAML checks what holds of every YAML text: the text of the file at a scalar's span
// is, for the library, the scalar's text.
func checkYAML(t *testing.T, text string) (errs []*Error) {
	t.Helper()
	src, docs, errs := parseYAML(t, text)
	for _, d := range docs {
		if d.Template || oddBreak(text) {
			continue
		}
		scalars(d.Root, func(n *Node) {
			if raw := src.Raw(n.Span); !reads(raw, n) {
				t.Errorf("%q at %s stands there as %q", n.Text, place(n.Span), raw)
			}
		})
	}
	return errs
}

// reads reports whether a raw text, in one of the styles, stands for the node's text.
func reads(raw string, n *Node) bool {
	if raw == n.Text {
		return true
	}
	// A block is indented as far as its first line or, if that is blank, by 0 to 9.
	texts := []string{" " + raw, `"` + raw + `"`, "'" + raw + "'"}
	columns := []int{n.Span.Start.Column - 1}
	if strings.TrimLeft(raw, " ") != raw || strings.HasPrefix(raw, "\n") || strings.HasPrefix(raw, "\r") {
		columns = append(columns, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9)
	}
	for _, column := range columns {
		indent := strings.Repeat(" ", column)
		lines := strings.Split(indent+raw, "\n")
		for i, line := range lines {
			if strings.Trim(line, " \r") == "" && len(line) <= column {
				line = indent
			}
			lines[i] = " " + strings.TrimPrefix(line, indent)
		}
		block := "1-\n" + strings.Join(lines, "\n")
		texts = append(texts, "|"+block, ">"+block)
	}
	for _, text := range texts {
		var got yaml.Node
		if yaml.Unmarshal([]byte(text), &got) != nil || len(got.Content) != 1 || got.Content[0].Kind != yaml.ScalarNode {
			continue
		}
		if got.Content[0].Value == n.Text || n.Tag == String && strings.TrimRight(got.Content[0].Value, "\n") == strings.TrimRight(n.Text, "\n") {
			return true
		}
	}
	return false
}

func TestYAMLCorpus(t *testing.T) {
	documents, broken := 0, 0
	corpus(t, func(t *testing.T, name, text string) {
		documents++
		if errs := checkYAML(t, text); len(errs) > 0 {
			broken++
			t.Logf("%s: %v", name[strings.LastIndex(name, "/")+1:], errs)
		}
	}, ".yaml", ".yml", ".tmpl", ".j2")
	t.Logf("%d of %d do not parse", broken, documents)
}

func FuzzYAML(f *testing.F) {
	for _, seed := range []string{
		"a: b\nc:\n  - d # e\n  - 'f''g'\n  - \"h\\ti\\\n   j\"\n", "a: |\n  b\n\n   c\nd: >-\n  e\n  f\n", "a: &x {b: [c, d: e]}\nf: *x\ng: {<<: *x}\n",
		"%YAML 1.1\n---\na: !!str b\n...\n--- |2+\n    a\n\n", "a: {{ .x }}\nb: |\n{{ y | indent 2 }}\n  c\n", "\ufeff? a\n: b\r\nc: é\r\n", "- |\n\n \n  a\n",
		"a: >\n\n b\n  c\n\n\n d\n", "a: b\n c\n\n d\n", "a: \"b \n\n c\"\n", "a: [\nb: {\n", "a: b\u2028c: d\u0085e: f\n", "- - a\n  - b:\n- ? c\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { checkYAML(t, text) })
}

// oddBreak reports whether a text holds line ends that only YAML 1.1 readers take for
// such, or what no reader accepts: the check of the raw text does not hold there.
func oddBreak(text string) bool {
	_, errs := printable(NewSource(NewFile("", text)), text)
	return len(errs) > 0 || strings.ContainsAny(text, "\u0085\u2028\u2029\ufeff")
}

func BenchmarkYAML(b *testing.B) {
	var text strings.Builder
	text.WriteString("spring:\n  kafka:\n    bootstrap-servers: ${BROKERS:localhost:9092}\n    producer:\n      acks: all # durable\n      properties:\n")
	for i := range 24 {
		fmt.Fprintf(&text, "        some.key.number.%d: \"value %d\"\n", i, i)
	}
	src := NewSource(NewFile("application.yml", text.String()))
	b.ReportAllocs()
	for b.Loop() {
		if docs, errs := ParseYAML(src); len(docs) != 1 || len(errs) > 0 {
			b.Fatal(docs, errs)
		}
	}
}
