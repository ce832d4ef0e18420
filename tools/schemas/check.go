package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/kcfglint/kcfglint/internal/config"
	"github.com/kcfglint/kcfglint/internal/policy"
	"github.com/kcfglint/kcfglint/rules"
)

// schemas are those of the three inputs.
type schemas struct {
	component, project, guarantee *schema
	// open is component for rules that go over all settings: any key may be among them.
	open *schema
	// dynamic are the packages of those rules.
	dynamic map[string]bool
	// joined are the packages of the library that say themselves that they see the project.
	joined map[string]bool

	set        *ast.SchemaSet // for OPA
	validators map[*schema]*jsonschema.Schema
}

func newSchemas(all []rules.Rule) (*schemas, error) {
	var named []string
	dynamic := make(map[string]bool)
	for _, r := range all {
		named = append(named, r.Keys...)
		dynamic[r.Package] = r.Dynamic
	}
	decisive, err := policy.GuaranteeKeys()
	if err != nil {
		return nil, err
	}
	k := allKeys(named)
	s := &schemas{
		component: component(k), project: project(k), guarantee: guarantee(k.only(decisive)), open: component(k), dynamic: dynamic, joined: make(map[string]bool),
		set: ast.NewSchemaSet(), validators: make(map[*schema]*jsonschema.Schema),
	}
	s.open.Properties["settings"].Additional = definition("setting")
	for _, each := range []*schema{s.component, s.open, s.project, s.guarantee} {
		raw, err := each.raw()
		if err == nil {
			s.validators[each], err = validator(raw)
		}
		if err != nil {
			return nil, err
		}
		if name := s.name(each); name != "" {
			s.set.Put(ast.SchemaRootRef.Append(ast.StringTerm(name)), raw)
		}
	}
	return s, nil
}

// name is what annotations call a schema by.
func (s *schemas) name(of *schema) string {
	switch of {
	case s.component:
		return "component"
	case s.project:
		return "project"
	case s.guarantee:
		return "guarantee"
	}
	return ""
}

// of returns the schema of what a module sees as input, a test for its rule. It repeats
// the annotations in the files schemas.rego, which OPA follows.
func (s *schemas) of(p *ast.Package) *schema {
	switch name := strings.TrimPrefix(p.Path.String(), "data."); {
	case strings.HasPrefix(name+".", "kcfglint.rules.project."):
		return s.project
	case s.joined[strings.TrimSuffix(name, "_test")]:
		return s.project
	case strings.HasPrefix(name+".", "kcfglint.guarantee."):
		return s.guarantee
	case s.dynamic[strings.TrimSuffix(name, "_test")]:
		return s.open
	}
	return s.component
}

// check reports what the rules below a folder, their tests included, have against the
// schemas. Keys and types are OPA's own type checking; if that finds nothing, constants
// and the inputs of the tests are looked at too, which it does not do.
func check(dir string, s *schemas) error {
	modules, err := parse(dir)
	if err != nil {
		return err
	}
	s.note(modules)
	c, err := compile(modules, s)
	if err != nil {
		return err
	}
	inputs, err := checkInputs(c, s)
	if err != nil {
		return err
	}
	return errors.Join(append(checkConstants(c, s), inputs...)...)
}

// note takes down which packages of the library see the project.
func (s *schemas) note(modules map[string]*ast.Module) {
	for _, m := range modules {
		for _, a := range m.Annotations {
			for _, of := range a.Schemas {
				if a.Scope == "package" && of.Schema.String() == "schema.project" {
					s.joined[strings.TrimPrefix(m.Package.Path.String(), "data.")] = true
				}
			}
		}
	}
}

// parse reads the modules below a folder, by path.
func parse(dir string) (map[string]*ast.Module, error) {
	modules := make(map[string]*ast.Module)
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".rego" {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		modules[rel], err = ast.ParseModuleWithOpts(rel, string(b), ast.ParserOptions{ProcessAnnotation: true})
		return err
	})
	return modules, err
}

// compile is "opa check --strict --schema", with shorter errors.
func compile(modules map[string]*ast.Module, s *schemas) (*ast.Compiler, error) {
	c := ast.NewCompiler().SetErrorLimit(0).WithStrict(true).WithSchemas(s.set).WithUseTypeCheckAnnotations(true)
	c.Compile(modules)
	var errs []error
	for _, err := range c.Errors {
		errs = append(errs, shorten(err))
	}
	return c, errors.Join(errs...)
}

// shorten leaves out what a mistyped key could have been, but for the likeliest.
func shorten(err *ast.Error) error {
	detail, ok := err.Details.(*ast.RefErrInvalidDetail)
	if !ok || len(detail.OneOf) == 0 {
		return err
	}
	var names []string
	for _, v := range detail.OneOf {
		if name, ok := v.(ast.String); ok {
			names = append(names, string(name))
		}
	}
	hint := ""
	if name, ok := detail.Ref[detail.Pos].Value.(ast.String); ok {
		hint = didYouMean(string(name), names)
	}
	return fmt.Errorf("%s: %s%s", place(err.Location), err.Message, hint)
}

func didYouMean(name string, names []string) string {
	if nearest := config.Nearest(name, names); nearest != "" {
		return fmt.Sprintf("; did you mean %q?", nearest)
	}
	return ""
}

func place(l *ast.Location) string { return l.File + ":" + strconv.Itoa(l.Row) }

func isTest(l *ast.Location) bool { return strings.HasSuffix(l.File, "_test.rego") }
