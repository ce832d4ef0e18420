package main

import (
	"fmt"
	"slices"
)

// Artefact is a piece of software whose settings one reader reads.
type Artefact struct {
	// Name is that of the facts file.
	Name string
	// Client is the client of the catalog to which the keys belong.
	Client string
	// Of is what the versions are of, as in the facts: client, broker, connect, flink ...
	Of string
	// Modules are "group:artefact" of one after another; their releases are the versions.
	// A patch that the modules beside them skip, although they have the minor release, is
	// passed over.
	Modules, Beside []string
	// Releases are read if they are given; else all from Oldest on that Maven Central has.
	Releases []Version
	// Later says that the last of Releases is not the newest: what later ones say is
	// written by hand.
	Later bool
	// Oldest is the first minor release that is read.
	Oldest Version
	// Except are releases that Maven cannot resolve.
	Except []Version
	// Jars are the "group:artefact:version" that the reader needs on its class path, and
	// nothing that those depend on.
	Jars func(Version) []string
	// Reader is the Java class in the folder java that is run, Args its arguments. It
	// writes lines that Interpret understands.
	Reader string
	Args   func(Version) []string
	// Entry is the file of the first jar that Interpret gets where no Reader is needed.
	Entry string
	// Interpret makes observations of the lines; the key and kind of each are unique.
	Interpret func(lines []byte) ([]Observation, error)
}

// Observation is what one release says of a key: the columns of the facts.
type Observation struct {
	Kind, Key                   string
	Type, Unit, Values, Default string
	Source                      string
	Of                          string // what the version is of, if not that of the artefact
	Checks                      string
	Deprecated                  bool
	// Aliases are other names under which the key is read, separated by ";", with "!"
	// behind those that are deprecated.
	Aliases string
}

// artefacts are all that is read.
var artefacts = slices.Concat(kafkaArtefacts, []Artefact{flinkArtefact}, besideArtefacts, springArtefacts, smallryeArtefacts)

func choose(names []string) ([]Artefact, error) {
	if len(names) == 0 {
		return artefacts, nil
	}
	var chosen []Artefact
	for _, name := range names {
		i := slices.IndexFunc(artefacts, func(a Artefact) bool { return a.Name == name })
		if i < 0 {
			return nil, fmt.Errorf("there is no artefact %q", name)
		}
		chosen = append(chosen, artefacts[i])
	}
	return chosen, nil
}
