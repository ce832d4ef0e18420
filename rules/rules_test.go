package rules_test

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/fixture"
	"github.com/kcfglint/kcfglint/internal/lint"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/rules"
)

// TestExamples runs every rule on its bad and good files through the real pipeline: it
// must fire at each line that a bad file marks, nowhere else, and not on a good file.
func TestExamples(t *testing.T) {
	all, err := rules.All()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) == 0 {
		t.Fatal("no rules")
	}
	for _, r := range all {
		t.Run(r.ID, func(t *testing.T) {
			t.Parallel()
			bad, good := fixture.Cases(t, filepath.Dir(filepath.FromSlash(r.Path)))
			if len(bad) == 0 || len(good) == 0 {
				t.Fatalf("%s needs bad and good files", r.Name)
			}
			for _, c := range bad {
				t.Run(filepath.Base(c), func(t *testing.T) { example(t, r.ID, c, true) })
			}
			for _, c := range good {
				t.Run(filepath.Base(c), func(t *testing.T) { example(t, r.ID, c, false) })
			}
		})
	}
}

// example lints one case.
func example(t *testing.T, rule, path string, bad bool) {
	t.Helper()
	opts := lint.Options{Dir: fixture.Stage(t, path), Select: []string{rule}, NoSuppress: true, Versions: map[string]model.Version{}}
	want := fixture.Expect(t, path, &opts)
	result, err := lint.Run(context.Background(), opts)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range result.Errors {
		t.Error(e)
	}
	if result.Summary.Components == 0 {
		t.Fatalf("nothing was recognised: %+v", result.Files)
	}
	if bad && len(want[rule]) == 0 {
		t.Fatalf("marks no line for %s", rule)
	}
	got := make(map[string]bool)
	for _, f := range result.Findings {
		if f.Rule == rule {
			got[place(f)] = true
		}
	}
	if !bad {
		clear(want)
	}
	for at := range want[rule] {
		if !got[at] {
			t.Errorf("%s does not fire at %s; it fires at %v", rule, at, slices.Sorted(maps.Keys(got)))
		}
	}
	for _, f := range result.Findings {
		if f.Rule == rule && !want[rule][place(f)] {
			t.Errorf("%s fires at %s: %s", rule, place(f), f.Message)
		}
	}
}

func place(f finding.Finding) string { return fmt.Sprintf("%s:%d", f.File, f.Start.Line) }
