package parse

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestFlinkContainersSize reads files in which many containers share long texts, or belong
// together, as large as a file may be.
func TestFlinkContainersSize(t *testing.T) {
	lines := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "        a.b%d: c\n", i)
		}
		return b.String()
	}
	services := func(n int, command, environment string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "  s%d:\n    image: flink:1.20\n    command: %s\n    environment: %s\n", i, command, environment)
		}
		return b.String()
	}
	var pods strings.Builder
	for i := range 5_000 {
		fmt.Fprintf(&pods, "---\nkind: Deployment\napiVersion: apps/v1\nmetadata: {name: n%d}\nspec: {template: {spec: {containers: [{name: c, image: flink:1.20, args: [%s], "+
			"env: [{name: FLINK_PROPERTIES, value: \"jobmanager.rpc.address: n%d\"}]}]}}}\n", i, []string{jobManager, taskManager}[i%2], i/2*2)
	}
	for name, text := range map[string]string{
		"long text":     "services:\n  a:\n    image: orders\n    environment:\n      FLINK_PROPERTIES: |\n" + lines(50_000),
		"shared text":   "x: &e\n  FLINK_PROPERTIES: |\n" + lines(10_000) + "services:\n  jm:\n    image: flink:1.20\n    command: jobmanager\n    environment: *e\n" + services(10_000, taskManager, "*e"),
		"many services": "services:\n  jm:\n    image: flink:1.20\n    command: jobmanager\n    environment:\n      FLINK_PROPERTIES: |\n" + lines(10_000) + services(10_000, taskManager, `{FLINK_PROPERTIES: "a: b"}`),
		"many managers": "services:\n" + services(10_000, jobManager, `{FLINK_PROPERTIES: "a: b"}`),
		"pods":          pods.String(),
		"one key":       "services:\n  a:\n    image: flink:1.20\n    environment:\n      FLINK_PROPERTIES: \"" + strings.Repeat("a.", 500_000) + ": x\"\n",
	} {
		start := time.Now()
		r := File("docker-compose.yml", []byte(text), Options{})
		if elapsed := time.Since(start); elapsed > 30*time.Second {
			t.Errorf("%s: %d bytes took %v", name, len(text), elapsed)
		} else {
			t.Logf("%s: %d bytes, %d components in %v", name, len(text), len(r.Components), elapsed)
		}
	}
}
