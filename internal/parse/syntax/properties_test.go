package syntax

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestPropertiesLikeJava compares with the recorded answers of the real
// java.util.Properties; tools/oracle/properties records and checks them.
func TestPropertiesLikeJava(t *testing.T) {
	f, err := os.Open("testdata/properties.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	n := 0
	for lines.Scan() {
		var want struct {
			Text  string
			Pairs [][2]string
			Error bool
		}
		if err := json.Unmarshal(lines.Bytes(), &want); err != nil {
			t.Fatal(err)
		}
		n++
		pairs, _, errs := ParseProperties(NewSource(NewFile("x.properties", want.Text)))
		if want.Error != (len(errs) > 0) {
			t.Errorf("%q: error %v, Java's is %v", want.Text, errs, want.Error)
			continue
		}
		var got [][2]string
		for _, p := range pairs {
			got = append(got, [2]string{p.Key, p.Value})
		}
		if !want.Error && !slices.Equal(got, want.Pairs) {
			t.Errorf("%q: %q, Java's is %q", want.Text, got, want.Pairs)
		}
	}
	if err := lines.Err(); err != nil || n < 1000 {
		t.Fatalf("%d answers: %v", n, err)
	}
}

// checkProperties checks that the text at every span is the text that was read.
func checkProperties(t *testing.T, text string) {
	t.Helper()
	src := NewSource(NewFile("x.properties", text))
	pairs, comments, _ := ParseProperties(src)
	last := 0
	for _, p := range pairs {
		for _, part := range []struct {
			text     string
			from, to int
		}{{p.Key, p.KeySpan.Start.Offset, p.KeySpan.End.Offset}, {p.Value, p.ValueSpan.Start.Offset, p.ValueSpan.End.Offset}} {
			if part.from < last || part.to < part.from || part.to > len(text) {
				t.Fatalf("%q: span %d-%d after %d", text, part.from, part.to, last)
			}
			last = part.from
			if got, ok := DecodeProperty(text[part.from:part.to]); !ok || got != part.text {
				t.Errorf("%q: %q stands at the span of %q", text, got, part.text)
			}
		}
		if at := src.File.Offset(p.ValueSpan.Start.Line, p.ValueSpan.Start.Column); at != p.ValueSpan.Start.Offset {
			t.Errorf("%q: %v is offset %d", text, p.ValueSpan, at)
		}
	}
	for _, c := range comments {
		if raw := src.Raw(c.Span); !strings.HasPrefix(raw, "#") && !strings.HasPrefix(raw, "!") || !strings.Contains(raw, c.Text) {
			t.Errorf("%q: comment %q at %q", text, c.Text, raw)
		}
	}
}

func TestPropertiesSpans(t *testing.T) {
	f, err := os.ReadFile("testdata/properties.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(f)) {
		var recorded struct{ Text string }
		if err := json.Unmarshal([]byte(line), &recorded); err != nil {
			t.Fatal(err)
		}
		checkProperties(t, recorded.Text)
	}
}

func FuzzProperties(f *testing.F) {
	f.Add("a=b\nc : d \\\n  e\n# comment\nk\\=1=\\u0041")
	f.Add("\\")
	f.Fuzz(checkProperties)
}
