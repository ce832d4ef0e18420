package buildfile

import (
	"encoding/json"
	"path"
	"strings"

	"github.com/kcfglint/kcfglint/internal/lazyregexp"
)

// nodePackage returns the name that evidence uses of a package of npm.
func nodePackage(name string) string {
	switch name {
	case "kafkajs", "node-rdkafka":
		return name
	case "@confluentinc/kafka-javascript":
		return "kafka-javascript"
	}
	return ""
}

// node reads what is installed from the lock files, else what package.json asks for where
// it names one version.
func (f *Finder) node(dir string, into artifacts) {
	f.packageLock(path.Join(dir, "package-lock.json"), into)
	f.yarnLock(path.Join(dir, "yarn.lock"), into)
	f.packageJSON(path.Join(dir, "package.json"), into)
}

func (f *Finder) packageLock(name string, into artifacts) {
	data := f.read(name)
	if data == nil {
		return
	}
	type locked map[string]struct {
		Version string `json:"version"`
	}
	var lock struct {
		Packages     locked `json:"packages"`     // of npm 7 and later, by folder
		Dependencies locked `json:"dependencies"` // of npm before
	}
	if json.Unmarshal(data, &lock) != nil {
		return
	}
	found := make(artifacts)
	add := func(of, version string) {
		if of != "" {
			found.agree(of, artifact{number(version), version, f.place(name, 0)})
		}
	}
	for folder, p := range lock.Packages {
		if i := strings.LastIndex(folder, "node_modules/"); i >= 0 {
			add(nodePackage(folder[i+len("node_modules/"):]), p.Version)
		}
	}
	if len(lock.Packages) == 0 {
		for of, p := range lock.Dependencies {
			add(nodePackage(of), p.Version)
		}
	}
	into.merge(found)
}

func (f *Finder) packageJSON(name string, into artifacts) {
	data := f.read(name)
	if data == nil {
		return
	}
	var manifest struct {
		Dependencies map[string]string `json:"dependencies"`
	}
	if json.Unmarshal(data, &manifest) != nil {
		return
	}
	for of, version := range manifest.Dependencies {
		if number := number(strings.TrimPrefix(version, "=")); number != nil {
			into.put(nodePackage(of), artifact{number, version, f.place(name, 0)})
		}
	}
}

var (
	// The line that begins an entry, as of yarn 1 (kafkajs@^2.0.0:) and of later ones
	// ("kafkajs@npm:^2.0.0":).
	yarnEntry   = lazyregexp.New(`^"?(@?[^@\s",]+)@[^:].*:\s*$`)
	yarnVersion = lazyregexp.New(`^ +"?version"?:? +"?([^"\s]+)"?\s*$`)
)

func (f *Finder) yarnLock(name string, into artifacts) {
	found := make(artifacts)
	of, line := "", 0
	for text := range strings.Lines(string(f.read(name))) {
		line++
		if text[0] != ' ' {
			of = ""
			if m := yarnEntry.FindStringSubmatch(text); m != nil {
				of = nodePackage(m[1])
			}
		} else if m := yarnVersion.FindStringSubmatch(text); m != nil && of != "" {
			found.agree(of, artifact{number(m[1]), m[1], f.place(name, line)})
			of = ""
		}
	}
	into.merge(found)
}
