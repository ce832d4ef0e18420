package main

import (
	"archive/zip"
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// readers are the Java programs.
//
//go:embed java
var readers embed.FS

// java runs the readers.
type java struct{ classes string }

// compileReaders compiles them; they use the software by reflection and need no jars.
func compileReaders(temp string) (*java, error) {
	source, classes := filepath.Join(temp, "java"), filepath.Join(temp, "classes")
	if err := os.CopyFS(temp, readers); err != nil {
		return nil, err
	}
	var files []string
	err := filepath.WalkDir(source, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	out, err := exec.Command("javac", append([]string{"-proc:none", "-d", classes}, files...)...).CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("javac (a JDK is needed): %w\n%s", err, out)
	}
	return &java{classes}, nil
}

// read runs a reader with the jars of a folder on its class path. What a default takes
// from the machine is the same everywhere.
func (j *java) read(reader, folder string, jars, args []string) ([]byte, error) {
	path := []string{j.classes}
	for _, jar := range jars {
		c, err := parseCoordinates(jar)
		if err != nil {
			return nil, err
		}
		path = append(path, filepath.Join(folder, c.jar()))
	}
	cmd := exec.Command("java", append([]string{"-Xmx512m", "-Djava.io.tmpdir=/tmp", "-Duser.home=/home/user",
		"-cp", strings.Join(path, string(filepath.ListSeparator)), reader}, args...)...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%w\n%s", err, stderr.Bytes())
	}
	return out, nil
}

// lines returns what Interpret understands: the output of the reader or an entry of a jar.
func (j *java) lines(a Artefact, v Version, folder string) ([]byte, error) {
	if a.Entry == "" {
		return j.read(a.Reader, folder, a.Jars(v), a.Args(v))
	}
	c, err := parseCoordinates(a.Jars(v)[0])
	if err != nil {
		return nil, err
	}
	jar, err := zip.OpenReader(filepath.Join(folder, c.jar()))
	if err != nil {
		return nil, err
	}
	defer jar.Close()
	return fs.ReadFile(jar, a.Entry)
}

// job is one release of one artefact; newest says that no later one is known.
type job struct {
	artefact Artefact
	version  Version
	newest   bool
}

// plan lists what is to be read, by release: artefacts that are released together follow
// each other and share their jars.
func plan(m *maven, chosen []Artefact, versions []string) ([]job, error) {
	var modules []string
	for _, a := range chosen {
		if len(a.Releases) == 0 {
			modules = slices.Concat(modules, a.Modules, a.Beside)
		}
	}
	slices.Sort(modules)
	releases, err := m.releases(slices.Compact(modules))
	if err != nil {
		return nil, err
	}
	var jobs []job
	for _, a := range chosen {
		all := a.Releases
		if len(all) == 0 {
			all = newestOf(a, releases)
		}
		for _, v := range pick(all, versions) {
			jobs = append(jobs, job{a, v, v == all[len(all)-1] && !a.Later})
		}
	}
	slices.SortStableFunc(jobs, func(a, b job) int { return compareVersions(a.version, b.version) })
	return jobs, nil
}

// newestOf are the releases of an artefact that are read, of all that its modules have.
func newestOf(a Artefact, releases map[string][]string) []Version {
	var own []string
	for _, module := range a.Modules {
		own = append(own, releases[module]...)
	}
	var beside [][]string
	for _, module := range a.Beside {
		beside = append(beside, releases[module])
	}
	own = slices.DeleteFunc(own, func(text string) bool {
		v, _ := parseVersion(text)
		return slices.Contains(a.Except, v)
	})
	return newestPatches(own, a.Oldest, beside...)
}

// reading is what a release of an artefact says.
type reading struct {
	job
	keys []Observation
}

func readAll(m *maven, j *java, jobs []job) ([]reading, error) {
	var out []reading
	for len(jobs) > 0 {
		n := 1
		for n < len(jobs) && jobs[n].version == jobs[0].version {
			n++
		}
		readings, err := readRelease(m, j, jobs[:n])
		if err != nil {
			return nil, err
		}
		out, jobs = append(out, readings...), jobs[n:]
	}
	return out, nil
}

func readRelease(m *maven, j *java, jobs []job) (out []reading, err error) {
	var jars []string
	for _, job := range jobs {
		jars = append(jars, job.artefact.Jars(job.version)...)
	}
	slices.Sort(jars)
	folder := filepath.Join(m.dir, "jars")
	remove, err := m.copy(folder, slices.Compact(jars))
	defer func() {
		if e := remove(); err == nil {
			err = e
		}
	}()
	if err != nil {
		return nil, err
	}
	for _, job := range jobs {
		a := job.artefact
		lines, err := j.lines(a, job.version, folder)
		if err != nil {
			return nil, fmt.Errorf("%s %s: %w", a.Name, job.version, err)
		}
		keys, err := a.Interpret(lines)
		if err == nil && len(keys) == 0 {
			err = fmt.Errorf("no keys were found")
		}
		if err != nil {
			return nil, fmt.Errorf("%s %s: %w", a.Name, job.version, err)
		}
		fmt.Printf("%s %s: %d keys\n", a.Name, job.version, len(keys))
		out = append(out, reading{job, keys})
	}
	return out, nil
}
