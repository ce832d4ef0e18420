package policy

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/resolve"
	"github.com/kcfglint/kcfglint/rules"
)

// TestNeeds compares rules that are asked only where what they need holds with the same
// rules asked everywhere: they must find the same in all examples of all rules, under old
// and new versions.
func TestNeeds(t *testing.T) {
	all, err := rules.All()
	if err != nil {
		t.Fatal(err)
	}
	everywhere := slices.Clone(all)
	for i := range everywhere {
		everywhere[i].Needs, everywhere[i].Group = nil, ""
	}
	components := examples(t)
	resolve.Components(components, func(string) resolve.Given { return resolve.Given{} }, func(file string) string { return file })
	ctx := context.Background()
	narrow, err := New(ctx, all, components)
	if err != nil {
		t.Fatal(err)
	}
	wide, err := New(ctx, everywhere, components)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for i, c := range components {
		in := Input{Component: c, Versions: maps.Clone(c.Versions), Workload: "durability"}
		if of := resolve.Software(c); i%2 == 0 {
			in.Versions[of] = model.Version{Number: catalog.Oldest(of, c.Client)}
		}
		got, errs := narrow.Component(ctx, in)
		want, more := wide.Component(ctx, in)
		if len(errs)+len(more) > 0 {
			t.Fatal(errs, more)
		}
		finding.Sort(got)
		finding.Sort(want)
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: %v, asked everywhere %v", c.ID, got, want)
		}
		found += len(got)
	}
	if found < 100 {
		t.Errorf("only %d findings in %d components", found, len(components))
	}
}
