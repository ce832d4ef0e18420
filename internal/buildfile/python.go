package buildfile

import (
	"encoding/json"
	"path"
	"strings"

	"github.com/kcfglint/kcfglint/internal/lazyregexp"
)

// pythonPackages are those that tell a version. confluent-kafka has the version of the
// librdkafka in its wheels.
var pythonPackages = []string{"confluent-kafka", "kafka-python", "aiokafka", "apache-flink"}

func pythonPackage(name string) string {
	name = strings.NewReplacer("_", "-", ".", "-").Replace(strings.ToLower(strings.TrimSpace(name))) // PEP 503
	for _, p := range pythonPackages {
		if p == name {
			return p
		}
	}
	return ""
}

// python reads what pins packages: lock files, which tell what is installed, then what is
// asked for.
func (f *Finder) python(dir string, into artifacts) {
	for _, base := range []string{"poetry.lock", "uv.lock"} {
		f.lockedTOML(path.Join(dir, base), into)
	}
	f.pipfileLock(path.Join(dir, "Pipfile.lock"), into)
	f.pyproject(path.Join(dir, "pyproject.toml"), into)
	f.requirements(path.Join(dir, "requirements.txt"), into)
}

// lockedTOML reads the [[package]] tables of poetry.lock and uv.lock.
func (f *Finder) lockedTOML(name string, into artifacts) {
	data := f.read(name)
	if data == nil {
		return
	}
	found := make(artifacts)
	packages, _ := decodeTOML(data)["package"].([]map[string]any)
	for _, p := range packages {
		of, _ := p["name"].(string)
		version, _ := p["version"].(string)
		if of = pythonPackage(of); of != "" {
			found.agree(of, artifact{number(version), version, f.place(name, 0)})
		}
	}
	into.merge(found)
}

// merge puts in what is not there yet.
func (a artifacts) merge(found artifacts) {
	for name, f := range found {
		a.put(name, f)
	}
}

func (f *Finder) pipfileLock(name string, into artifacts) {
	data := f.read(name)
	if data == nil {
		return
	}
	var lock struct {
		Default map[string]struct {
			Version string `json:"version"`
		} `json:"default"`
	}
	if json.Unmarshal(data, &lock) != nil {
		return
	}
	for of, p := range lock.Default {
		if version, exact := strings.CutPrefix(p.Version, "=="); exact {
			into.put(pythonPackage(of), artifact{number(version), version, f.place(name, 0)})
		}
	}
}

// pyproject reads the dependencies of PEP 621 and of Poetry that name one version.
func (f *Finder) pyproject(name string, into artifacts) {
	data := f.read(name)
	if data == nil {
		return
	}
	root := decodeTOML(data)
	found := make(artifacts)
	dependencies, _ := table(root, "project")["dependencies"].([]any)
	for _, d := range dependencies {
		if text, ok := d.(string); ok {
			f.pinned(text, name, 0, found)
		}
	}
	for of, entry := range table(root, "tool", "poetry", "dependencies") {
		if t, ok := entry.(map[string]any); ok {
			entry = t["version"]
		}
		if version, ok := entry.(string); ok && pythonPackage(of) != "" {
			version = strings.TrimLeft(version, "= ") // a bare version is exact
			if number(version) != nil {
				found.put(pythonPackage(of), artifact{number(version), version, f.place(name, 0)})
			}
		}
	}
	into.merge(found)
}

func (f *Finder) requirements(name string, into artifacts) {
	found := make(artifacts)
	line := 0
	for text := range strings.Lines(string(f.read(name))) {
		line++
		f.pinned(text, name, line, found)
	}
	into.merge(found)
}

// pin is a requirement that one version satisfies (PEP 508): name[extras] == 1.2.3.
var pin = lazyregexp.New(`^\s*([A-Za-z0-9][A-Za-z0-9._\-]*)\s*(?:\[[^\]]*\])?\s*\(?\s*===?\s*([0-9][0-9A-Za-z.+!\-]*)\s*\)?\s*(?:[;#\\].*|--hash.*)?\s*$`)

func (f *Finder) pinned(text, name string, line int, into artifacts) {
	if m := pin.FindStringSubmatch(text); m != nil {
		if of := pythonPackage(m[1]); of != "" {
			into.agree(of, artifact{number(m[2]), m[2], f.place(name, line)})
		}
	}
}
