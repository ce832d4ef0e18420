// Package policy runs the Rego rules: it compiles the selected ones once, builds their
// input, evaluates, and isolates what fails.
package policy

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/topdown"
	"golang.org/x/sync/errgroup"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/rules"
)

// Engine holds the compiled rules. It is safe for concurrent use.
type Engine struct {
	compiler *ast.Compiler
	kinds    map[model.Kind]*selection
	project  *selection
}

// selection is the rules that run on one kind of input.
type selection struct {
	rules []*rules.Rule
	needs map[string][][]need // by the rule's ID
	keys  keySet
	query rego.PreparedEvalQuery
	// compiler serves the queries of single rules, when one of them fails.
	compiler *ast.Compiler
}

// RuleError is a rule that failed at run time.
type RuleError struct {
	Rule      string
	Component string // ID; "" for a project rule
	Err       error
}

// Error implements error.
func (e *RuleError) Error() string {
	if e.Component == "" {
		return fmt.Sprintf("rule %s: %v", e.Rule, e.Err)
	}
	return fmt.Sprintf("rule %s on %s: %v", e.Rule, e.Component, e.Err)
}

// Unwrap returns the cause.
func (e *RuleError) Unwrap() error { return e.Err }

// New compiles those of the selected rules that can report anything of the components.
func New(ctx context.Context, selected []rules.Rule, components []*model.Component) (*Engine, error) {
	e := &Engine{kinds: make(map[model.Kind]*selection)}
	modules := make(map[string]string)
	var err error
	joined := len(components) > 1 || slices.ContainsFunc(components, replicated)
	views := newViews(components)
	for i := range selected {
		r := &selected[i]
		if r.Package == "" || r.Project && !joined || !e.add(r, views) {
			continue
		}
		if modules[r.Path], err = rules.Module(r); err != nil {
			return nil, err
		}
	}
	if len(modules) == 0 {
		return e, nil
	}
	if err := addLibrary(modules); err != nil {
		return nil, err
	}
	for name, s := range e.selections() {
		modules["dispatch/"+name] = s.dispatcher(name)
	}
	if e.compiler, err = compile(modules); err != nil {
		return nil, err
	}
	for name, s := range e.selections() {
		s.compiler = e.compiler
		if s.query, err = prepare(ctx, e.compiler, fmt.Sprintf("data.dispatch[%q].found", name)); err != nil {
			return nil, err
		}
	}
	return e, nil
}

// addLibrary adds the shared modules that the modules of a run, or one another, name.
func addLibrary(modules map[string]string) error {
	library, err := rules.Library()
	for more := true; more; {
		more = false
		for file, text := range library {
			if modules[file] == "" && names(modules, "data.kcfglint.lib."+strings.TrimSuffix(path.Base(file), ".rego")) {
				modules[file], more = text, true
			}
		}
	}
	return err
}

// names reports whether a module names a package.
func names(modules map[string]string, pkg string) bool {
	for _, text := range modules {
		if strings.Contains(text, pkg) {
			return true
		}
	}
	return false
}

// add puts a rule into the selections of the kinds of which it can report something, and
// reports whether there are any.
func (e *Engine) add(r *rules.Rule, views []*view) bool {
	if r.Project {
		if !slices.ContainsFunc(views, func(v *view) bool { return slices.Contains(r.Kinds, v.c.Kind) }) {
			return false
		}
		if e.project == nil {
			e.project = &selection{}
		}
		e.project.rules = append(e.project.rules, r)
		return true
	}
	var needs [][]need
	added := make(map[model.Kind]bool)
	for _, v := range views {
		kind := v.c.Kind
		if added[kind] || !slices.Contains(r.Kinds, kind) {
			continue
		}
		if needs == nil {
			needs = readNeeds(r)
		}
		if !v.meets(r, needs) {
			continue
		}
		added[kind] = true
		s := e.kinds[kind]
		if s == nil {
			s = &selection{needs: make(map[string][][]need)}
			e.kinds[kind] = s
		}
		s.rules = append(s.rules, r)
		s.needs[r.ID] = needs
	}
	return len(added) > 0
}

// selections returns all selections by name: the kind, or "project".
func (e *Engine) selections() map[string]*selection {
	all := make(map[string]*selection, len(e.kinds)+1)
	for kind, s := range e.kinds {
		all[string(kind)] = s
	}
	if e.project != nil {
		all["project"] = e.project
	}
	return all
}

// compile compiles the modules. The checks that need no run time are skipped: the tests
// of the rules compile them in full.
func compile(modules map[string]string) (*ast.Compiler, error) {
	parsed, err := parseModules(modules)
	if err != nil {
		return nil, err
	}
	c := ast.NewCompiler().WithCapabilities(Capabilities()).WithSkipStages(
		ast.StageCheckUnusedImports, ast.StageCheckKeywordOverrides, ast.StageCheckDuplicateImports, ast.StageCheckVoidCalls,
		ast.StageParseMetadataBlocks, ast.StageSetAnnotationSet, ast.StageRewriteRegoMetadataCalls, ast.StageRewriteWithValues,
		ast.StageCheckRuleConflicts, ast.StageCheckUndefinedFuncs, ast.StageCheckRecursion, ast.StageRewriteTestRulesForTracing,
		ast.StageCheckTypes, ast.StageCheckUnsafeBuiltins, ast.StageCheckDeprecatedBuiltins, ast.StageBuildRequiredCapabilities)
	c.Compile(parsed)
	if c.Failed() {
		return nil, c.Errors
	}
	return c, nil
}

// parseModules parses modules, by path, on all processors: at start there is nothing else
// for them to do.
func parseModules(modules map[string]string) (map[string]*ast.Module, error) {
	paths := slices.Sorted(maps.Keys(modules))
	parsed := make([]*ast.Module, len(paths))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, p := range paths {
		g.Go(func() (err error) {
			parsed[i], err = ast.ParseModuleWithOpts(p, modules[p], ast.ParserOptions{RegoVersion: ast.RegoV1})
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	byPath := make(map[string]*ast.Module, len(paths))
	for i, p := range paths {
		byPath[p] = parsed[i]
	}
	return byPath, nil
}

// dispatcher collects the keys that the rules name and returns the module that asks them
// all: a set to which each rule adds. One query that named all the rules would nest them.
// A rule is asked where input.on says so, which costs no evaluation.
func (s *selection) dispatcher(name string) string {
	slices.SortFunc(s.rules, func(a, b *rules.Rule) int { return strings.Compare(a.ID, b.ID) })
	var b strings.Builder
	fmt.Fprintf(&b, "package dispatch[%q]\n\n", name)
	var names []string
	dynamic := false
	for _, r := range s.rules {
		if r.Project {
			fmt.Fprintf(&b, "found contains [%q, f] if data.%s.report[f]\n\n", r.ID, r.Package)
		} else {
			fmt.Fprintf(&b, "found contains [%q, f] if {\n\tinput.on[%q] == true\n\tdata.%s.report[f]\n}\n\n", r.ID, r.ID, r.Package)
		}
		names = append(names, r.Keys...)
		dynamic = dynamic || r.Dynamic
	}
	slices.Sort(names)
	s.keys = newKeySet(slices.Compact(names), dynamic)
	return b.String()
}

// single asks one rule alone, in the form of the dispatcher.
func (s *selection) single(ctx context.Context, r *rules.Rule) (rego.PreparedEvalQuery, error) {
	return prepare(ctx, s.compiler, fmt.Sprintf("{[%q, f] | data.%s.report[f]}", r.ID, r.Package))
}

func prepare(ctx context.Context, c *ast.Compiler, query string) (rego.PreparedEvalQuery, error) {
	return rego.New(rego.Compiler(c), rego.Query(query), rego.SetRegoVersion(ast.RegoV1),
		rego.Capabilities(Capabilities())).PrepareForEval(ctx)
}

// raw is what a rule reports, before it is given a place.
type raw struct {
	rule *rules.Rule
	doc  map[string]any
}

// evaluate asks the rules of a selection. If one of them fails, the others are asked
// alone and the failing ones are named.
func (s *selection) evaluate(ctx context.Context, input ast.Value, component string) ([]raw, []error) {
	result, failed, err := run(ctx, s.query, input)
	if err == nil && len(failed) == 0 {
		return s.collect(result), nil
	}
	if ctx.Err() != nil {
		return nil, []error{ctx.Err()}
	}
	var found []raw
	var errs []error
	for _, r := range s.rules {
		query, err := s.single(ctx, r)
		if err == nil {
			var result any
			if result, failed, err = run(ctx, query, input); err == nil {
				found = append(found, s.collect(result)...)
			}
		}
		for _, f := range failed {
			errs = append(errs, &RuleError{r.ID, component, &f})
		}
		if err != nil {
			errs = append(errs, &RuleError{r.ID, component, err})
		}
		failed = nil
	}
	return found, errs
}

func run(ctx context.Context, query rego.PreparedEvalQuery, input ast.Value) (any, []topdown.Error, error) {
	var failed []topdown.Error
	rs, err := query.Eval(ctx, rego.EvalParsedInput(input), rego.EvalBuiltinErrorList(&failed))
	if err != nil || len(rs) == 0 {
		return nil, failed, err
	}
	return rs[0].Expressions[0].Value, failed, nil
}

// collect takes the reports out of the query's result: pairs of a rule's id and what it reports.
func (s *selection) collect(result any) []raw {
	pairs, _ := result.([]any)
	var found []raw
	for _, p := range pairs {
		pair, _ := p.([]any)
		if len(pair) != 2 {
			continue
		}
		id, _ := pair[0].(string)
		if doc, ok := pair[1].(map[string]any); ok {
			found = append(found, raw{find(s.rules, id), doc})
		}
	}
	return found
}

func jsonNumber(text string) json.Number { return json.Number(text) }
