package parse

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// mappedDialect reads the documents for which the user has told which node is which
// component. What the user says comes before what any other dialect sees.
var mappedDialect = Dialect{
	Name:     "mapped",
	Grammars: []Grammar{YAML, JSON, HOCON},
	Match: func(d *Document) bool {
		return slices.ContainsFunc(d.Options.Mappings, func(m Mapping) bool { return len(mapped(d.Root, m.Path)) > 0 })
	},
	Read: func(d *Document, out *Output) {
		for _, m := range d.Options.Mappings {
			for _, target := range mapped(d.Root, m.Path) {
				m.read(target, out)
			}
		}
	},
}

// target is a node that a path leads to.
type target struct {
	path []string
	key  *syntax.Node // of the entry whose value it is; nil for the root and list items
	node *syntax.Node
}

// mapped returns the maps that a path leads to. A step is a key, which may have dots in
// it, or "*" for any key or list item.
func mapped(root *syntax.Node, path string) []target {
	var found []target
	var walk func(p target, rest string)
	walk = func(p target, rest string) {
		if rest == "" {
			if p.node.IsMap() {
				found = append(found, p)
			}
			return
		}
		step := func(name string, key, node *syntax.Node) {
			next := target{path: append(slices.Clip(p.path), name), key: key, node: node}
			for _, step := range []string{"*", name} {
				if after, ok := strings.CutPrefix(rest, step); ok && (after == "" || after[0] == '.' && len(after) > 1) {
					walk(next, strings.TrimPrefix(after, "."))
					if step == "*" && name == "*" {
						return
					}
				}
			}
		}
		for _, e := range p.node.Effective() {
			step(e.Key.Text, e.Key, e.Value)
		}
		for i, item := range p.node.Items {
			step(itemName(item, i), nil, item)
		}
	}
	if root.IsMap() || root.IsSeq() {
		walk(target{node: root}, path)
	}
	return found
}

// read emits the component that stands at a target.
func (m Mapping) read(p target, out *Output) {
	span := p.node.Span
	span.End = span.Start
	if p.key != nil {
		span = p.key.Span
	} else if len(p.node.Entries) > 0 {
		span = p.node.Entries[0].Key.Span
	}
	c := out.Component(m.Kind, strings.Join(p.path, "/"), strings.Join(p.path, "."), span)
	c.CodeMaySet = true
	notation, client := model.Kafka, c.Client
	if m.Client != "" {
		c.Client, client = m.Client, m.Client
	}
	switch m.Kind {
	case model.FlinkCluster, model.FlinkJob, model.FlinkTable, model.FlinkCDC, model.FlinkSnapshot:
		notation, client = model.Flink, catalog.Flink
	}
	for _, h := range m.settings(p.node, "", client) {
		h.put(c, model.Explicit, client, notation)
	}
	link(c)
	if m.Kind == model.Producer || m.Kind == model.Consumer {
		for _, e := range p.node.Effective() {
			if slices.Contains(topicNames, fold(e.Key.Text)) && isValue(e.Value) {
				c.Links.Topics = names(e.Value)
			}
		}
	}
}

// settings returns the entries below a node whose keys the mapping names or the catalog
// has: joined with those around them, as in a nested document, or by themselves.
func (m Mapping) settings(n *syntax.Node, prefix, client string) []hit {
	var hits []hit
	for _, e := range n.Effective() {
		written := prefix + e.Key.Text
		h := hit{key: m.Keys[written], written: written, entry: e}
		switch {
		case h.key == "" && e.Value.IsMap():
			hits = append(hits, m.settings(e.Value, written+".", client)...)
			continue
		case !isValue(e.Value):
			continue
		case h.key != "":
			h.exact = true
		case m.lookup(client, written, &h), m.lookup(client, e.Key.Text, &h):
		default:
			continue
		}
		hits = append(hits, h)
	}
	return hits
}

// lookup finds the catalog's key for one as it is written: the same, or the only one
// that differs in nothing but its way of joining words.
func (m Mapping) lookup(client, written string, h *hit) bool {
	h.key = catalog.Canonical(client, m.Kind, written)
	if h.exact = catalog.Lookup(client, m.Kind, h.key) != nil; h.exact {
		return true
	}
	folded := fold(written)
	for _, k := range catalog.Keys(client, m.Kind) {
		if fold(k.Name) == folded {
			h.key = k.Name
			return true
		}
	}
	return false
}
