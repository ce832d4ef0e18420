package parse

import (
	"cmp"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// connectDialect reads what Kafka Connect is given: connectors in the forms that its REST
// interface and its standalone mode take, and the configuration of workers.
var connectDialect = Dialect{
	Name:     "connect",
	Grammars: []Grammar{JSON, YAML, Properties},
	Words:    []string{"connector", "converter", "storage"},
	Match: func(d *Document) bool {
		if d.Grammar != Properties {
			return len(connectors(d.Root)) > 0
		}
		config := connectPairs(d.Pairs)
		return config.last("connector.class") != nil || config.isWorker()
	},
	Read: readConnect,
}

func readConnect(d *Document, out *Output) {
	if d.Grammar == Properties {
		config := connectPairs(d.Pairs)
		if config.last("connector.class") != nil {
			readConnector(out, "", connector{name: config.last("name"), config: config})
		} else {
			readWorker(d, out, config)
		}
		return
	}
	if d.Grammar == JSON && d.Source.Raw(d.Root.Span)[0] == '"' {
		// A piece without its braces, of something that is put together elsewhere. That it
		// is no JSON is all there is to say of it.
		return
	}
	if d.Grammar == JSON && !d.Template {
		refuseRelaxed(d, out)
	}
	found := connectors(d.Root)
	for _, c := range found {
		anchor := ""
		if len(found) > 1 && c.name != nil {
			anchor = c.name.value
		}
		if !d.Template {
			c.config.refuseTrees(out)
		}
		readConnector(out, anchor, c)
	}
}

// refuseRelaxed reports what the grammar takes and Connect's REST interface does not: it
// reads JSON as the standard has it.
func refuseRelaxed(d *Document, out *Output) {
	for _, c := range d.Comments {
		out.Error(c.Span, "comment in JSON: Kafka Connect refuses it")
	}
	var commas func(n *syntax.Node)
	commas = func(n *syntax.Node) {
		var last *syntax.Node
		for _, e := range n.Entries {
			commas(e.Value)
			last = e.Value
		}
		for _, item := range n.Items {
			commas(item)
			last = item
		}
		if last == nil || len(d.Comments) > 0 {
			return
		}
		// Between the last value and the bracket stand blanks, at most a quote, or a comma.
		tail := model.Span{File: n.Span.File, Start: last.Span.End, End: n.Span.End}
		if i := strings.IndexByte(d.Source.Raw(tail), ','); i >= 0 {
			at := tail.Start.Offset + i
			file := d.Source.File
			tail.Start, tail.End = file.Position(at), file.Position(at+1)
			out.Error(tail, "comma before the closing bracket: no JSON, Kafka Connect refuses it")
		}
	}
	commas(d.Root)
}

// connectEntry is one key and value of a configuration of Connect, where all values are
// texts: its REST interface turns numbers and booleans into the text that stands there.
type connectEntry struct {
	key, value         string
	written            string // how the key is spelled; "" is as it is
	keySpan, valueSpan model.Span
	tree               bool // a map or a list, which Connect does not take
}

type connectConfig []connectEntry

func connectPairs(pairs []syntax.Pair) connectConfig {
	config := make(connectConfig, 0, len(pairs))
	for _, p := range pairs {
		config = append(config, connectEntry{key: p.Key, value: p.Value, keySpan: p.KeySpan, valueSpan: p.ValueSpan})
	}
	return config
}

// connectMap are the entries of a map; null is no value.
func connectMap(n *syntax.Node) connectConfig {
	var config connectConfig
	for _, e := range n.Entries {
		if e.Value.IsScalar() && e.Value.Tag == syntax.Null {
			continue
		}
		config = append(config, connectEntry{
			key: e.Key.Str(), value: e.Value.Str(), keySpan: e.Key.Span, valueSpan: e.Value.Span, tree: !e.Value.IsScalar(),
		})
	}
	return config
}

// last returns the entry of a key that counts, or nil.
func (c connectConfig) last(key string) *connectEntry {
	for i := len(c) - 1; i >= 0; i-- {
		if c[i].key == key && !c[i].tree {
			return &c[i]
		}
	}
	return nil
}

func (c connectConfig) has(keys ...string) bool {
	return !slices.ContainsFunc(keys, func(key string) bool { return c.last(key) == nil })
}

// prefixed returns the entries below a prefix, without it.
func (c connectConfig) prefixed(prefix string) connectConfig {
	var below connectConfig
	for _, e := range c {
		if key, ok := strings.CutPrefix(e.key, prefix); ok && key != "" && !e.tree {
			e.written = cmp.Or(e.written, e.key)
			e.key = key
			below = append(below, e)
		}
	}
	return below
}

func (c connectConfig) refuseTrees(out *Output) {
	for _, e := range c {
		if e.tree {
			out.Error(e.valueSpan, "Kafka Connect refuses the whole connector: values are texts, numbers or booleans")
		}
	}
}

// fill puts entries into a component.
func (c connectConfig) fill(component *model.Component, state model.State) {
	for _, e := range c {
		if e.tree || strings.HasPrefix(e.key, "@") {
			continue // what begins with "@" would pass for a fact
		}
		put(component, model.Setting{
			Key: e.key, Written: cmp.Or(e.written, e.key), Value: e.value, KeySpan: e.keySpan, ValueSpan: e.valueSpan, State: state,
		})
	}
}

// connector is one connector: its name may stand beside its configuration or within it.
type connector struct {
	name   *connectEntry
	config connectConfig
	// open: a tool that has more to say of a connector than Connect's REST interface takes may
	// add to its configuration.
	open bool
}

// connectors finds the connectors of a tree: {"name": ..., "config": {...}} as one posts
// it, the configuration alone as one puts it, and lists of either.
func connectors(root *syntax.Node) []connector {
	switch {
	case root.IsSeq():
		var all []connector
		for _, item := range root.Items {
			if c, ok := connectorOf(item); ok {
				all = append(all, c)
			}
		}
		return all
	case root.IsMap():
		if c, ok := connectorOf(root); ok {
			return []connector{c}
		}
	}
	return nil
}

func connectorOf(n *syntax.Node) (connector, bool) {
	if !n.IsMap() {
		return connector{}, false
	}
	if config := n.Get("config"); config.IsMap() && config.Get("connector.class").IsScalar() {
		c := connector{config: connectMap(config), open: slices.ContainsFunc(n.Entries, func(e syntax.Entry) bool { return !ofConnector(e) })}
		if c.name = connectMap(n).last("name"); c.name == nil {
			c.name = c.config.last("name")
		}
		return c, true
	}
	if n.Get("connector.class").IsScalar() {
		config := connectMap(n)
		return connector{name: config.last("name"), config: config}, true
	}
	return connector{}, false
}

// ofConnector reports whether Connect's REST interface has a field: CreateConnectorRequest
// and ConnectorInfo.
func ofConnector(e syntax.Entry) bool {
	switch e.Key.Str() {
	case "name", "config", "initial_state", "tasks":
		return true
	case "type":
		return slices.Contains([]string{"source", "sink", "unknown"}, strings.ToLower(e.Value.Str()))
	}
	return false
}
