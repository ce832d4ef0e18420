// Package rules embeds the Rego rules and the index that is generated from their metadata.
package rules

import (
	"cmp"
	"embed"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/model"
)

// files holds one folder a rule: the rule, its test, and its bad and good examples.
//
//go:embed */*/* lib/*.rego guarantee/*.rego
var files embed.FS

// Rule is the metadata of a rule. The index holds it, so that only the rules that a run
// needs are parsed and compiled.
type Rule struct {
	ID          string       `json:"id"`    // KP002
	Name        string       `json:"name"`  // producer-acks-one: its folder
	Group       string       `json:"group"` // producer: its folder's folder
	Title       string       `json:"title"`
	Description string       `json:"description"`
	Severities  []string     `json:"severities"`  // the first is the default
	Confidence  string       `json:"confidence"`  // certain, likely
	Consequence string       `json:"consequence"` // startup-failure, ignored, loss, ...
	Kinds       []model.Kind `json:"kinds,omitempty"`
	Remediation string       `json:"remediation"`
	References  []string     `json:"references,omitempty"`
	Aliases     []string     `json:"aliases,omitempty"`
	Supersedes  []string     `json:"supersedes,omitempty"`
	// Workloads are those that the advice fits, if it contradicts what others ask for: it is
	// given under these, whatever its severity, and otherwise only to who asks for the rule.
	Workloads []string `json:"workloads,omitempty"`
	// Versions are those at which the rule's verdict changes, as "3.0" of the Kafka
	// client or with the software in front, as "flink 2.0".
	Versions []string `json:"versions,omitempty"`
	Project  bool     `json:"project,omitempty"` // sees the project, not one component
	Since    string   `json:"since,omitempty"`   // release of kcfglint that brought it
	// Keys are the settings that the rule names; Dynamic says that it goes over all of them.
	Keys    []string `json:"keys,omitempty"`
	Dynamic bool     `json:"dynamic,omitempty"`
	// Needs lists what must hold for the rule to report anything: all conditions of one entry,
	// which are separated by "; ". It is empty if nothing must. Case and blanks around a text
	// do not count. A condition is one of
	//
	//	acks                    the key is written
	//	acks value              it has a value of its type
	//	acks value 0 1          one of these
	//	retries value >0        a number within the bound, or no number; also >=, <, <=
	//	retries value >=acks    the same for the value of another key
	//	acks state default      one of these states
	//	@client java            one of these clients
	//	@version client >=4.0   a version is known and within the bound; also <=
	//	@secret                 any key is written whose value is a secret
	Needs []string `json:"needs,omitempty"`
	// Verdicts are the codes of the catalog's issues that the rule puts into words. It is asked
	// only where there is one.
	Verdicts []string `json:"verdicts,omitempty"`
	// Relations are those of a project rule's input.joins that it names.
	Relations []string `json:"relations,omitempty"`
	// Package is the Rego package, Path the module's path in FS.
	Package string `json:"package,omitempty"`
	Path    string `json:"path,omitempty"`
}

// Severity returns the default severity.
func (r *Rule) Severity() finding.Severity {
	s, _ := finding.ParseSeverity(r.Severities[0])
	return s
}

// URL returns the address of the rule's documentation.
func (r *Rule) URL() string {
	return "https://github.com/kcfglint/kcfglint/blob/main/docs/rules/" + r.ID + ".md"
}

// All returns the metadata of all Rego rules, by ID.
func All() ([]Rule, error) { return index, nil }

// Module returns the Rego source of a rule.
func Module(r *Rule) (string, error) {
	b, err := files.ReadFile(r.Path)
	return string(b), err
}

// Library returns the modules that rules share, by path.
func Library() (map[string]string, error) { return folder("lib") }

// Guarantee returns the modules that derive what a component guarantees, by path.
func Guarantee() (map[string]string, error) { return folder("guarantee") }

// folder returns the modules of a folder, its tests left out.
func folder(name string) (map[string]string, error) {
	entries, err := files.ReadDir(name)
	modules := make(map[string]string)
	for _, e := range entries {
		if e.IsDir() || !strings.HasSuffix(e.Name(), ".rego") || strings.HasSuffix(e.Name(), "_test.rego") {
			continue
		}
		p := path.Join(name, e.Name())
		b, err := files.ReadFile(p)
		if err != nil {
			return nil, err
		}
		modules[p] = string(b)
	}
	return modules, err
}

// Example is a file on which a rule fires or keeps silent.
type Example struct {
	Name string
	Text string
}

// Clean returns the text without the comments that are meant for the tests.
func (e Example) Clean() string {
	var b strings.Builder
	for line := range strings.Lines(e.Text) {
		if i := strings.Index(line, "expect:"); i >= 0 {
			line = strings.TrimRight(strings.TrimRight(line[:i], " "), "#-/! ")
			if strings.TrimSpace(line) == "" {
				continue
			}
			line += "\n"
		}
		if strings.Contains(line, "kcfglint-test:") {
			continue
		}
		b.WriteString(line)
	}
	return b.String()
}

// Examples returns the bad and good files of a rule, in the order of their names.
func Examples(r *Rule) (bad, good []Example) {
	dir := path.Dir(r.Path)
	_ = fs.WalkDir(files, dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name := strings.TrimPrefix(p, dir+"/")
		text, err := files.ReadFile(p)
		switch {
		case err != nil, strings.HasSuffix(name, ".expect"):
		case strings.HasPrefix(name, "bad"):
			bad = append(bad, Example{name, string(text)})
		case strings.HasPrefix(name, "good"):
			good = append(good, Example{name, string(text)})
		}
		return err
	})
	// The plain ones first: "bad.properties" shows a rule better than "bad-connector.json".
	byName := func(a, b Example) int {
		return cmp.Or(cmp.Compare(strings.Count(path.Base(a.Name), "-"), strings.Count(path.Base(b.Name), "-")), strings.Compare(a.Name, b.Name))
	}
	slices.SortFunc(bad, byName)
	slices.SortFunc(good, byName)
	return bad, good
}
