package main

import (
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
	} {
		err := c.judge(c.flagged, c.mended)
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, expected %q", name, err, c.want)
		}
	}
}

func TestEvidence(t *testing.T) {
	page := string(evidence([]result{{
		experiment: experiment{name: "acks-one", rules: []string{"KP002"}, about: "\nWhat happens.", release: "3.9.2"},
		flagged:    counts{Sent: 3000, Lost: 2000, Told: 10}, mended: counts{Sent: 3000, Duplicated: 5},
	}}, "openjdk 17"))
	for _, want := range []string{
		"| [acks-one](#acks-one) | [KP002](rules/KP002.md) | 3000 | 2000 (10) | 0 | 0 | 0 | 5 | 0 |",
		"\n## acks-one\n\nWhat happens.\n\nClients: 3.9.2. Files:",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("not in the page: %s\n%s", want, page)
		}
	}
}

// TestPage checks that the page is one of these experiments.
func TestPage(t *testing.T) {
	page, err := os.ReadFile("../../docs/evidence.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(page), introduction) {
		t.Error("the page begins otherwise: run make lab")
	}
	for _, e := range experiments {
		if !strings.Contains(string(page), "\n## "+e.name+"\n\n"+strings.TrimSpace(e.about)+"\n") {
			t.Errorf("the page does not say what %s does: run make lab", e.name)
		}
	}
}
