package policy

import (
	"runtime"
	"strconv"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/resolve"
)

// members are the components of a run as project rules see them. Each is made once, however
// many deployments it belongs to.
type members struct {
	keys  keySet
	terms map[*model.Component]*ast.Term
}

// add makes the terms of components that have none yet, on all processors.
func (m *members) add(components []*model.Component) {
	missing := kept(components, func(c *model.Component) bool { return m.terms[c] == nil })
	terms := make([]*ast.Term, len(missing))
	processors := runtime.GOMAXPROCS(0)
	var wg sync.WaitGroup
	for from := range processors {
		wg.Go(func() {
			seen := make(alike)
			for i := from; i < len(missing); i += processors {
				terms[i] = memberTerm(missing[i], m.keys, seen)
			}
		})
	}
	wg.Wait()
	for i, c := range missing {
		m.terms[c] = terms[i]
	}
}

// memberTerm is a component as rules see it that do not ask about it alone.
func memberTerm(c *model.Component, keys keySet, seen alike) *ast.Term {
	var p pairs
	p.text("kind", string(c.Kind))
	p.text("name", c.Name)
	p.text("file", c.File)
	p.text("owner", c.Owner)
	p.text("of", c.OwnerID)
	p.text("dialect", c.Dialect)
	p.text("complete", complete(c))
	p.add("client", pairs{{word["name"], ast.StringTerm(c.Client)}}.object())
	p.text("cluster", c.Links.Cluster)
	p.text("data_class", c.DataClass)
	p.add("links", links(c.Links))
	// A key that is written where it does not belong has no type there.
	values, state := seen.valuesAndState(c, keys.of(c))
	p.add("values", values)
	p.add("state", state)
	return p.object()
}

// alike is what input.values and input.state are, by what they say. Most components of a
// run set few of the keys that rules name and do not differ in the others.
type alike map[string][2]*ast.Term

// valuesAndState are those of a component under its own versions.
func (a alike) valuesAndState(c *model.Component, keys keySet) (values, state *ast.Term) {
	effective := make([]resolve.Effective, len(keys.names))
	var name []byte
	for i, key := range keys.names {
		effective[i] = resolve.Key(c, key, c.Versions)
		name = appendEffective(append(name, keys.names[i]...), effective[i])
	}
	made, ok := a[string(name)]
	if !ok {
		i := -1
		made[0], made[1] = valuesAndState(func(string) resolve.Effective { i++; return effective[i] }, keys)
		a[string(name)] = made
	}
	return made[0], made[1]
}

// appendEffective appends what tells values and states of a key apart.
func appendEffective(name []byte, e resolve.Effective) []byte {
	name = append(append(name, ' '), e.State...)
	switch v := e.Value.(type) {
	case int64:
		name = strconv.AppendInt(append(name, " int "...), v, 10)
	case float64:
		name = strconv.AppendFloat(append(name, " float "...), v, 'g', -1, 64)
	case bool:
		name = strconv.AppendBool(append(name, " bool "...), v)
	case string:
		name = strconv.AppendQuote(append(name, " text "...), v)
	}
	return append(name, '\n')
}
