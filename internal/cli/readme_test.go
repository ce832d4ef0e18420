package cli

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"
)

// TestReadme runs the command of the README's first screen: every finding that it shows is
// one that kcfglint prints, and the counts are right. The mended example is clean.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, block, _ := strings.Cut(string(readme), "```text\n$ kcfglint ")
	block, _, ok := strings.Cut(block, "```\n")
	command, shown, _ := strings.Cut(block, "\n")
	if !ok || shown == "" {
		t.Fatal("the README shows no output of kcfglint")
	}
	t.Chdir("../..")
	var out, errs bytes.Buffer
	if code := Main(context.Background(), append(strings.Fields(command), "--color", "never"), Streams{Out: &out, Err: &errs}); code != ExitFindings {
		t.Errorf("exit code %d: %s", code, errs.String())
	}
	for _, part := range strings.Split(strings.TrimSpace(shown), "\n\n") {
		if part = strings.TrimPrefix(part, "...\n"); !strings.Contains(out.String(), part+"\n") {
			t.Errorf("the README shows what kcfglint does not print:\n%s", part)
		}
	}
	out.Reset()
	if code := Main(context.Background(), []string{"lint", "--color", "never", "examples/orders-mended"}, Streams{Out: &out, Err: &errs}); code != ExitClean {
		t.Errorf("the mended example is not clean:\n%s", out.String())
	}
}
