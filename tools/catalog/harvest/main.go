// Command harvest reads from the jars on Maven Central what the software says of its own
// settings and writes it to facts files, or checks that the checked-in facts are what the
// jars say. It needs a JDK of 17 or newer and Maven.
//
//	go -C tools/catalog run ./harvest -facts facts/generated
//	go -C tools/catalog run ./harvest -facts facts/generated -check
//	go -C tools/catalog run ./harvest -facts facts/generated -check -versions oldest,3.9,newest
//
// It reads the newest patch of every minor release, one release at a time; its jars are
// deleted before the next. Each artefact has a file of its own, <artefact>.csv, sorted by
// kind and key, and counts.csv has the number of keys by artefact, kind and release.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
)

func main() {
	var o options
	flag.StringVar(&o.facts, "facts", "facts/generated", "folder of the generated facts")
	flag.BoolVar(&o.check, "check", false, "compare with the facts instead of writing them")
	versions := flag.String("versions", "", "with -check: read only these releases, such as oldest,3.9,newest")
	artefacts := flag.String("artefacts", "", "read only these artefacts; all if empty")
	flag.StringVar(&o.repository, "repository", "", "local Maven repository; a temporary one if empty. What it has already stays")
	flag.Parse()
	o.versions, o.artefacts = split(*versions), split(*artefacts)
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "harvest:", err)
		os.Exit(1)
	}
}

type options struct {
	facts, repository   string
	check               bool
	versions, artefacts []string
}

func split(list string) []string {
	if list == "" {
		return nil
	}
	return strings.Split(list, ",")
}

func run(o options) error {
	if len(o.versions) > 0 && !o.check {
		return fmt.Errorf("-versions goes with -check: the facts are written from all releases")
	}
	chosen, err := choose(o.artefacts)
	if err != nil {
		return err
	}
	temp, err := os.MkdirTemp("", "harvest")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	m, err := newMaven(temp, o.repository)
	if err != nil {
		return err
	}
	j, err := compileReaders(temp)
	if err != nil {
		return err
	}
	jobs, err := plan(m, chosen, o.versions)
	if err != nil {
		return err
	}
	observed, err := readAll(m, j, jobs)
	if err != nil {
		return err
	}
	if o.check {
		return compare(o.facts, observed)
	}
	return write(o.facts, observed)
}
