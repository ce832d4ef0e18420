package main

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// needs returns what must be written for a rule to report anything: for each body of
// report the keys without which it is undefined. It is nil if a body needs no key.
func needs(m *ast.Module) [][]string {
	var all [][]string
	for _, r := range m.Rules {
		if r.Head.Ref()[0].Value.Compare(ast.Var("report")) != 0 {
			continue
		}
		keys := written(r)
		if len(keys) == 0 {
			return nil
		}
		if !slices.ContainsFunc(all, func(k []string) bool { return slices.Equal(k, keys) }) {
			all = append(all, keys)
		}
	}
	slices.SortFunc(all, slices.Compare)
	return all
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
			}
			return false
		})
		v.Walk(e)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
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
