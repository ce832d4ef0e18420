package main

import (
	"fmt"
	"path/filepath"
	"slices"
)

// newest is the release of the brokers, and of the clients where an experiment names no
// other.
const newest = "4.4.0"

// newestFlink is the release of Flink where an experiment names no other.
const newestFlink = "1.20.1"

// software is whose program runs an experiment; it lies in a folder of that name.
type software string

const (
	kafka software = "kafka" // Kafka's clients
	flink software = "flink" // a job of Flink between topics
)

// connectors are the releases of Flink that experiments run with, and of its Kafka
// connector.
var connectors = map[string]string{"1.20.1": "3.4.0-1.20"}

// source is what a program is compiled from and for.
type source struct {
	software software
	release  string
}

// args choose the release of the software.
func (s source) args() []string {
	if s.software == flink {
		return []string{"-Dflink.version=" + s.release, "-Dconnector.version=" + connectors[s.release]}
	}
	return []string{"-Dkafka.version=" + s.release}
}

// harm is what an experiment shows.
type harm string

const (
	loss        harm = "loss"
	duplication harm = "duplication"
	reordering  harm = "reordering"
	stall       harm = "stall" // the records wait in their topic, and nothing goes on
	none        harm = "none"  // a control: the same files, used in the way that is safe
)

// experiment is a scenario and two folders of files.
type experiment struct {
	name     string   // of its folder
	software software // whose program runs it
	scenario string   // of the program
	rules    []string // what kcfglint must report on the flagged files, sorted
	harm     harm
	release  string // of the software, if not the usual one
	quiet    bool   // leaves the brokers alone
	about    string
}

func (e experiment) folder(side string) string { return filepath.Join("experiments", e.name, side) }

func (e experiment) source() source {
	release := e.release
	switch {
	case release != "":
	case e.software == flink:
		release = newestFlink
	default:
		release = newest
	}
	return source{e.software, release}
}

// lint fails if kcfglint says other than is expected.
func (e experiment) lint(kcfglint string) error {
	for side, want := range map[string][]string{"flagged": e.rules, "mended": {}} {
		got, err := lint(kcfglint, e.folder(side), e.source())
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
	if n := e.harm.of(mended); n > 0 || mended.Lost > 0 || mended.Stalled > 0 {
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
	case stall:
		return c.Stalled
	}
	return 0
}
