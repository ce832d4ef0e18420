package config

import (
	"strings"
	"testing"
)

func TestErrors(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"unknown key", "rulez: {}\n", []string{`1:1: unknown key "rulez"; did you mean "rules"?`}},
		{"far key", "formatting: x\n", []string{
			`1:1: unknown key "formatting"; it may be client, data-class, exclude, ignore, mappings, paths, require-reason, rules, versions, workload`}},
		{"key of another place", "paths:\n  - path: a\n    exclude: b\n", []string{
			`3:5: unknown key "exclude"; it may be client, data-class, ignore, mappings, path, require-reason, rules, versions, workload`}},
		{"rule", "rules:\n  KP02: off\n  what-is-this: off\n", []string{
			`2:3: unknown rule or group "KP02"; did you mean "KP002"?`, `3:3: unknown rule or group "what-is-this"`}},
		{"level", "rules:\n  KP002: warn\n  KC001: {level: none}\n  producer: {}\n  consumer:\n", []string{
			`2:10: unknown level "warn"; did you mean "warning"?`, `3:18: unknown level "none"; it may be off, info, warning, error`,
			`4:13: a rule needs a level`, `level is empty`}},
		{"twice", "client: java\nclient: kafkajs\n", []string{`2:1: "client" stands here twice`}},
		{"versions", "versions: {kafka: four, flnk: 1.2}\n", []string{`1:19: "four" is no version`, `1:25: unknown key "flnk"; did you mean "flink"?`}},
		{"types", "rules: []\nignore: {}\nclient: [java]\nworkload:\nexclude: {a: b}\npaths: x\n", []string{
			"1:8: rules must be a map", "2:9: ignore must be a list", "3:9: client must be a single value", "workload is empty",
			"5:10: exclude must be a single value", "6:8: paths must be a list"}},
		{"glob", "exclude: [\"a[\", \"\"]\npaths:\n  - path: []\n  - rules: {}\n", []string{
			`1:12: "a[" is no valid glob`, `exclude is empty`, "3:11: path is empty", "4:5: an entry of paths needs a path"}},
		{"ignore", "ignore:\n  - {reason: x}\n  - {path: a, rule: KP02}\n", []string{
			"2:5: an ignore entry needs a rule", "2:5: an ignore entry needs a path", `3:21: unknown rule or group "KP02"; did you mean "KP002"?`}},
		{"mapping", "mappings:\n  - {at: a..b, kind: producers}\n", []string{
			"2:5: a mapping needs a path", `2:10: "a..b" is no path of keys with dots between them`, `2:22: unknown kind "producers"; did you mean "producer"?`}},
		{"words", "data-class: metric\nrequire-reason: yes\nworkload: speed\nclient: Java\n", []string{
			`1:13: unknown data class "metric"; did you mean "metrics"?`, `2:17: unknown require-reason "yes"; it may be true, false`,
			`3:11: unknown workload "speed"; it may be durability, latency, throughput, cost`, `4:9: unknown client "Java"; did you mean "java"?`}},
		{"no map", "- a\n", []string{"1:1: a configuration file must be a map"}},
		{"two documents", "client: java\n---\nclient: java\n", []string{"a configuration file is one document"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			c, err := Parse(".kcfglint.yaml", test.text, known)
			if err == nil {
				t.Fatalf("no error, but %+v", c)
			}
			got := strings.Split(err.Error(), "\n")
			if len(got) != len(test.want) {
				t.Fatalf("got\n%s", err)
			}
			for i, want := range test.want {
				if !strings.HasPrefix(got[i], ".kcfglint.yaml:") || !strings.HasSuffix(got[i], want) {
					t.Errorf("got  %s\nwant %s", got[i], want)
				}
			}
		})
	}
}

func TestSyntaxError(t *testing.T) {
	_, err := Parse(".kcfglint.yaml", "rules: {\n", known)
	if err == nil || !strings.HasPrefix(err.Error(), ".kcfglint.yaml:") {
		t.Errorf("error is %v", err)
	}
}
