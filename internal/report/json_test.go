package report

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/finding"
)

// TestJSONKeepsText reads the report back: what was escaped is still there.
func TestJSONKeepsText(t *testing.T) {
	d := odd()
	var got jsonBack
	if err := json.Unmarshal([]byte(run(t, "json", d)), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Findings) != len(d.Findings) {
		t.Fatalf("%d findings, want %d", len(got.Findings), len(d.Findings))
	}
	seen := make(map[string]bool)
	for i, f := range got.Findings {
		want := &d.Findings[i]
		if f.Message != want.Message || f.File != want.File || f.Line != want.Start.Line || f.EndColumn != want.End.Column {
			t.Errorf("finding %d is %+v", i, f)
		}
		if seen[f.Fingerprint] || f.Fingerprint != want.Fingerprint() {
			t.Errorf("fingerprint %s is wrong or not unique", f.Fingerprint)
		}
		seen[f.Fingerprint] = true
	}
}

type jsonBack struct {
	Findings []struct {
		Message, File, Fingerprint string
		Line, EndColumn            int
	}
}

func TestEscapeControls(t *testing.T) {
	for _, text := range []string{"", "plain", "a\u009bb\u202ec\x7fd", "é\u0085", "日本"} {
		encoded, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		var back string
		if err := json.Unmarshal(escapeControls(encoded), &back); err != nil || back != text {
			t.Errorf("%q comes back as %q (%v)", text, back, err)
		}
		checkBytes(t, string(escapeControls(encoded)), false)
	}
}

// TestEmptyArrays: who reads the report must not have to tell null from [].
func TestEmptyArrays(t *testing.T) {
	d := data(ordersFiles, []finding.Finding{{Rule: "KP002", Severity: finding.Error, Fixes: []finding.Fix{{}}}})
	for _, format := range []string{"json", "sarif"} {
		if text := run(t, format, d); strings.Contains(text, "null") {
			t.Errorf("%s holds null:\n%s", format, text)
		}
	}
}

type brokenWriter struct{}

var errBroken = errors.New("disk full")

func (brokenWriter) Write([]byte) (int, error) { return 0, errBroken }

func TestWriteErrorsAreReported(t *testing.T) {
	for _, format := range Formats() {
		reporter, _ := Get(format)
		if err := reporter(brokenWriter{}, orders()); !errors.Is(err, errBroken) {
			t.Errorf("%s: %v", format, err)
		}
	}
}
