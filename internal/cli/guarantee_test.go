package cli

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"
)

// TestGuaranteeGuide runs the commands of docs/guarantee.md: each part of the output that it
// shows is one that kcfglint prints.
func TestGuaranteeGuide(t *testing.T) {
	guide, err := os.ReadFile("../../docs/guarantee.md")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir("../..")
	blocks := strings.Split(string(guide), "```text\n$ kcfglint ")[1:]
	if len(blocks) < 2 {
		t.Fatalf("%d outputs in the guide", len(blocks))
	}
	for _, block := range blocks {
		block, _, _ = strings.Cut(block, "```\n")
		command, shown, _ := strings.Cut(block, "\n")
		var out, errs bytes.Buffer
		if code := Main(context.Background(), strings.Fields(command), Streams{Out: &out, Err: &errs}); code != ExitClean {
			t.Errorf("%s: exit code %d: %s", command, code, errs.String())
		}
		for _, part := range strings.Split(strings.TrimSpace(shown), "\n\n") {
			if part = strings.TrimPrefix(part, "...\n"); !strings.Contains(out.String(), part+"\n") {
				t.Errorf("%s: the guide shows what kcfglint does not print:\n%s", command, part)
			}
		}
	}
}
