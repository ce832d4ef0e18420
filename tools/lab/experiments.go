package main

import (
	"fmt"
	"path/filepath"
	"slices"
)

// newest is the release of the brokers, and of the clients where an experiment names no
// other.
const newest = "4.4.0"

// releases are those of the clients.
var releases = []string{newest, "3.9.2"}

// harm is what an experiment shows.
type harm string

const (
	loss        harm = "loss"
	duplication harm = "duplication"
	reordering  harm = "reordering"
	none        harm = "none" // a control: the same files, used in the way that is safe
)

// experiment is a scenario and two folders of files.
type experiment struct {
	name     string   // of its folder
	scenario string   // of the program
	rules    []string // what kcfglint must report on the flagged files, sorted
	harm     harm
	release  string // of the clients, if not the newest
	quiet    bool   // leaves the brokers alone
	about    string
}

func (e experiment) folder(side string) string { return filepath.Join("experiments", e.name, side) }

func (e experiment) clients() string {
	if e.release == "" {
		return newest
	}
	return e.release
}

// lint fails if kcfglint says other than is expected.
func (e experiment) lint(kcfglint string) error {
	for side, want := range map[string][]string{"flagged": e.rules, "mended": {}} {
		got, err := lint(kcfglint, e.folder(side), e.clients())
		if err != nil {
			return err
		}
		if !slices.Equal(got, want) {
			return fmt.Errorf("%s, %s: kcfglint reports %v, expected %v", e.name, side, got, want)
		}
	}
	return nil
}

// judge fails if the flagged files did no harm, or if the mended ones did.
func (e experiment) judge(flagged, mended counts) error {
	if flagged.Sent == 0 || flagged.Sent != mended.Sent {
		return fmt.Errorf("%s: %d and %d records", e.name, flagged.Sent, mended.Sent)
	}
	if e.harm == none {
		if flagged.Lost > 0 || mended.Lost > 0 {
			return fmt.Errorf("%s: records are lost", e.name)
		}
		return nil
	}
	if e.harm.of(flagged) == 0 {
		return fmt.Errorf("%s: no %s with the flagged files", e.name, e.harm)
	}
	if n := e.harm.of(mended); n > 0 || mended.Lost > 0 {
		return fmt.Errorf("%s: %s of %d with the mended files", e.name, e.harm, n)
	}
	return nil
}

func (h harm) of(c counts) int {
	switch h {
	case loss:
		return c.Lost
	case duplication:
		return c.Duplicated
	case reordering:
		return c.Reordered
	}
	return 0
}
