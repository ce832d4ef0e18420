package syntax

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestYAMLLimits(t *testing.T) {
	bomb := "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
	for i := range 12 {
		bomb += fmt.Sprintf("a%d: &a%d [%s*a%d]\n", i+1, i+1, strings.Repeat(fmt.Sprintf("*a%d, ", i), 9), i)
	}
	merges := "m0: &m0 {" + strings.Repeat("k: v, ", 3000) + "}\n"
	for i := range 100 {
		merges += fmt.Sprintf("m%d: &m%d {<<: *m%d, k%d: v}\n", i+1, i+1, i, i)
	}
	tests := []struct{ name, text, want string }{
		{"alias bomb", bomb, "aliases stand for more than 100000 nodes"},
		{"merge bomb", merges, "aliases stand for more than 100000 nodes"},
		{"deep flow", strings.Repeat("[", 5000) + strings.Repeat("]", 5000), "nested deeper than 200 levels"},
		{"deep blocks", strings.Repeat("- ", 5000) + "a", "nested deeper than 200 levels"},
		{"deeper than the library goes", strings.Repeat("[", 20000), "exceeded max depth of 10000"},
		{"deep aliases", "- &a0 [x]\n" + deepAliases(300), "nested deeper than 200 levels"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			start := time.Now()
			_, docs, errs := parseYAML(t, test.text)
			if len(errs) == 0 || errs[0].Message != test.want {
				t.Errorf("errors %v, want %s", errs, test.want)
			}
			nodes := 0
			for _, d := range docs {
				nodes += size(d.Root)
			}
			if nodes > 300_000 {
				t.Errorf("%d nodes", nodes)
			}
			if d := time.Since(start); d > 30*time.Second {
				t.Errorf("took %v", d)
			}
		})
	}
}

// Reading must not take longer than in proportion to the size.
func TestYAMLTime(t *testing.T) {
	for _, part := range []string{"a: é\n", "- 'a': [b, {c: d}] # e\n", "# a\n", "- |\n  a\n\n", "- &a {b: c}\n- *a\n", "---\na: b\n", "- {{ a }}\n", "[{a: é},", "- a: \"b\n"} {
		start := time.Now()
		ParseYAML(NewSource(NewFile("f.yaml", strings.Repeat(part, 300_000/len(part)))))
		if d := time.Since(start); d > 30*time.Second {
			t.Errorf("%q...: %v", part, d)
		}
	}
}

func deepAliases(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "- &a%d [*a%d]\n", i+1, i)
	}
	return b.String()
}

// size counts the nodes that a walk over a tree meets.
func size(n *Node) int {
	if n == nil {
		return 0
	}
	total := 1
	for _, e := range n.Entries {
		total += size(e.Key) + size(e.Value)
	}
	for _, item := range n.Items {
		total += size(item)
	}
	return total
}
