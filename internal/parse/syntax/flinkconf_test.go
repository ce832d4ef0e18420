package syntax

import (
	"encoding/json"
	"flag"
	"maps"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/kcfglint/kcfglint/internal/model"
)

// answers are what tools/oracle/flinkconf has recorded, or found out just now.
var answers = flag.String("answers", "testdata/flinkconf/answers.json", "what Flink makes of flink-conf.yaml")

// TestFlinkConfOracle compares the reader with what Flink's GlobalConfiguration made of
// the same files (tools/oracle/flinkconf).
func TestFlinkConfOracle(t *testing.T) {
	data, err := os.ReadFile(*answers)
	if err != nil {
		t.Fatal(err)
	}
	type drop struct {
		Line   int
		Reason string
	}
	var recorded struct {
		Cases []struct {
			Input   string
			Config  map[string]string
			Dropped []drop
			Refused bool
		}
	}
	if err := json.Unmarshal(data, &recorded); err != nil {
		t.Fatal(err)
	}
	if len(recorded.Cases) < 200 {
		t.Fatalf("only %d recorded answers", len(recorded.Cases))
	}
	for _, c := range recorded.Cases {
		pairs, dropped, _ := ParseFlinkConf(NewSource(NewFile("flink-conf.yaml", c.Input)))
		got := make(map[string]string)
		for _, p := range pairs {
			got[p.Key] = p.Value
		}
		if c.Refused || !maps.Equal(got, c.Config) {
			t.Errorf("%q: got %q, Flink reads %q", c.Input, got, c.Config)
		}
		if len(dropped) != len(c.Dropped) {
			t.Errorf("%q: %d lines dropped, Flink drops %d", c.Input, len(dropped), len(c.Dropped))
			continue
		}
		for i, d := range dropped {
			reason := map[DropReason]string{NoSeparator: "no-separator", EmptyKey: "empty-key"}[d.Reason]
			if want := c.Dropped[i]; d.Span.Start.Line != want.Line || reason != want.Reason {
				t.Errorf("%q: line %d dropped as %s, Flink says line %d, %s", c.Input, d.Span.Start.Line, reason, want.Line, want.Reason)
			}
		}
	}
}

func TestParseFlinkConfSpans(t *testing.T) {
	const text = "# head\r\njobmanager.rpc.address : jm  # ä\r\n" +
		"  état: \"é\" # x\r\nstate:\r\n  backend: rocksdb\r\nbroken:x\r\n: lost"
	pairs, dropped, comments := ParseFlinkConf(NewSource(NewFile("c/flink-conf.yaml", text)))
	type place struct{ line, from, to int }
	at := func(s model.Span) place { return place{s.Start.Line, s.Start.Column, s.End.Column} }
	wantPairs := []struct {
		key, value         string
		keyPlace, valPlace place
	}{
		{"jobmanager.rpc.address", "jm", place{2, 1, 23}, place{2, 26, 28}},
		{"état", `"é"`, place{3, 3, 7}, place{3, 9, 12}},
		{"backend", "rocksdb", place{5, 3, 10}, place{5, 12, 19}},
	}
	if len(pairs) != len(wantPairs) {
		t.Fatalf("pairs: %+v", pairs)
	}
	for i, w := range wantPairs {
		if p := pairs[i]; p.Key != w.key || p.Value != w.value || at(p.KeySpan) != w.keyPlace || at(p.ValueSpan) != w.valPlace {
			t.Errorf("pair %d: got %q %v, %q %v", i, p.Key, at(p.KeySpan), p.Value, at(p.ValueSpan))
		}
	}
	wantDropped := []struct {
		text   string
		place  place
		reason DropReason
	}{
		{"state:", place{4, 1, 7}, NoSeparator}, {"broken:x", place{6, 1, 9}, NoSeparator}, {": lost", place{7, 1, 7}, EmptyKey},
	}
	if len(dropped) != len(wantDropped) {
		t.Fatalf("dropped: %+v", dropped)
	}
	for i, w := range wantDropped {
		if d := dropped[i]; d.Text != w.text || at(d.Span) != w.place || d.Reason != w.reason {
			t.Errorf("dropped %d: got %+v", i, d)
		}
	}
	wantComments := []struct {
		text    string
		place   place
		ownLine bool
	}{
		{"head", place{1, 1, 7}, true}, {"ä", place{2, 30, 33}, false}, {"x", place{3, 13, 16}, false},
	}
	if len(comments) != len(wantComments) {
		t.Fatalf("comments: %+v", comments)
	}
	for i, w := range wantComments {
		if c := comments[i]; c.Text != w.text || at(c.Span) != w.place || c.OwnLine != w.ownLine {
			t.Errorf("comment %d: got %+v", i, c)
		}
	}
}

// TestParseFlinkConfWithin reads a text that lies, indented, within another document.
func TestParseFlinkConfWithin(t *testing.T) {
	outer := "data:\n  flink-conf.yaml: |\n    a: b\n    c: d # e\n"
	first, second := strings.Index(outer, "a: b"), strings.Index(outer, "c: d")
	src := NewSource(NewFile("cm.yaml", outer)).Sub("a: b\nc: d # e\n",
		[]Segment{{Inner: 0, Outer: first}, {Inner: 5, Outer: second}})
	pairs, _, comments := ParseFlinkConf(src)
	if len(pairs) != 2 || pairs[1].KeySpan.String() != "cm.yaml:4:5" || pairs[1].ValueSpan.String() != "cm.yaml:4:8" {
		t.Errorf("pairs: %+v", pairs)
	}
	if len(comments) != 1 || comments[0].Span.String() != "cm.yaml:4:10" {
		t.Errorf("comments: %+v", comments)
	}
}

func FuzzFlinkConf(f *testing.F) {
	for _, seed := range []string{
		"a: b\n", "a: b # c\r\n  d : 'e' \r\n", "a:\n  b: c\n", ": x\n#\n#y\ra:b", "\ufeffé: ü\u00a0\x00: \x1f",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		src := NewSource(NewFile("flink-conf.yaml", text))
		pairs, dropped, comments := ParseFlinkConf(src)
		for _, p := range pairs {
			key, value := src.Raw(p.KeySpan), src.Raw(p.ValueSpan)
			if key != p.Key || value != p.Value || key == "" || value == "" || strings.Contains(key, ": ") {
				t.Fatalf("%q: pair %+v stands on %q, %q", text, p, key, value)
			}
			if p.KeySpan.End.Offset >= p.ValueSpan.Start.Offset || p.KeySpan.Start.Line != p.ValueSpan.End.Line {
				t.Fatalf("%q: pair %+v", text, p)
			}
			if strings.ContainsAny(key+value, "#\r\n") || javaTrim(key) != key || javaTrim(value) != value {
				t.Fatalf("%q: pair %+v", text, p)
			}
		}
		for _, d := range dropped {
			if src.Raw(d.Span) != d.Text || d.Text == "" || (d.Reason == NoSeparator) == strings.Contains(d.Text, ": ") {
				t.Fatalf("%q: dropped %+v", text, d)
			}
		}
		for _, c := range comments {
			if raw := src.Raw(c.Span); !strings.HasPrefix(raw, "#") || strings.TrimSpace(raw[1:]) != c.Text {
				t.Fatalf("%q: comment %+v stands on %q", text, c, raw)
			}
		}
		// What is left over holds nothing.
		rest := []byte(text)
		blank := func(s model.Span) {
			for i := s.Start.Offset; i < s.End.Offset; i++ {
				rest[i] = ' '
			}
		}
		for _, p := range pairs {
			blank(p.KeySpan)
			blank(p.ValueSpan)
		}
		for _, d := range dropped {
			blank(d.Span)
		}
		for _, c := range comments {
			blank(c.Span)
		}
		if left := strings.Map(func(r rune) rune {
			if r <= ' ' || r == ':' {
				return -1
			}
			return r
		}, string(rest)); left != "" {
			t.Fatalf("%q: %q was read as nothing", text, left)
		}
	})
}
