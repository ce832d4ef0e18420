package policy

import (
	"slices"
	"strconv"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/resolve"
)

// keySet is the keys that a set of rules names, with their terms made once.
type keySet struct {
	names []string // sorted
	terms []*ast.Term
	all   bool // some rule goes over all settings
}

func newKeySet(names []string, all bool) keySet {
	k := keySet{names: names, all: all}
	for _, n := range names {
		k.terms = append(k.terms, ast.StringTerm(n))
	}
	return k
}

// of leaves out keys that are written at a component but are none of its kind's.
func (k keySet) of(c *model.Component) keySet {
	strays := make(map[string]bool)
	for i := range c.Settings {
		name := c.Settings[i].Key
		if _, named := slices.BinarySearch(k.names, name); !named || name[0] == '@' {
			continue
		}
		if resolve.Entry(c, name) == nil && catalog.Lookup(model.ClientJava, c.Kind, name) == nil {
			strays[name] = true
		}
	}
	if len(strays) == 0 {
		return k
	}
	own := keySet{all: k.all}
	for i, name := range k.names {
		if !strays[name] {
			own.names, own.terms = append(own.names, name), append(own.terms, k.terms[i])
		}
	}
	return own
}

// terms of the input's own words.
var word = func() map[string]*ast.Term {
	m := make(map[string]*ast.Term)
	for _, w := range []string{"kind", "name", "dialect", "owner", "complete", "workload", "data_class", "links", "client",
		"version", "versions", "values", "state", "settings", "written", "value", "line", "from_default", "issues", "secret",
		"known", "empty", "reference", "sample", "published", "jaas", "module", "literal", "read", "flaw", "modules", "options", "service_name", "assumed",
		"from", "on", "joins", "components", "file", "of", "cluster", "topics", "topic_pattern", "group", "transactional_id",
		"transactional_prefix", "application_id", "internal_topics", "code", "code_may_set", "development"} {
		m[w] = ast.StringTerm(w)
	}
	return m
}()

var stateTerms = func() map[model.State]*ast.Term {
	m := make(map[model.State]*ast.Term)
	for _, s := range []model.State{model.Explicit, model.Inherited, model.Forced, model.Default, model.Absent, model.Unknown, model.Invalid} {
		m[s] = ast.StringTerm(string(s))
	}
	return m
}()

type pairs [][2]*ast.Term

func (p *pairs) add(name string, value *ast.Term) {
	*p = append(*p, [2]*ast.Term{word[name], value})
}

func (p *pairs) text(name, value string) { p.add(name, ast.StringTerm(value)) }

func (p pairs) object() *ast.Term { return ast.NewTerm(ast.NewObject(p...)) }

// Input is what a component rule sees of a component.
type Input struct {
	Component *model.Component
	Versions  resolve.Versions
	Workload  string
	only      map[string]bool // the rules to ask, by ID; nil is all
}

// componentInput builds the rules' input for the keys that they name.
func componentInput(in Input, v *view, keys keySet) ast.Object {
	c := in.Component
	var p pairs
	p.text("kind", string(c.Kind))
	p.text("name", c.Name)
	p.text("dialect", c.Dialect)
	p.text("owner", c.Owner)
	p.text("complete", complete(c))
	p.add("code_may_set", ast.BooleanTerm(c.CodeMaySet))
	p.text("workload", in.Workload)
	p.text("data_class", c.DataClass)
	p.add("links", links(c.Links))
	p.add("client", pairs{{word["name"], ast.StringTerm(c.Client)}}.object())
	p.add("versions", versions(in.Versions))
	values, state := valuesAndState(v.key, keys)
	p.add("values", values)
	p.add("state", state)
	p.add("settings", settings(c, keys, v.issues()))
	return ast.NewObject(p...)
}

// input is componentInput with what the dispatcher asks. Where no rule that goes over all
// settings applies, only those that are named are put in.
func (s *selection) input(in Input) ast.Value {
	v := newView(in.Component, in.Versions)
	keys := s.keys
	keys.all = false
	var on [][2]*ast.Term
	for _, r := range s.rules {
		if (in.only == nil || in.only[r.ID]) && v.meets(r, s.needs[r.ID]) {
			keys.all = keys.all || r.Dynamic
			on = append(on, [2]*ast.Term{ast.StringTerm(r.ID), ast.InternedTerm(true)})
		}
	}
	object := componentInput(in, v, keys)
	object.Insert(word["on"], ast.NewTerm(ast.NewObject(on...)))
	return object
}

// complete says how much of what decides on the component is in view, its parents included.
func complete(c *model.Component) string {
	if c.Adrift && c.Complete == model.Full && c.Kind != model.FlinkTable {
		return string(model.Partial)
	}
	return string(c.Complete)
}

// valuesAndState are input.values and input.state.
func valuesAndState(of func(key string) resolve.Effective, keys keySet) (values, state *ast.Term) {
	have := make([][2]*ast.Term, 0, len(keys.names))
	states := make([][2]*ast.Term, 0, len(keys.names))
	for i, name := range keys.names {
		e := of(name)
		states = append(states, [2]*ast.Term{keys.terms[i], stateTerms[e.State]})
		if e.Value != nil {
			have = append(have, [2]*ast.Term{keys.terms[i], valueTerm(e.Value)})
		}
	}
	return ast.NewTerm(ast.NewObject(have...)), ast.NewTerm(ast.NewObject(states...))
}

func valueTerm(value any) *ast.Term {
	switch v := value.(type) {
	case int64:
		return ast.NumberTerm(jsonNumber(strconv.FormatInt(v, 10)))
	case float64:
		return ast.FloatNumberTerm(v)
	case bool:
		return ast.BooleanTerm(v)
	case string:
		return ast.StringTerm(v)
	}
	return ast.NullTerm()
}

// settings are what was written, as far as rules name it. Rules that go over all settings
// look for verdicts, secrets and facts: a component may have a hundred thousand others.
func settings(c *model.Component, keys keySet, issues issues) *ast.Term {
	var out [][2]*ast.Term
	for i, name := range keys.names {
		if s := c.Get(name); s != nil && !s.KeySpan.IsZero() {
			out = append(out, [2]*ast.Term{keys.terms[i], settingTerm(s, issues[s])})
		}
	}
	if !keys.all {
		return ast.NewTerm(ast.NewObject(out...))
	}
	for i := range c.Settings {
		s := &c.Settings[i]
		if _, named := slices.BinarySearch(keys.names, s.Key); named || !s.Effective || s.KeySpan.IsZero() {
			continue
		}
		if len(issues[s]) > 0 || s.Secret != nil || s.IsFact() {
			out = append(out, [2]*ast.Term{ast.StringTerm(s.Key), settingTerm(s, issues[s])})
		}
	}
	return ast.NewTerm(ast.NewObject(out...))
}

func settingTerm(s *model.Setting, issues []resolve.Issue) *ast.Term {
	var p pairs
	p.text("written", s.Written)
	p.add("line", ast.IntNumberTerm(s.KeySpan.Start.Line))
	p.add("from_default", ast.BooleanTerm(s.FromDefault))
	if s.Secret != nil {
		p.add("secret", secretTerm(s.Secret))
	} else {
		p.text("value", s.Value)
	}
	if len(issues) > 0 {
		terms := make([]*ast.Term, 0, len(issues))
		for _, issue := range issues {
			fields := [][2]*ast.Term{{word["code"], ast.StringTerm(issue.Code)}}
			for name, value := range issue.Fields {
				fields = append(fields, [2]*ast.Term{ast.StringTerm(name), valueTerm(value)})
			}
			terms = append(terms, ast.ObjectTerm(fields...))
		}
		p.add("issues", ast.ArrayTerm(terms...))
	}
	return p.object()
}

func secretTerm(s *model.Secret) *ast.Term {
	var p pairs
	p.add("known", ast.BooleanTerm(s.Known))
	p.add("empty", ast.BooleanTerm(s.Empty))
	p.add("reference", ast.BooleanTerm(s.Reference))
	p.add("sample", ast.BooleanTerm(s.Sample))
	p.add("published", ast.BooleanTerm(s.Published))
	var j pairs
	j.text("module", s.JAAS.Module)
	j.add("literal", ast.BooleanTerm(s.JAAS.Literal))
	j.add("sample", ast.BooleanTerm(s.JAAS.Sample))
	j.add("read", ast.BooleanTerm(s.JAAS.Read))
	j.text("flaw", s.JAAS.Flaw)
	j.add("modules", ast.IntNumberTerm(s.JAAS.Modules))
	j.add("options", texts(s.JAAS.Options))
	j.text("service_name", s.JAAS.ServiceName)
	p.add("jaas", j.object())
	return p.object()
}

func versions(vs resolve.Versions) *ast.Term {
	var out [][2]*ast.Term
	for of, v := range vs {
		if len(v.Number) == 0 {
			continue
		}
		var p pairs
		p.add("version", numbers(v.Number))
		p.add("assumed", ast.BooleanTerm(v.Assumed))
		if len(v.From) > 0 {
			p.add("from", numbers(v.From))
		}
		out = append(out, [2]*ast.Term{ast.StringTerm(of), p.object()})
	}
	return ast.NewTerm(ast.NewObject(out...))
}

func numbers(list []int) *ast.Term {
	terms := make([]*ast.Term, len(list))
	for i, n := range list {
		terms[i] = ast.IntNumberTerm(n)
	}
	return ast.ArrayTerm(terms...)
}

func links(l model.Links) *ast.Term {
	var p pairs
	p.add("topics", texts(l.Topics))
	p.text("topic_pattern", l.TopicPattern)
	p.text("group", l.Group)
	p.text("transactional_id", l.TransactionalID)
	p.text("transactional_prefix", l.TransactionalPrefix)
	p.text("application_id", l.ApplicationID)
	p.add("internal_topics", texts(l.InternalTopics))
	p.text("cluster", l.Cluster)
	return p.object()
}

func texts(list []string) *ast.Term {
	terms := make([]*ast.Term, 0, len(list))
	for _, s := range list {
		terms = append(terms, ast.StringTerm(s))
	}
	return ast.ArrayTerm(terms...)
}
