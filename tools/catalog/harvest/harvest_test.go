package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestInterpretConfigDefs(t *testing.T) {
	const def = "org.apache.kafka.common.config.ConfigDef$"
	for _, test := range []struct{ line, want string }{
		{`"type":"INT","default":"5","validator":{"class":"` + def + `Range","fields":{"min":0,"max":null},"throws":["null","-1"]}`,
			"int||0..|5|"},
		{`"type":"SHORT","required":true`, "int||-32768..32767||required"},
		{`"type":"SHORT","default":"3","validator":{"class":"` + def + `Range","fields":{"min":1,"max":null}}`, "int||1..32767|3|"},
		{`"key":"k.ms","type":"LONG","default":"1","deprecated":true`, "long|ms||1||deprecated"},
		{`"key":"k.bytes","type":"STRING"`, "string||||"},
		{`"type":"STRING","default":"a","validator":{"class":"` + def + `ValidString","fields":{"validStrings":["b","a"]},"throws":["null","\"\""]}`,
			"enum||b|a|a|"},
		{`"type":"STRING","default":"none","validator":{"class":"` + def + `CaseInsensitiveValidString","fields":{"validStrings":["NONE","ALL"]}}`,
			"enum||(?i)all|none|none|"},
		{`"type":"STRING","default":"SSL","validator":{"class":"` + def + `CaseInsensitiveValidString","fields":{"validStrings":["SSL","PLAINTEXT"]}}`,
			"enum||(?i)PLAINTEXT|SSL|SSL|"},
		{`"type":"LIST","default":"","validator":{"class":"` + def + `ValidList","fields":{"validString":{"class":"` + def +
			`ValidString","fields":{"validStrings":[]}}},"throws":["null","[]","[a,a]","[a,]"]}`, "list||||nodup;nonempty;nonemptyelements;nonnull"},
		{`"type":"LIST","validator":{"class":"` + def + `CompositeValidator","fields":{"validators":[{"class":"` + def +
			`NonNullValidator","fields":{}},{"class":"` + def + `ListSize","fields":{"maxSize":20}}]},"throws":["null"]}`, "list||||maxsize=20;nonnull"},
		{`"type":"STRING","validator":{"class":"` + def + `NonEmptyStringWithoutControlChars","fields":{},"throws":["\"\"","\" \"","\"a\tb\""]}`,
			"string||||nocontrol;nonempty"},
		{`"type":"INT","default":"-1","validator":{"class":"` + def + `LambdaValidator","fields":{},"text":"[1,...,9] or -1","throws":["null","-2","0"]}`,
			"int||-1..9|-1|nonzero"},
		{`"type":"STRING","default":"compatible","validator":{"class":"` + def + `LambdaValidator","fields":{},"text":"[eager, compatible]","throws":["null","\"\"","\"a\""]}`,
			"enum||(?i)eager|compatible|compatible|"},
		{`"type":"STRING","default":"compatible","validator":{"class":"` + def +
			`LambdaValidator","fields":{},"text":"[eager, compatible]","throws":["\"\"","\"a\"","\"EAGER\"","\"COMPATIBLE\""]}`,
			"enum||eager|compatible|compatible|"},
	} {
		line := strings.ReplaceAll(`{"kind":"producer","class":"p.ProducerConfig",`+test.line+`}`, "\t", `\t`)
		if !strings.Contains(line, `"key":`) {
			line = strings.Replace(line, `"type"`, `"key":"k","type"`, 1)
		}
		got, err := interpretConfigDefs([]byte(line + "\n"))
		if err != nil || len(got) != 1 {
			t.Errorf("%s: %v, %v", line, got, err)
			continue
		}
		o := got[0]
		text := strings.Join([]string{o.Type, o.Unit, o.Values, o.Default, o.Checks}, "|")
		if o.Deprecated {
			text += "|deprecated"
		}
		if text != test.want || o.Source != "ConfigDef of ProducerConfig" {
			t.Errorf("%s: %s, %s; want %s", line, text, o.Source, test.want)
		}
	}
}

// A validator that nothing is known of must not pass as one that demands nothing.
func TestUnknownValidator(t *testing.T) {
	line := `{"kind":"broker","class":"C","key":"k","type":"STRING","validator":{"class":"C$New","fields":{},"text":"odd","throws":["\"a\""]}}`
	if _, err := interpretConfigDefs([]byte(line)); err == nil || !strings.Contains(err.Error(), `broker k: unknown validator C$New "odd"`) {
		t.Errorf("%v", err)
	}
}

// Of two classes of a kind the first speaks for a key; only what both require is required.
func TestSeveralClasses(t *testing.T) {
	got, err := interpretConfigDefs([]byte(`{"kind":"w","class":"D","key":"both","type":"INT","required":true}
{"kind":"w","class":"D","key":"one","type":"INT","required":true}
{"kind":"w","class":"S","key":"both","type":"LONG","required":true}
{"kind":"w","class":"S","key":"other","type":"INT","required":true}
`))
	if err != nil || len(got) != 3 {
		t.Fatal(got, err)
	}
	for i, want := range []string{"both int required", "one int ", "other int "} {
		if text := got[i].Key + " " + got[i].Type + " " + got[i].Checks; text != want {
			t.Errorf("%s; want %s", text, want)
		}
	}
}

func TestRanges(t *testing.T) {
	lines := ranges(sample())
	want := []string{
		"java,consumer,a,int,,,2,3.0,,C,client,,,",
		"java,producer,a,int,,,1,2.8,3.0,C,client,,,",
		"java,producer,a,int,,,2,3.1,,C,client,,yes,",
		"java,producer,b,int,,,1,2.8,2.8,C,client,,,",
		"java,producer,b,int,,,1,3.1,,C,client,,,",
	}
	for i, line := range lines {
		if got := strings.Join(line, ","); i >= len(want) || got != want[i] {
			t.Errorf("line %d: %s", i, got)
		}
	}
	if len(lines) != len(want) {
		t.Errorf("%d lines", len(lines))
	}
}

func sample() []reading {
	a := Artefact{Name: "clients", Client: "java", Of: "client"}
	o := func(kind, key, def string, deprecated bool) Observation {
		return Observation{Kind: kind, Key: key, Type: "int", Default: def, Source: "C", Deprecated: deprecated}
	}
	return []reading{
		{job{a, Version{2, 8, 2}, false}, []Observation{o("producer", "a", "1", false), o("producer", "b", "1", false)}},
		{job{a, Version{3, 0, 2}, false}, []Observation{o("producer", "a", "1", false), o("consumer", "a", "2", false)}},
		{job{a, Version{3, 1, 1}, true}, []Observation{o("producer", "a", "2", true), o("producer", "b", "1", false), o("consumer", "a", "2", false)}},
	}
}

// What is written compares as equal, release by release; what is changed does not.
func TestCompare(t *testing.T) {
	dir := t.TempDir()
	if err := write(dir, sample()); err != nil {
		t.Fatal(err)
	}
	for i := range sample() {
		if err := compare(dir, sample()[i:i+1]); err != nil {
			t.Error(err)
		}
	}
	path := filepath.Join(dir, "clients.csv")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.Replace(string(text), "a,int,,,1,2.8,3.0", "a,int,,,7,2.8,3.0", 1)
	if err := os.WriteFile(path, []byte(changed), 0o644); err != nil {
		t.Fatal(err)
	}
	for i, differs := range []bool{true, true, false} {
		if err := compare(dir, sample()[i:i+1]); (err != nil) != differs {
			t.Errorf("release %d: %v", i, err)
		}
	}
	if err := os.WriteFile(path, text, 0o644); err != nil {
		t.Fatal(err)
	}
	fewer := sample()[2:]
	fewer[0].keys = fewer[0].keys[1:]
	if err := compare(dir, fewer); err == nil {
		t.Error("a key that is gone is not seen")
	}
}

func TestNewestPatches(t *testing.T) {
	all := []string{"1.1.1", "2.0.0", "2.0.1", "2.10.0", "2.9.3", "2.9.12", "3.0.0-rc1", "0.10.2.1", "4.0.0"}
	var got []string
	for _, v := range newestPatches(all, Version{2, 0}) {
		got = append(got, v.String())
	}
	if want := []string{"2.0.1", "2.9.12", "2.10.0", "4.0.0"}; !slices.Equal(got, want) {
		t.Errorf("%v; want %v", got, want)
	}
	if got := newestPatches(all, Version{2, 0}, []string{"2.9.3", "2.10.0"}, []string{"4.0.0"}); len(got) != 4 || got[1].String() != "2.9.3" {
		t.Errorf("%v", got)
	}
	picked := pick(newestPatches(all, Version{2, 0}), []string{"2.9", "newest"})
	if len(picked) != 2 || picked[0].Minor() != "2.9" || picked[1].Minor() != "4.0" {
		t.Errorf("picked %v", picked)
	}
}
