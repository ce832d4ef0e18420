package main

import (
	"fmt"
	"maps"
	"reflect"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// comparisons are the operators whose operands are of one type. OPA checks the types of
// equality alone, and knows no enumerations.
var comparisons = map[string]bool{
	ast.Equality.Name: true, ast.NotEqual.Name: true, ast.LessThan.Name: true, ast.LessThanEq.Name: true,
	ast.GreaterThan.Name: true, ast.GreaterThanEq.Name: true,
}

// checkConstants reports constants that rules compare with a place of the input which
// cannot hold them.
func checkConstants(c *ast.Compiler, s *schemas) []error {
	var errs []error
	for _, path := range slices.Sorted(maps.Keys(c.Modules)) {
		m := c.Modules[path]
		if path == "" || isTest(m.Package.Location) {
			continue
		}
		w := &walker{c: c, root: s.of(m.Package), vars: make(map[ast.Var]*schema), values: make(map[ast.Var]ast.Value)}
		// A variable may be used before the expression that gives it its place.
		for changed := true; changed; {
			before := len(w.vars) + len(w.values)
			ast.WalkExprs(m, func(e *ast.Expr) bool { w.bind(e); return false })
			changed = len(w.vars)+len(w.values) > before
		}
		ast.WalkExprs(m, func(e *ast.Expr) bool { errs = append(errs, w.compare(e)...); return false })
	}
	return errs
}

// walker knows which places of the input the variables of a compiled module stand for.
// The compiler gives each its own name.
type walker struct {
	c    *ast.Compiler
	root *schema
	vars map[ast.Var]*schema
	// values are the rules that variables stand for, as far as they are mere values.
	values map[ast.Var]ast.Value
}

// bind notes the places that an expression gives to variables.
func (w *walker) bind(e *ast.Expr) {
	if !e.IsCall() || e.Negated {
		return
	}
	args := e.Operands()
	switch e.Operator().String() {
	case ast.Equality.Name:
		w.put(args[0], w.place(args[1]))
		w.put(args[1], w.place(args[0]))
		w.putValue(args[0], args[1])
	case ast.Member.Name:
		w.put(args[0], w.element(w.place(args[1])))
	case ast.MemberWithKey.Name:
		w.put(args[1], w.element(w.place(args[2])))
	}
}

func (w *walker) put(t *ast.Term, s *schema) {
	if v, ok := t.Value.(ast.Var); ok && s != nil && w.vars[v] == nil {
		w.vars[v] = s
	}
}

func (w *walker) putValue(t, value *ast.Term) {
	if v, ok := t.Value.(ast.Var); ok {
		if constant := w.constant(value); constant != nil {
			w.values[v] = constant
		}
	}
}

// place returns the schema of what a term stands for, nil if that is no place of the
// input.
func (w *walker) place(t *ast.Term) *schema {
	switch v := t.Value.(type) {
	case ast.Var:
		return w.vars[v]
	case ast.Ref:
		s := w.root
		if head, ok := v[0].Value.(ast.Var); ok && !v[0].Equal(ast.InputRootDocument) {
			s = w.vars[head]
		}
		for _, key := range v[1:] {
			s = w.property(s, key)
		}
		return s
	}
	return nil
}

func (w *walker) property(s *schema, key *ast.Term) *schema {
	if s = w.resolve(s); s == nil {
		return nil
	}
	if name, ok := key.Value.(ast.String); ok && s.Properties[string(name)] != nil {
		return w.resolve(s.Properties[string(name)])
	}
	return w.element(s)
}

// element returns the schema that all elements of a collection have, or nil.
func (w *walker) element(s *schema) *schema {
	if s = w.resolve(s); s == nil {
		return nil
	}
	if s.Items != nil {
		return w.resolve(s.Items)
	}
	var one *schema
	for _, p := range s.Properties {
		if one != nil && !reflect.DeepEqual(one, p) {
			return nil
		}
		one = p
	}
	return w.resolve(one)
}

func (w *walker) resolve(s *schema) *schema {
	for s != nil && s.Ref != "" {
		s = w.root.Definitions[s.Ref[len("#/definitions/"):]]
	}
	return s
}

// compare checks the constants of a comparison.
func (w *walker) compare(e *ast.Expr) []error {
	if !e.IsCall() {
		return nil
	}
	args := e.Operands()
	switch op := e.Operator().String(); {
	case op == ast.Member.Name:
		return w.members(e, w.place(args[0]), args[1])
	case comparisons[op]:
		var errs []error
		for i, t := range args[:2] {
			if s, v := w.place(args[1-i]), w.constant(t); s != nil && v != nil && !fits(s, v) {
				errs = append(errs, misfit(e.Location, s, v))
			}
		}
		return errs
	}
	return nil
}

// members checks the constants of a set in which a place is looked for. Members of
// another type may be there for another client.
func (w *walker) members(e *ast.Expr, s *schema, set *ast.Term) []error {
	if s == nil {
		return nil
	}
	var errs []error
	check := func(t *ast.Term) {
		if fitsType(s, t.Value) && !fits(s, t.Value) {
			errs = append(errs, misfit(e.Location, s, t.Value))
		}
	}
	switch v := w.constant(set).(type) {
	case ast.Set:
		v.Foreach(check)
	case *ast.Array:
		v.Foreach(check)
	}
	return errs
}

// constant returns the value of a term, of a variable that stands for one, or of a rule
// that is nothing but a value; nil if it is none of these.
func (w *walker) constant(t *ast.Term) ast.Value {
	switch v := t.Value.(type) {
	case ast.Var:
		if w.vars[v] != nil {
			return nil
		}
		return w.values[v]
	case ast.Ref:
		if !v.IsGround() {
			return nil
		}
		rules := w.c.GetRulesExact(v)
		if len(rules) != 1 || len(rules[0].Head.Args) > 0 || rules[0].Head.Value == nil {
			return nil
		}
		t = rules[0].Head.Value
	}
	if !ast.IsConstant(t.Value) {
		return nil
	}
	return t.Value
}

func misfit(l *ast.Location, s *schema, v ast.Value) error {
	hint := ""
	if name, ok := v.(ast.String); ok {
		hint = didYouMean(string(name), s.Enum)
	}
	return fmt.Errorf("%s: the input never has the value %v here%s", place(l), v, hint)
}

// fits reports whether a constant can be the value of a place.
func fits(s *schema, v ast.Value) bool {
	if len(s.AnyOf) > 0 {
		return slices.ContainsFunc(s.AnyOf, func(s *schema) bool { return fits(s, v) })
	}
	name, ok := v.(ast.String)
	return fitsType(s, v) && (!ok || len(s.Enum) == 0 || slices.Contains(s.Enum, string(name)))
}

func fitsType(s *schema, v ast.Value) bool {
	if len(s.AnyOf) > 0 {
		return slices.ContainsFunc(s.AnyOf, func(s *schema) bool { return fitsType(s, v) })
	}
	return s.Type == ast.ValueName(v)
}
