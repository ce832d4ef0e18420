package main

import (
	"fmt"
	"strings"
	"testing"
)

const someTable = "Property | C/P | Range | Default | Importance | Description\n" +
	"---|---|---|--:|---|---\n" +
	"linger.ms | P | 0 .. 900000 | 5 | high | Alias for `queue.buffering.max.ms`: delay. <br>*Type: float*\n" +
	"queue.buffering.max.ms | P | 0 .. 900000 | 5 | high | Delay. <br>*Type: float*\n" +
	"isolation.level | C | read_uncommitted, read_committed | read_committed | high | Level. <br>*Type: enum value*\n" +
	"kinit.cmd | * | | a || b | low | **DEPRECATED** Command, a | b. <br>*Type: string*\n" +
	"check.crcs | C | true, false | false | medium | Verify. <br>*Type: boolean*\n" +
	"error_cb | * | | | low | Callback <br>*Type: see dedicated API*\n" +
	"## Topic configuration properties\n" +
	"check.crcs | C | true, false | true | medium | Again. <br>*Type: boolean*\n"

// filled adds properties to a table so that it has as many as librdkafka.
func filled(table string) (string, []fact) {
	var facts []fact
	for i := range 100 {
		name := fmt.Sprintf("filler.%d", i)
		table += name + " | * | | | low | Filler. <br>*Type: string*\n"
		facts = append(facts, fact{"key": name, "kind": "producer+consumer+admin", "type": "string", "source": "CONFIGURATION.md"})
	}
	return table, facts
}

func someFacts(change func(map[string]fact)) *facts {
	by := map[string]fact{
		"linger.ms":       {"kind": "producer", "type": "double", "values": "0..900000", "default": "5"},
		"isolation.level": {"kind": "consumer", "type": "enum", "values": "(?i)read_uncommitted|read_committed", "default": "read_committed"},
		"kinit.cmd":       {"kind": "producer+consumer+admin", "type": "string", "default": "a || b", "deprecated": "yes", "from": "1.1", "to": "1.9"},
		"check.crcs":      {"kind": "consumer", "type": "boolean", "default": "false"},
		"newer":           {"kind": "consumer", "type": "boolean", "from": "2.0"},
		"older":           {"kind": "consumer", "type": "boolean", "to": "1.8"},
	}
	change(by)
	_, all := filled("")
	for key, f := range by {
		f["key"], f["source"] = key, "CONFIGURATION.md"
		all = append(all, f)
	}
	return &facts{all, []fact{{"key": "linger.ms", "alias": "queue.buffering.max.ms"}}}
}

func TestCompare(t *testing.T) {
	table, _ := filled(someTable)
	properties, err := parse(table)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name   string
		change func(map[string]fact)
		want   string
	}{
		{"the same", func(map[string]fact) {}, ""},
		{"default", func(f map[string]fact) { f["check.crcs"]["default"] = "true" }, `check.crcs: the default is "false"; the facts have "true"`},
		{"range", func(f map[string]fact) { f["linger.ms"]["values"] = "0..9" },
			`linger.ms: the range is "0..900000"; the facts have "0..9", queue.buffering.max.ms: the range is "0..900000"; the facts have "0..9"`},
		{"names of values", func(f map[string]fact) { f["isolation.level"]["values"] = "(?i)read_committed" },
			`isolation.level: the range is "read_uncommitted|read_committed"; the facts have "read_committed"`},
		{"role", func(f map[string]fact) { f["check.crcs"]["kind"] = "consumer+admin" }, `check.crcs: the role is "consumer"; the facts have "consumer+admin"`},
		{"type", func(f map[string]fact) { f["check.crcs"]["type"] = "string" }, `check.crcs: the type is "boolean"; the facts have "string"`},
		{"deprecation", func(f map[string]fact) { f["kinit.cmd"]["deprecated"] = "" }, `kinit.cmd: the deprecation is "true"; the facts have ""`},
		{"missing", func(f map[string]fact) { delete(f, "check.crcs") }, "check.crcs is missing in the facts"},
		{"too old", func(f map[string]fact) { f["kinit.cmd"]["to"] = "1.8" }, "kinit.cmd is missing in the facts"},
		{"too many", func(f map[string]fact) { f["newer"]["from"] = "1.9" }, "newer is not a property of librdkafka"},
	} {
		found, err := someFacts(test.change).compare("1.9.2", properties)
		if got := strings.Join(found, ", "); err != nil || got != test.want {
			t.Errorf("%s: %s, %v; want %s", test.name, got, err, test.want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	table, _ := filled(someTable)
	for _, text := range []string{someTable, table + "x | * | | | low | No type.\n", table + "x | B | | | low | Role. <br>*Type: string*\n"} {
		if _, err := parse(text); err == nil {
			t.Errorf("%q was read", text[len(text)-40:])
		}
	}
}
