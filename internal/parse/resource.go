package parse

import (
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// resource is a custom resource of an operator of Kafka.
type resource struct {
	doc        *Document
	out        *Output
	kind, name *syntax.Node
	spec       *syntax.Node
}

func newResource(d *Document, out *Output) resource {
	return resource{doc: d, out: out, kind: d.Root.Get("kind"), name: d.Root.At("metadata", "name"), spec: d.Root.Get("spec")}
}

// component starts the resource's component.
func (r *resource) component(kind model.Kind) *model.Component {
	name, span := "", r.kind.Span
	if isSet(r.name) {
		name, span = r.name.Text, r.name.Span
	}
	return r.out.Component(kind, r.kind.Text+"/"+name, name, span)
}

// isSet reports whether a field of a manifest is there with a value of its own.
func isSet(n *syntax.Node) bool { return n.IsScalar() && n.Tag != syntax.Null }

// putCount notes a number of the spec as a fact.
func putCount(c *model.Component, name string, n *syntax.Node) {
	if !isSet(n) {
		return
	}
	if _, err := strconv.ParseInt(n.Text, 10, 32); err == nil {
		putFact(c, name, n.Text, n.Span)
	}
}

// settings puts the entries of a config map into a component. What begins with one of the
// operator's own prefixes it passes over; that becomes the fact @dropped.
func (r *resource) settings(c *model.Component, config *syntax.Node, own operatorKeys) {
	if !config.IsMap() {
		return
	}
	for _, e := range mergedFirst(config) {
		if !isSet(e.Value) || strings.HasPrefix(e.Key.Text, "@") {
			continue
		}
		key := e.Key.Text
		if own.has(key) {
			dropped(c, e)
			continue
		}
		put(c, model.Setting{
			Key: catalog.Canonical(c.Client, c.Kind, key), Written: key, Value: manifestScalar(e.Value),
			KeySpan: e.Key.Span, ValueSpan: e.Value.Span,
		})
	}
}

// dropped notes an entry that the operator passes over.
func dropped(c *model.Component, e syntax.Entry) {
	c.Add(model.Setting{Key: "@dropped." + e.Key.Text, Written: e.Key.Text, KeySpan: e.Key.Span, ValueSpan: e.Value.Span})
}
