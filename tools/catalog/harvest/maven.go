package main

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"text/template"
)

// maven downloads with the mvn command.
type maven struct {
	dir        string // of the project file
	repository string
	temporary  bool // the repository is this run's own
}

func newMaven(temp, repository string) (*maven, error) {
	if _, err := exec.LookPath("mvn"); err != nil {
		return nil, fmt.Errorf("Maven is needed: %w", err)
	}
	m := &maven{filepath.Join(temp, "maven"), repository, repository == ""}
	if m.temporary {
		m.repository = filepath.Join(temp, "repository")
	}
	return m, os.MkdirAll(m.dir, 0o755)
}

// project copies artefacts, and nothing that they depend on, to a folder.
var project = template.Must(template.New("pom").Parse(`<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>catalog</groupId>
  <artifactId>harvest</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <build><plugins><plugin>
    <groupId>org.apache.maven.plugins</groupId>
    <artifactId>maven-dependency-plugin</artifactId>
    <version>3.6.1</version>
    <configuration>
      <outputDirectory>{{.Output}}</outputDirectory>
      <artifactItems>{{range .Jars}}
        <artifactItem><groupId>{{.Group}}</groupId><artifactId>{{.Artefact}}</artifactId><version>{{.Version}}</version></artifactItem>{{end}}
      </artifactItems>
    </configuration>
  </plugin></plugins></build>
</project>
`))

type coordinates struct{ Group, Artefact, Version string }

func parseCoordinates(text string) (coordinates, error) {
	p := strings.Split(text, ":")
	if len(p) != 3 {
		return coordinates{}, fmt.Errorf("%q is not group:artefact:version", text)
	}
	return coordinates{p[0], p[1], p[2]}, nil
}

// folder is where the local repository has an artefact.
func (c coordinates) folder() string {
	return filepath.Join(filepath.FromSlash(strings.ReplaceAll(c.Group, ".", "/")), c.Artefact, c.Version)
}

func (c coordinates) jar() string { return c.Artefact + "-" + c.Version + ".jar" }

// copy brings jars ("group:artefact:version") to the folder and returns a function that
// deletes them there and what the local repository did not have before.
func (m *maven) copy(folder string, jars []string) (remove func() error, err error) {
	var items []coordinates
	remove = func() error { return os.RemoveAll(folder) }
	for _, text := range jars {
		c, err := parseCoordinates(text)
		if err != nil {
			return remove, err
		}
		items = append(items, c)
		stored := filepath.Join(m.repository, c.folder())
		if _, err := os.Stat(stored); os.IsNotExist(err) {
			after := remove
			remove = func() error {
				if err := os.RemoveAll(stored); err != nil {
					return err
				}
				return after()
			}
		}
	}
	var pom bytes.Buffer
	if err := project.Execute(&pom, map[string]any{"Output": folder, "Jars": items}); err != nil {
		return remove, err
	}
	if err := os.WriteFile(filepath.Join(m.dir, "pom.xml"), pom.Bytes(), 0o644); err != nil {
		return remove, err
	}
	return remove, m.run("dependency:copy")
}

// run tries twice: a repository may fail to answer once.
func (m *maven) run(goal string) error {
	var out []byte
	var err error
	for range 2 {
		cmd := exec.Command("mvn", "-B", "-q", "-Dmaven.repo.local="+m.repository, goal)
		cmd.Dir = m.dir
		if out, err = cmd.CombinedOutput(); err == nil {
			return nil
		}
	}
	return fmt.Errorf("mvn %s: %w\n%s", goal, err, out)
}

// releases returns all versions of each module ("group:artefact").
func (m *maven) releases(modules []string) (map[string][]string, error) {
	if len(modules) == 0 {
		return nil, nil
	}
	var latest []string
	for _, module := range modules {
		latest = append(latest, module+":LATEST")
	}
	folder := filepath.Join(m.dir, "latest")
	if _, err := m.copy(folder, latest); err != nil {
		return nil, err
	}
	out := map[string][]string{}
	for _, module := range modules {
		c, err := parseCoordinates(module + ":x")
		if err != nil {
			return nil, err
		}
		files, err := filepath.Glob(filepath.Join(m.repository, filepath.Dir(c.folder()), "maven-metadata-*.xml"))
		if err != nil {
			return nil, err
		}
		for _, name := range files {
			text, err := os.ReadFile(name)
			if err != nil {
				return nil, err
			}
			var metadata struct {
				Versions []string `xml:"versioning>versions>version"`
			}
			if err := xml.Unmarshal(text, &metadata); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			out[module] = append(out[module], metadata.Versions...)
		}
		if len(out[module]) == 0 {
			return nil, fmt.Errorf("no release of %s is known", module)
		}
		slices.Sort(out[module])
	}
	return out, os.RemoveAll(folder)
}
