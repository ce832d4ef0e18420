package cli

import (
	"bytes"
	"context"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

// TestGuides runs the commands that guides show: each part of the output that they show is
// one that kcfglint prints.
func TestGuides(t *testing.T) {
	t.Chdir("../..")
	for guide, least := range map[string]int{"docs/guarantee.md": 2, "docs/chain.md": 3, "docs/losing-records.md": 4, "examples/README.md": 16} {
		text := read(t, guide)
		blocks := strings.Split(text, "```text\n$ kcfglint ")[1:]
		if len(blocks) < least {
			t.Errorf("%s: %d outputs", guide, len(blocks))
		}
		for _, block := range blocks {
			block, _, _ = strings.Cut(block, "```\n")
			command, shown, _ := strings.Cut(block, "\n")
			args, want := strings.Fields(command), ExitClean
			if args[0] == "lint" {
				args, want = append(args, "--color", "never"), ExitFindings
			}
			var out, errs bytes.Buffer
			if code := Main(context.Background(), args, Streams{Out: &out, Err: &errs}); code != want {
				t.Errorf("%s: %s: exit code %d: %s", guide, command, code, errs.String())
			}
			for _, part := range strings.Split(strings.TrimSpace(shown), "\n\n") {
				if part = strings.TrimPrefix(part, "...\n"); part != "..." && !strings.Contains(out.String(), part+"\n") {
					t.Errorf("%s: %s: the guide shows what kcfglint does not print:\n%s", guide, command, part)
				}
			}
		}
	}
}

var (
	link    = regexp.MustCompile(`\]\(([^):\s]*)\)`)
	heading = regexp.MustCompile(`(?m)^#+ +(.*)$`)
)

// TestLinks follows the links of the guides to files and headings of this repository.
func TestLinks(t *testing.T) {
	t.Chdir("../..")
	for _, guide := range []string{"README.md", "docs/evidence.md", "docs/losing-records.md", "docs/chain.md", "examples/README.md"} {
		links := link.FindAllStringSubmatch(read(t, guide), -1)
		if len(links) == 0 {
			t.Errorf("%s has no links", guide)
		}
		for _, l := range links {
			file, anchor, _ := strings.Cut(l[1], "#")
			target := path.Join(path.Dir(guide), file)
			if file == "" {
				target = guide
			}
			if _, err := os.Stat(target); err != nil {
				t.Errorf("%s: %s leads nowhere", guide, l[1])
			} else if anchor != "" && !anchors(read(t, target))[anchor] {
				t.Errorf("%s: %s: %s has no such heading", guide, l[1], target)
			}
		}
	}
}

// anchors are what the headings of a page are linked by.
func anchors(text string) map[string]bool {
	found := make(map[string]bool)
	for _, h := range heading.FindAllStringSubmatch(text, -1) {
		keep := func(r rune) rune {
			switch {
			case r == ' ':
				return '-'
			case 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || r == '-' || r == '_':
				return r
			}
			return -1
		}
		found[strings.Map(keep, strings.ToLower(h[1]))] = true
	}
	return found
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
