// Command rules reads the metadata of the Rego rules, checks it, and writes
// rules/index.json, from which kcfglint knows its rules without parsing them.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

type rule struct {
	ID          string   `json:"id"`
	Name        string   `json:"name"`
	Group       string   `json:"group"`
	Title       string   `json:"title"`
	Description string   `json:"description"`
	Severities  []string `json:"severities"`
	Confidence  string   `json:"confidence"`
	Consequence string   `json:"consequence"`
	Kinds       []string `json:"kinds,omitempty"`
	Remediation string   `json:"remediation"`
	References  []string `json:"references,omitempty"`
	Aliases     []string `json:"aliases,omitempty"`
	Supersedes  []string `json:"supersedes,omitempty"`
	Versions    []string `json:"versions,omitempty"`
	Project     bool     `json:"project,omitempty"`
	Since       string   `json:"since,omitempty"`
	Keys        []string `json:"keys,omitempty"`
	Dynamic     bool     `json:"dynamic,omitempty"`
	Needs       []string `json:"needs,omitempty"`
	Verdicts    []string `json:"verdicts,omitempty"`
	Relations   []string `json:"relations,omitempty"`
	Package     string   `json:"package"`
	Path        string   `json:"path"`
}

func main() {
	log.SetFlags(0)
	dir := flag.String("rules", "rules", "folder of the rules")
	flag.Parse()
	all, err := read(*dir)
	if err != nil {
		log.Fatal(err)
	}
	if err := write(filepath.Join(*dir, "index.json"), all); err != nil {
		log.Fatal(err)
	}
}

// write writes the index, one rule a line: every run reads it.
func write(file string, all []rule) error {
	var out bytes.Buffer
	out.WriteString("[\n")
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	for i := range all {
		if i > 0 {
			out.WriteString(",")
		}
		if err := encoder.Encode(all[i]); err != nil {
			return err
		}
	}
	out.WriteString("]\n")
	return os.WriteFile(file, out.Bytes(), 0o644)
}

// read returns the rules below a folder, by ID.
func read(dir string) ([]rule, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*", "*", "*.rego"))
	if err != nil {
		return nil, err
	}
	library, err := readLibrary(filepath.Join(dir, "lib"))
	if err != nil {
		return nil, err
	}
	var all []rule
	var errs []error
	seen := map[string]string{}
	for _, p := range paths {
		rel, _ := filepath.Rel(dir, p)
		rel = filepath.ToSlash(rel)
		if strings.HasSuffix(rel, "_test.rego") || strings.HasPrefix(rel, "lib/") {
			continue
		}
		r, err := readRule(p, rel, library)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", rel, err))
			continue
		}
		for _, name := range append([]string{r.ID, r.Name}, r.Aliases...) {
			if other, ok := seen[name]; ok {
				errs = append(errs, fmt.Errorf("%s: %s is taken by %s", rel, name, other))
			}
			seen[name] = rel
		}
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b rule) int { return strings.Compare(a.ID, b.ID) })
	return all, errors.Join(errs...)
}

// readLibrary returns the modules that rules share, by package.
func readLibrary(dir string) (map[string]*ast.Module, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.rego"))
	if err != nil {
		return nil, err
	}
	library := make(map[string]*ast.Module)
	for _, p := range paths {
		if strings.HasSuffix(p, "_test.rego") {
			continue
		}
		text, err := os.ReadFile(p)
		if err != nil {
			return nil, err
		}
		m, err := ast.ParseModuleWithOpts(p, string(text), ast.ParserOptions{})
		if err != nil {
			return nil, err
		}
		library[m.Package.Path.String()] = m
	}
	return library, nil
}

func readRule(file, rel string, library map[string]*ast.Module) (rule, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return rule{}, err
	}
	m, err := ast.ParseModuleWithOpts(rel, string(text), ast.ParserOptions{ProcessAnnotation: true})
	if err != nil {
		return rule{}, err
	}
	parts := strings.Split(rel, "/")
	r := rule{Group: parts[0], Name: parts[1], Path: rel, Package: strings.TrimPrefix(m.Package.Path.String(), "data.")}
	i := slices.IndexFunc(m.Annotations, func(a *ast.Annotations) bool { return a.Scope == "package" })
	if i < 0 {
		return r, errors.New("no METADATA of the package")
	}
	a := m.Annotations[i]
	r.Title, r.Description = a.Title, strings.TrimSpace(a.Description)
	for _, ref := range a.RelatedResources {
		r.References = append(r.References, ref.Ref.String())
	}
	custom, err := json.Marshal(a.Custom)
	if err != nil {
		return r, err
	}
	var c struct {
		ID, Confidence, Consequence, Remediation, Scope, Since string
		Severities, Kinds, Aliases, Supersedes, Versions       []string
	}
	if err := json.Unmarshal(custom, &c); err != nil {
		return r, err
	}
	r.ID, r.Confidence, r.Consequence, r.Remediation, r.Since = c.ID, c.Confidence, c.Consequence, c.Remediation, c.Since
	r.Severities, r.Kinds, r.Aliases, r.Supersedes, r.Versions = c.Severities, c.Kinds, c.Aliases, c.Supersedes, c.Versions
	r.Project = c.Scope == "project"
	r.Keys, r.Dynamic = keys(m)
	for _, way := range needs(m) {
		r.Needs = append(r.Needs, strings.Join(way, "; "))
	}
	r.Verdicts = verdicts(m)
	r.Relations = relations(m)
	for _, i := range m.Imports {
		if shared := library[i.Path.String()]; shared != nil {
			more, _ := keys(shared)
			r.Keys = union(r.Keys, more)
			r.Relations = union(r.Relations, relations(shared))
		}
	}
	return r, errors.Join(check(r, parts), absence(m))
}

// absence reports rules that take a missing value for a missing key: it may as well be a
// placeholder. input.state tells them apart.
func absence(m *ast.Module) error {
	var errs []error
	ast.WalkExprs(m, func(e *ast.Expr) bool {
		if !e.Negated {
			return false
		}
		ast.WalkRefs(e, func(r ast.Ref) bool {
			if strings.HasPrefix(r.String(), "input.values") {
				errs = append(errs, fmt.Errorf("line %d: not %s: true of what is unknown too; ask input.state", e.Location.Row, r))
			}
			return false
		})
		return false
	})
	return errors.Join(errs...)
}

// keys returns the settings that a module names after values, state and settings, and
// whether it also goes over all of them.
func keys(m *ast.Module) (names []string, dynamic bool) {
	ast.WalkRefs(m, func(ref ast.Ref) bool {
		for i := 1; i < len(ref); i++ {
			of, ok := ref[i].Value.(ast.String)
			if !ok || of != "values" && of != "state" && of != "settings" {
				continue
			}
			if i+1 == len(ref) {
				// The whole object: a comprehension or a "some ... in" over it.
				dynamic = true
				continue
			}
			if key, ok := ref[i+1].Value.(ast.String); ok {
				names = append(names, string(key))
			} else {
				dynamic = true
			}
		}
		return false
	})
	slices.Sort(names)
	return slices.Compact(names), dynamic
}

// union returns the sorted names of both.
func union(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// verdicts returns the texts with which a module compares the code of an issue.
func verdicts(m *ast.Module) []string {
	var codes []string
	ast.WalkExprs(m, func(e *ast.Expr) bool {
		if !e.IsCall() || len(e.Operands()) != 2 {
			return false
		}
		for i, o := range e.Operands() {
			ref, ok := o.Value.(ast.Ref)
			if !ok || len(ref) != 2 || ref[1].Value.Compare(ast.String("code")) != 0 {
				continue
			}
			if code, ok := e.Operand(1 - i).Value.(ast.String); ok {
				codes = append(codes, string(code))
			}
		}
		return false
	})
	slices.Sort(codes)
	return slices.Compact(codes)
}

// relations returns the names after input.joins that a module names.
func relations(m *ast.Module) []string {
	var names []string
	ast.WalkRefs(m, func(ref ast.Ref) bool {
		if name, ok := member(ref, "joins"); ok {
			names = append(names, name)
		}
		return false
	})
	slices.Sort(names)
	return slices.Compact(names)
}

var (
	idShape      = regexp.MustCompile(`^K[PCSNTBXMF][0-9]{3}$|^F[CKSOW][0-9]{3}$`)
	consequences = []string{"startup-failure", "ignored", "loss", "duplication", "reordering", "corruption", "stall",
		"security", "performance", "cost", "maintenance"}
	severities = []string{"error", "warning", "info"}
	// Rules that may go over all settings besides the verdicts of the catalog: facts whose
	// names hold a path, connectors, whose keys are their own, and secrets under any prefix.
	mayBeDynamic = []string{"FC007", "FC023", "KN018", "KX006", "KX007", "KX021", "KB014"}
)

// check reports what is missing from a rule's metadata, or contradicts where it lies.
func check(r rule, parts []string) error {
	var errs []error
	want := func(ok bool, format string, args ...any) {
		if !ok {
			errs = append(errs, fmt.Errorf(format, args...))
		}
	}
	snake := strings.ReplaceAll(r.Name, "-", "_")
	want(parts[2] == snake+".rego", "the module must be called %s.rego", snake)
	want(r.Package == "kcfglint.rules."+strings.ReplaceAll(r.Group, "-", "_")+"."+snake ||
		r.Package == fmt.Sprintf("kcfglint.rules[%q].%s", r.Group, snake), "package %s does not fit the folder", r.Package)
	want(idShape.MatchString(r.ID), "id %q is not of the form KP001", r.ID)
	want(r.Title != "" && !strings.HasSuffix(r.Title, "."), "a title without a full stop is needed")
	want(strings.HasSuffix(r.Description, "."), "the description must be sentences")
	want(strings.HasSuffix(r.Remediation, "."), "the remediation must be a sentence")
	want(len(r.References) > 0, "related_resources must name a source")
	want(len(r.Severities) > 0, "severities are missing")
	for _, s := range r.Severities {
		want(slices.Contains(severities, s), "unknown severity %q", s)
	}
	want(slices.Contains(consequences, r.Consequence), "unknown consequence %q", r.Consequence)
	want(r.Confidence == "certain" || r.Confidence == "likely", "unknown confidence %q", r.Confidence)
	want(len(r.Kinds) > 0, "kinds are missing")
	want((r.Group == "catalog") == (len(r.Verdicts) > 0), "the rules of the group catalog, and no others, compare issue.code")
	want(!r.Dynamic || r.Group == "catalog" || slices.Contains(mayBeDynamic, r.ID), "only ground keys may be asked for")
	return errors.Join(errs...)
}
