package main

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// maxNeeds bounds the alternatives that a rule may have; one with more is always asked.
const maxNeeds = 64

// needs returns what must hold for a rule to report anything: for each way in which report
// can hold, the conditions without which it is undefined (rules.Rule.Needs has their form).
// It is nil if one way has none.
func needs(m *ast.Module) [][]string { return needsOf(m, "report", 0) }

// needsOf does so for one name of the module.
func needsOf(m *ast.Module, name string, depth int) [][]string {
	var all [][]string
	for _, r := range m.Rules {
		if !named(r, name) {
			continue
		}
		if r.Default || len(r.Head.Args) > 0 || r.Else != nil || depth > 8 {
			return nil
		}
		ways := needsOfBody(m, r, depth)
		if len(ways) == 0 || len(all)+len(ways) > maxNeeds {
			return nil
		}
		all = append(all, ways...)
	}
	return weakest(all)
}

// weakest sorts ways and drops those that demand what another one demands, and more.
func weakest(ways [][]string) [][]string {
	slices.SortFunc(ways, slices.Compare)
	ways = slices.CompactFunc(ways, slices.Equal)
	return slices.DeleteFunc(slices.Clone(ways), func(way []string) bool {
		return slices.ContainsFunc(ways, func(other []string) bool { return len(other) < len(way) && contains(way, other) })
	})
}

func contains(all, some []string) bool {
	return !slices.ContainsFunc(some, func(s string) bool { return !slices.Contains(all, s) })
}

// named reports whether a rule defines a name of its module.
func named(r *ast.Rule, name string) bool {
	return r.Head.Ref()[0].Value.Compare(ast.Var(name)) == 0
}

// needsOfBody returns the ways in which one body can hold: its own conditions with those of
// the names of its module that must be defined for it.
func needsOfBody(m *ast.Module, r *ast.Rule, depth int) [][]string {
	ways := [][]string{conditions(m, r)}
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
		if !ok || name == "report" || local(r, name) {
			return
		}
		i := slices.IndexFunc(m.Rules, func(o *ast.Rule) bool { return named(o, string(name)) })
		if i >= 0 && (element || m.Rules[i].Head.RuleKind() == ast.SingleValue && len(m.Rules[i].Head.Ref()) == 1) {
			names = append(names, string(name))
		}
	}
	demanded(r, func(x any) {
		switch x := x.(type) {
		case *ast.SomeDecl:
			if call, ok := x.Symbols[0].Value.(ast.Call); ok {
				add(call[len(call)-1].Value, true)
			}
		case ast.Ref:
			add(x[0].Value, len(x) > 1)
		case ast.Var:
			add(x, false)
		}
	})
	slices.Sort(names)
	return slices.Compact(names)
}

// local reports whether a body has a variable of that name.
func local(r *ast.Rule, name ast.Var) bool {
	return slices.ContainsFunc(r.Body, func(e *ast.Expr) bool {
		if some, ok := e.Terms.(*ast.SomeDecl); ok {
			return declares(some, name)
		}
		return e.IsAssignment() && e.Operand(0).Value.Compare(name) == 0
	})
}

// declares reports whether "some" makes a variable of that name. In "some x in y", y is none.
func declares(some *ast.SomeDecl, name ast.Var) bool {
	declared := some.Symbols
	if call, ok := declared[0].Value.(ast.Call); ok {
		declared = call[1 : len(call)-1]
	}
	return slices.ContainsFunc(declared, func(t *ast.Term) bool {
		found := false
		ast.WalkVars(t, func(v ast.Var) bool { found = found || v == name; return found })
		return found
	})
}

// demanded calls do for all that must be defined for a rule to be: in the expressions of
// its body and in its value, but not in what holds whatever is undefined within.
func demanded(r *ast.Rule, do func(x any)) {
	v := ast.NewGenericVisitor(func(x any) bool {
		switch x.(type) {
		case *ast.ArrayComprehension, *ast.SetComprehension, *ast.ObjectComprehension, *ast.Every, *ast.TemplateString:
			return true
		}
		do(x)
		return false
	})
	for _, e := range r.Body {
		if !e.Negated && len(e.With) == 0 {
			v.Walk(e)
		}
	}
	if r.Head.Value != nil {
		v.Walk(r.Head.Value)
	}
}

// conditions returns what must hold of the input for a body to hold: the keys that are
// written, what has a value, and which values, states and clients it compares with.
func conditions(m *ast.Module, r *ast.Rule) []string {
	var all []string
	demanded(r, func(x any) {
		ref, ok := x.(ast.Ref)
		if !ok {
			return
		}
		if key, ok := member(ref, "settings"); ok && len(ref) > 2 {
			all = append(all, key)
		}
		if key, ok := member(ref, "values"); ok {
			all = append(all, key+" value")
		}
		if ofSecret(ref) {
			all = append(all, anySecret)
		}
	})
	for _, e := range r.Body {
		if !e.Negated && len(e.With) == 0 {
			all = append(all, comparison(m, r, e)...)
		}
	}
	slices.Sort(all)
	all = slices.Compact(all)
	return slices.DeleteFunc(slices.Clone(all), func(c string) bool { // what another condition says more exactly
		return strings.HasSuffix(c, " value") && slices.ContainsFunc(all, func(o string) bool { return strings.HasPrefix(o, c+" ") })
	})
}

// comparison returns the conditions of an expression that compares something of the input
// with what is known.
func comparison(m *ast.Module, r *ast.Rule, e *ast.Expr) []string {
	terms, ok := e.Terms.([]*ast.Term)
	if !ok || len(terms) != 3 {
		return nil
	}
	operator := terms[0].String()
	left, right := meaning(m, r, terms[1].Value), meaning(m, r, terms[2].Value)
	if _, ok := left.(ast.Ref); !ok {
		left, right = right, left
		operator = cmp.Or(mirrored[operator], operator)
		if operator == "internal.member_2" {
			return nil
		}
	}
	ref, ok := left.(ast.Ref)
	if !ok {
		return nil
	}
	if ref.Equal(clientName) {
		if words := oneOf(operator, right); words != "" {
			return []string{"@client" + words}
		}
	}
	if condition := atVersion(ref, operator, right); condition != "" {
		return []string{condition}
	}
	if key, ok := member(ref, "state"); ok && len(ref) == 3 {
		if words := oneOf(operator, right); words != "" {
			return []string{key + " state" + words}
		}
		return nil
	}
	if key, ok := member(ref, "values"); ok && len(ref) == 3 {
		if bound := bound(operator, right); bound != "" {
			return []string{key + " value " + bound}
		}
		if other, ok := right.(ast.Ref); ok && len(other) == 3 && signs[operator] != "" {
			if than, ok := member(other, "values"); ok {
				return []string{key + " value " + signs[operator][:1] + "=" + than}
			}
		}
		return []string{key + " value" + oneOf(operator, right)}
	}
	return nil
}

var clientName = ast.MustParseRef("input.client.name")

var signs = map[string]string{"lt": "<", "lte": "<=", "gt": ">", "gte": ">="}

// bound writes a comparison with a number: ">5". Numbers are compared as float64, so that
// what is said of a large one holds only if it is let in itself.
func bound(operator string, v ast.Value) string {
	number, ok := v.(ast.Number)
	if !ok || signs[operator] == "" {
		return ""
	}
	sign := signs[operator]
	if f, _ := number.Float64(); math.Abs(f) >= 1<<53 {
		sign = sign[:1] + "="
	}
	return sign + string(number)
}

// atVersion writes a comparison of input.versions.<of>.version with a version that is
// written out. It lets that version in: whether 4.0 is 4.0.0 does not matter here.
func atVersion(ref ast.Ref, operator string, v ast.Value) string {
	of, ok := member(ref, "versions")
	list, isList := v.(*ast.Array)
	if !ok || !isList || len(ref) != 4 || ref[3].Value.Compare(ast.String("version")) != 0 || signs[operator] == "" {
		return ""
	}
	var numbers []string
	list.Foreach(func(t *ast.Term) {
		if n, ok := t.Value.(ast.Number); ok {
			numbers = append(numbers, string(n))
		}
	})
	if len(numbers) != list.Len() || len(numbers) < 2 || len(numbers) > 3 {
		return ""
	}
	return "@version " + of + " " + signs[operator][:1] + "=" + strings.Join(numbers, ".")
}

var mirrored = map[string]string{"lt": "gt", "lte": "gte", "gt": "lt", "gte": "lte"}

// meaning replaces the name of something that is defined once and unconditionally, in the
// body or in the module, by what it stands for. Conditions overlook case and blanks around
// a text, and so does it.
func meaning(m *ast.Module, r *ast.Rule, v ast.Value) ast.Value {
	for range 8 {
		if call, ok := v.(ast.Call); ok && len(call) == 2 && slices.Contains([]string{"upper", "lower", "trim_space"}, call[0].String()) {
			v = call[1].Value
			continue
		}
		name, ok := v.(ast.Var)
		if !ok {
			if ref, one := v.(ast.Ref); one && len(ref) == 1 {
				name, ok = ref[0].Value.(ast.Var)
			}
		}
		if !ok {
			return v
		}
		next := assigned(r, name)
		if next == nil && !local(r, name) {
			next = constant(m, name)
		}
		if next == nil {
			return v
		}
		v = next
	}
	return v
}

// assigned returns what a body assigns to a variable, nil if it does not.
func assigned(r *ast.Rule, name ast.Var) ast.Value {
	for _, e := range r.Body {
		if e.IsAssignment() && e.Operand(0).Value.Compare(name) == 0 && len(e.With) == 0 {
			return e.Operand(1).Value
		}
	}
	return nil
}

// constant returns the value of a name that the module defines once, without a condition.
func constant(m *ast.Module, name ast.Var) ast.Value {
	var only *ast.Rule
	for _, r := range m.Rules {
		if !named(r, string(name)) {
			continue
		}
		if only != nil {
			return nil
		}
		only = r
	}
	if only == nil || only.Default || only.Else != nil || len(only.Head.Args) > 0 || len(only.Head.Ref()) > 1 ||
		only.Head.Value == nil || !only.Body.Equal(ast.NewBody(ast.NewExpr(ast.BooleanTerm(true)))) {
		return nil
	}
	return only.Head.Value.Value
}

// oneOf writes the values that an operator admits, each after a blank; "" if they cannot be
// listed.
func oneOf(operator string, admitted ast.Value) string {
	var terms []*ast.Term
	switch operator {
	case "equal", "eq":
		terms = []*ast.Term{ast.NewTerm(admitted)}
	case "internal.member_2":
		switch list := admitted.(type) {
		case ast.Set:
			terms = list.Slice()
		case *ast.Array:
			list.Foreach(func(t *ast.Term) { terms = append(terms, t) })
		}
	}
	words := ""
	for _, t := range terms {
		word := ""
		switch v := t.Value.(type) {
		case ast.String:
			word = string(v)
		case ast.Boolean, ast.Number:
			word = v.String()
		}
		if word == "" || strings.ContainsAny(word, " \t\r\n<>=") {
			return ""
		}
		if !strings.Contains(words+" ", " "+word+" ") {
			words += " " + word
		}
	}
	return words
}

// anySecret stands for a key whose value is a secret, whatever its name.
const anySecret = "@secret"

// ofSecret recognises setting.secret, of a setting that a body goes over.
func ofSecret(ref ast.Ref) bool {
	_, variable := ref[0].Value.(ast.Var)
	return variable && len(ref) > 1 && ref[1].Value.Compare(ast.String("secret")) == 0 && !ref[0].Equal(ast.InputRootDocument)
}

// member returns the key of input.<of>[key].
func member(ref ast.Ref, of string) (string, bool) {
	if len(ref) < 3 || ref[0].Value.Compare(ast.InputRootDocument.Value) != 0 || ref[1].Value.Compare(ast.String(of)) != 0 {
		return "", false
	}
	key, ok := ref[2].Value.(ast.String)
	return string(key), ok
}
