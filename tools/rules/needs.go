package main

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// maxNeeds bounds the alternatives that a rule may have; one with more is always asked.
const maxNeeds = 64

// needs returns what must be written for a rule to report anything: for each way in which
// report can hold, the keys without which it is undefined. It is nil if one way needs no key.
func needs(m *ast.Module) [][]string { return needsOf(m, "report", 0) }

// needsOf does so for one name of the module.
func needsOf(m *ast.Module, name string, depth int) [][]string {
	var all [][]string
	for _, r := range m.Rules {
		if !named(r, name) {
			continue
		}
		if r.Default || len(r.Head.Args) > 0 || depth > 8 {
			return nil
		}
		ways := needsOfBody(m, r, depth)
		if len(ways) == 0 || len(all)+len(ways) > maxNeeds {
			return nil
		}
		all = append(all, ways...)
		if r.Else != nil {
			return nil
		}
	}
	slices.SortFunc(all, slices.Compare)
	return slices.CompactFunc(all, slices.Equal)
}

// named reports whether a rule defines a name of its module.
func named(r *ast.Rule, name string) bool {
	return r.Head.Ref()[0].Value.Compare(ast.Var(name)) == 0
}

// needsOfBody returns the ways in which one body can hold: its own keys with those of the
// names of its module that must be defined for it.
func needsOfBody(m *ast.Module, r *ast.Rule, depth int) [][]string {
	ways := [][]string{written(r)}
	for _, name := range mentions(m, r) {
		others := needsOf(m, name, depth+1)
		if len(others) == 0 || len(ways)*len(others) > maxNeeds {
			continue
		}
		var product [][]string
		for _, way := range ways {
			for _, other := range others {
				keys := slices.Concat(way, other)
				slices.Sort(keys)
				product = append(product, slices.Compact(keys))
			}
		}
		ways = product
	}
	if slices.ContainsFunc(ways, func(keys []string) bool { return len(keys) == 0 }) {
		return nil
	}
	return ways
}

// mentions returns the names of the module without which a body is undefined: values that
// it asks for, and sets of which it takes an element. A set as such is defined when it is
// empty.
func mentions(m *ast.Module, r *ast.Rule) []string {
	var names []string
	add := func(t ast.Value, element bool) {
		name, ok := t.(ast.Var)
		if !ok || name == "report" {
			return
		}
		if slices.ContainsFunc(r.Body, func(e *ast.Expr) bool { return e.IsAssignment() && e.Operand(0).Value.Compare(name) == 0 }) {
			return // a variable of that name
		}
		i := slices.IndexFunc(m.Rules, func(o *ast.Rule) bool { return named(o, string(name)) })
		if i >= 0 && (element || m.Rules[i].Head.RuleKind() == ast.SingleValue && len(m.Rules[i].Head.Ref()) == 1) {
			names = append(names, string(name))
		}
	}
	for _, e := range r.Body {
		if e.Negated || len(e.With) > 0 {
			continue
		}
		v := ast.NewGenericVisitor(func(x any) bool {
			switch x := x.(type) {
			case *ast.ArrayComprehension, *ast.SetComprehension, *ast.ObjectComprehension, *ast.Every, *ast.TemplateString:
				return true
			case *ast.SomeDecl:
				if call, ok := x.Symbols[0].Value.(ast.Call); ok {
					add(call[len(call)-1].Value, true)
				}
			case ast.Ref:
				add(x[0].Value, len(x) > 1)
			case ast.Var:
				add(x, false)
			}
			return false
		})
		v.Walk(e)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// written returns the keys that must be written for a body to hold: those whose
// input.settings it refers to, and those of which it asks a state that only written keys have.
func written(r *ast.Rule) []string {
	var keys []string
	for _, e := range r.Body {
		if e.Negated || len(e.With) > 0 {
			continue
		}
		if key, ok := stateOfWritten(e); ok {
			keys = append(keys, key)
		}
		v := ast.NewGenericVisitor(func(x any) bool {
			switch x := x.(type) {
			case *ast.ArrayComprehension, *ast.SetComprehension, *ast.ObjectComprehension, *ast.Every, *ast.TemplateString:
				return true // holds whatever is undefined within
			case ast.Ref:
				if key, ok := member(x, "settings"); ok && len(x) > 2 {
					keys = append(keys, key)
				}
				if ofSecret(x) {
					keys = append(keys, anySecret)
				}
			}
			return false
		})
		v.Walk(e)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// anySecret stands for a key whose value is a secret, whatever its name.
const anySecret = "@secret"

// ofSecret recognises setting.secret, of a setting that a body goes over.
func ofSecret(ref ast.Ref) bool {
	_, variable := ref[0].Value.(ast.Var)
	return variable && len(ref) > 1 && ref[1].Value.Compare(ast.String("secret")) == 0 && !ref[0].Equal(ast.InputRootDocument)
}

// stateOfWritten recognises input.state[key] == "explicit" and input.state[key] in {...}.
func stateOfWritten(e *ast.Expr) (string, bool) {
	terms, ok := e.Terms.([]*ast.Term)
	if !ok || len(terms) != 3 {
		return "", false
	}
	operator := terms[0].String()
	for i, t := range terms[1:] {
		ref, ok := t.Value.(ast.Ref)
		if !ok {
			continue
		}
		key, ok := member(ref, "state")
		if !ok {
			continue
		}
		other := terms[2-i]
		switch operator {
		case "equal", "eq":
			return key, onlyWritten(other)
		case "internal.member_2":
			set, ok := other.Value.(ast.Set)
			return key, ok && set.Len() > 0 && !set.Until(func(t *ast.Term) bool { return !onlyWritten(t) })
		}
	}
	return "", false
}

// onlyWritten reports whether a term is a state that only a written key can have.
func onlyWritten(t *ast.Term) bool {
	s, ok := t.Value.(ast.String)
	return ok && slices.Contains([]string{"explicit", "inherited", "invalid"}, string(s))
}

// member returns the key of input.<of>[key].
func member(ref ast.Ref, of string) (string, bool) {
	if len(ref) < 3 || ref[0].Value.Compare(ast.InputRootDocument.Value) != 0 || ref[1].Value.Compare(ast.String(of)) != 0 {
		return "", false
	}
	key, ok := ref[2].Value.(ast.String)
	return string(key), ok
}
