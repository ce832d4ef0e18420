package main

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestFiles checks without any broker that kcfglint reports the flagged files with the
// rules of the table and has nothing to say of the mended ones.
func TestFiles(t *testing.T) {
	kcfglint := filepath.Join(t.TempDir(), "kcfglint")
	build := exec.Command("go", "build", "-o", kcfglint, "./cmd/kcfglint")
	build.Dir = "../.."
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, e := range experiments {
		if err := e.lint(kcfglint); err != nil {
			t.Error(err)
		}
	}
}

// TestFolders checks that every folder is an experiment's, and the pages of its rules are
// there.
func TestFolders(t *testing.T) {
	folders, err := os.ReadDir("experiments")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, e := range experiments {
		if known[e.name] {
			t.Errorf("two experiments %s", e.name)
		}
		known[e.name] = true
		for _, id := range e.rules {
			if _, err := os.Stat(filepath.Join("../../docs/rules", id+".md")); err != nil {
				t.Error(err)
			}
		}
	}
	for _, f := range folders {
		if !known[f.Name()] {
			t.Errorf("no experiment %s", f.Name())
		}
	}
}

func TestJudge(t *testing.T) {
	lossy, control := experiment{harm: loss}, experiment{harm: none}
	for name, c := range map[string]struct {
		experiment
		flagged, mended counts
		want            string // "" for none
	}{
		"harm and mend":          {lossy, counts{Sent: 9, Lost: 1}, counts{Sent: 9, Duplicated: 2}, ""},
		"no harm":                {lossy, counts{Sent: 9}, counts{Sent: 9}, "no loss"},
		"no mend":                {lossy, counts{Sent: 9, Lost: 1}, counts{Sent: 9, Lost: 1}, "with the mended files"},
		"another harm":           {lossy, counts{Sent: 9, Duplicated: 1}, counts{Sent: 9}, "no loss"},
		"nothing sent":           {lossy, counts{}, counts{}, "0 and 0 records"},
		"other numbers":          {lossy, counts{Sent: 9, Lost: 1}, counts{Sent: 8}, "9 and 8 records"},
		"a control without harm": {control, counts{Sent: 9, Duplicated: 1}, counts{Sent: 9}, ""},
		"a control with harm":    {control, counts{Sent: 9, Lost: 1}, counts{Sent: 9}, "records are lost"},
		"stalled and mended":     {experiment{harm: stall}, counts{Sent: 9, Stalled: 9}, counts{Sent: 9}, ""},
		"mended, but stalled":    {lossy, counts{Sent: 9, Lost: 1}, counts{Sent: 9, Stalled: 1}, "with the mended files"},
	} {
		err := c.judge(c.flagged, c.mended)
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, expected %q", name, err, c.want)
		}
	}
}

func TestEvidence(t *testing.T) {
	page := string(evidence([]result{
		{experiment{name: "acks-one", software: kafka, rules: []string{"KP002"}, about: "\nWhat happens.", release: "3.9.2"},
			sides{counts{Sent: 3000, Lost: 2000, Told: 10}, counts{Sent: 3000, Duplicated: 5}}},
		{experiment{name: "idle", software: flink, rules: []string{"FW003"}, about: "\nNothing happens."},
			sides{counts{Sent: 90, Stalled: 80}, counts{Sent: 90}}},
	}, "openjdk 17"))
	for _, want := range []string{
		"\n## Kafka\n\nThree brokers",
		"| [acks-one](#acks-one) | [KP002](rules/KP002.md) | 3000 | 2000 (10) | 0 | 0 | 0 | 0 | 5 | 0 |",
		"\n### acks-one\n\nWhat happens.\n\nClients: 3.9.2. Files:",
		"\n## Flink\n\nJobs in SQL",
		"| [idle](#idle) | [FW003](rules/FW003.md) | 90 | 0 | 0 | 0 | 80 | 0 | 0 | 0 |",
		"\n### idle\n\nNothing happens.\n\nFiles:",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("not in the page: %s\n%s", want, page)
		}
	}
}

// TestPage checks that the page is the one of these experiments and of what was counted.
func TestPage(t *testing.T) {
	page, err := os.ReadFile("../../docs/evidence.md")
	if err != nil {
		t.Fatal(err)
	}
	counted, err := readResults()
	if err != nil {
		t.Fatal(err)
	}
	rows, err := counted.of(experiments)
	if err != nil {
		t.Fatalf("%v: run the experiment with -out", err)
	}
	for _, r := range rows {
		if err := r.judge(r.Flagged, r.Mended); err != nil {
			t.Error(err)
		}
	}
	if string(page) != string(evidence(rows, counted.Java)) {
		t.Error("the page is another: run the lab with -render and -out")
	}
}

func TestAdd(t *testing.T) {
	one, other := experiments[0], experiments[1]
	old := results{Java: "17", Counts: map[string]sides{one.name: {Flagged: counts{Sent: 1}}, other.name: {Flagged: counts{Sent: 2}}, "gone": {}}}
	added := old.add([]result{{one, sides{Flagged: counts{Sent: 3}}}})
	want := map[string]sides{one.name: {Flagged: counts{Sent: 3}}, other.name: {Flagged: counts{Sent: 2}}}
	if !maps.Equal(added.Counts, want) {
		t.Errorf("%v, expected %v", added.Counts, want)
	}
}
