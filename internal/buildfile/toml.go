package buildfile

import (
	"bytes"
	"strings"

	"github.com/BurntSushi/toml"
)

// maxTOMLDepth bounds how deep tables and arrays may lie: the library recurses into them.
const maxTOMLDepth = 200

// decodeTOML returns nil for what is no TOML or nested too deep.
func decodeTOML(data []byte) map[string]any {
	depth := 0
	for line := range bytes.Lines(data) {
		for _, c := range line {
			switch c {
			case '[', '{':
				depth++
			case ']', '}':
				depth = max(depth-1, 0)
			}
		}
		if depth > maxTOMLDepth || bytes.Count(line, []byte(".")) > 10*maxTOMLDepth {
			return nil
		}
	}
	var root map[string]any
	if _, err := toml.Decode(string(data), &root); err != nil {
		return nil
	}
	return root
}

// table returns what lies at a path of keys, nil if it is no table.
func table(root map[string]any, keys ...string) map[string]any {
	for _, k := range keys {
		root, _ = root[k].(map[string]any)
	}
	return root
}

// catalog reads a version catalog of Gradle: what it declares is what builds use.
func (f *Finder) catalog(name string, into artifacts) {
	data := f.read(name)
	if data == nil {
		return
	}
	root := decodeTOML(data)
	versions := table(root, "versions")
	add := func(artifact, version string) {
		if artifact != "" && version != "" {
			into.agree(artifact, f.declared(artifact, version, name, 0))
		}
	}
	for _, entry := range table(root, "libraries") {
		group, library, version := libraryOf(entry, versions)
		add(jvm(group, library), version)
	}
	for _, entry := range table(root, "plugins") {
		switch e := entry.(type) {
		case string:
			id, version, _ := strings.Cut(e, ":")
			add(gradlePlugin(id), version)
		case map[string]any:
			id, _ := e["id"].(string)
			add(gradlePlugin(id), versionOf(e["version"], versions))
		}
	}
}

func libraryOf(entry any, versions map[string]any) (group, name, version string) {
	switch e := entry.(type) {
	case string:
		group, rest, _ := strings.Cut(e, ":")
		name, version, _ := strings.Cut(rest, ":")
		return group, name, version
	case map[string]any:
		group, _ = e["group"].(string)
		name, _ = e["name"].(string)
		if module, ok := e["module"].(string); ok {
			group, name, _ = strings.Cut(module, ":")
		}
		version = versionOf(e["version"], versions)
	}
	return group, name, version
}

// versionOf reads a text, { ref = "name" }, and rich versions of which one is strict.
func versionOf(entry any, versions map[string]any) string {
	switch e := entry.(type) {
	case string:
		return e
	case map[string]any:
		if ref, ok := e["ref"].(string); ok && versions != nil {
			return versionOf(versions[ref], nil)
		}
		if strict, ok := e["strictly"].(string); ok {
			return strict
		}
		return unknown
	}
	return ""
}
