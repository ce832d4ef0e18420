package report

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
)

func TestMark(t *testing.T) {
	const thirty = "abcdefghijklmnopqrstuvwxyz1234"
	for _, test := range []struct {
		name       string
		line       string
		start, end int
		width      int
		want       excerpt
	}{
		{"plain", "acks=1", 6, 7, 80, excerpt{"acks=1", 5, 1}},
		{"to the end of the line", "acks=all \\", 6, 0, 80, excerpt{"acks=all \\", 5, 5}},
		{"behind the end", "acks=", 6, 6, 80, excerpt{"acks=", 5, 1}},
		{"far behind the end", "acks=****", 30, 40, 80, excerpt{"acks=****", 9, 1}},
		{"empty line", "", 1, 0, 80, excerpt{"", 0, 1}},
		{"tab before", "\ta=1", 2, 3, 80, excerpt{"    a=1", 4, 1}},
		{"tab in the middle", "ab\tc", 4, 5, 80, excerpt{"ab  c", 4, 1}},
		{"wide", "日本=x", 4, 5, 80, excerpt{"日本=x", 5, 1}},
		{"combining", "e\u0301=x", 4, 5, 80, excerpt{"e\u0301=x", 2, 1}},
		{"within a cluster", "e\u0301=x", 2, 3, 80, excerpt{"e\u0301=x", 0, 1}},
		{"no width", "a\u200bb", 2, 3, 80, excerpt{"a\ufffdb", 1, 1}},
		{"cut on the right", thirty, 2, 4, 12, excerpt{"abcdefghij…", 1, 2}},
		{"cut on the left", thirty, 30, 31, 12, excerpt{"…uvwxyz1234", 10, 1}},
		{"cut on both sides", thirty, 15, 17, 12, excerpt{"…lmnopqrstu…", 4, 2}},
		{"mark is cut", thirty, 15, 31, 12, excerpt{"…lmnopqrstu…", 4, 7}},
		{"half a wide character", "日本語日本語日本語=x", 11, 12, 13, excerpt{"… 語日本語=x", 11, 1}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := mark(test.line, test.start, test.end, test.width); got != test.want {
				t.Errorf("got %+v, want %+v", got, test.want)
			}
		})
	}
}

func FuzzMark(f *testing.F) {
	f.Add("acks=1", 6, 7, 40)
	f.Add("日本語\t👩‍👩‍👧\x1b[0m e\u0301\xff", 3, 9, 36)
	f.Add(strings.Repeat("語x", 60), 60, 0, 36)
	f.Fuzz(func(t *testing.T, line string, start, end, width int) {
		width = minWidth - 10 + width&0xff
		line = strings.NewReplacer("\n", "", "\r", "").Replace(line)
		e := mark(line, start&0xfff, end&0xfff, width)
		if e.mark < 1 || e.indent < 0 {
			t.Fatalf("no mark: %+v", e)
		}
		for _, r := range e.text {
			if visible(r) != r {
				t.Fatalf("%U is shown", r)
			}
		}
		total := 0
		for _, c := range cells(line) {
			total += c.width
			if c.width != displaywidth.String(c.text) {
				t.Fatalf("%q is %d columns wide, not %d", c.text, displaywidth.String(c.text), c.width)
			}
		}
		// A mark behind the last character may stand one column to the right of the text.
		if e.indent+e.mark > min(total, width)+1 {
			t.Fatalf("the mark ends at column %d of %d: %+v", e.indent+e.mark, min(total, width), e)
		}
		if !utf8.ValidString(e.text) {
			t.Fatalf("invalid UTF-8: %q", e.text)
		}
	})
}

func TestAdvice(t *testing.T) {
	for in, want := range map[string]string{
		"Set acks=all.":             "set acks=all",
		"SASL needs a\n  mechanism": "SASL needs a mechanism",
		"Set a. Then set b.":        "set a. Then set b",
		"":                          "",
		"X":                         "X",
	} {
		if got := advice(in); got != want {
			t.Errorf("advice(%q) = %q, want %q", in, got, want)
		}
	}
}
