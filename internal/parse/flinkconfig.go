package parse

import (
	"fmt"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// flinkConfigDialect reads config.yaml, the configuration file of Flink from 1.19 on:
// YAML, nested, flat or mixed.
var flinkConfigDialect = Dialect{
	Name:     "flink-config",
	Grammars: []Grammar{YAML},
	Match:    isFlinkConfigYAML,
	Read:     readFlinkConfig,
}

func isFlinkConfigYAML(d *Document) bool {
	if !d.Root.IsMap() || d.Root.Get("apiVersion") != nil {
		return false
	}
	r := flinkYAML{}
	r.walk(d.Root, "", 1)
	keys := make([]string, len(r.entries))
	own := 0
	for i, e := range r.entries {
		keys[i] = e.key
		if _, o := isFlinkKey(e.key); o {
			own++
		}
	}
	return isFlinkConfig(keys) && (isConfigYAML(d) || own > 1 && own*2 >= len(keys))
}

// isConfigYAML reports whether Flink would find the file by its name.
func isConfigYAML(d *Document) bool {
	base := d.Base()
	return strings.HasSuffix(base, "config.yaml") || strings.HasSuffix(base, "config.yml")
}

func readFlinkConfig(d *Document, out *Output) {
	r := flinkYAML{}
	r.walk(d.Root, "", 1)
	c := out.Component(model.FlinkCluster, "", flinkFileName(d), r.entries[0].keySpan)
	c.CodeMaySet = true
	putFlink(c, r.entries)
	if !isConfigYAML(d) {
		return
	}
	putFact(c, "@file", "config.yaml", c.Span)
	twice(c, r.entries)
	if c.Complete == model.Template {
		return // what stands twice or is empty may be chosen or filled in yet
	}
	for _, refused := range r.refused {
		out.Error(refused.Span, refused.Message)
	}
}

// twice notes keys that join to the name of another one further down, with another value,
// which is that which counts: @conf.twice.<key> with that value.
func twice(c *model.Component, entries []flinkEntry) {
	last := make(map[string]flinkEntry, len(entries))
	for _, e := range entries {
		last[e.key] = e
	}
	for _, e := range entries {
		if counts := last[e.key]; counts.value != e.value {
			confFact(c, "@conf.twice.", flinkEntry{e.key, counts.value, e.keySpan, e.valueSpan})
		}
	}
}

// flinkYAML flattens a tree as Flink does (GlobalConfiguration.flatten): keys are joined
// with dots whatever they hold, lists are values, and of equal keys the last counts.
type flinkYAML struct {
	entries []flinkEntry
	refused []syntax.Error // what keeps Flink from starting
}

func (r *flinkYAML) walk(n *syntax.Node, prefix string, depth int) {
	if depth > maxFlinkDepth {
		return
	}
	for _, e := range n.Entries {
		if e.Merged {
			continue // "<<" is a key like others in YAML 1.2
		}
		path := prefix + e.Key.Text
		switch {
		case e.Duplicate:
			r.refuse(e.Key.Span, "key %q stands twice in one mapping: Flink does not start", e.Key.Text)
		case coreType(e.Key) != coreString:
			r.refuse(e.Key.Span, "key %q is no text in YAML: Flink does not start", e.Key.Text)
		}
		switch {
		case e.Value.IsMap():
			r.walk(e.Value, path+".", depth+1)
		case e.Value.Tag == syntax.Null && e.Value.IsScalar():
			r.refuse(e.Key.Span, "key %q has no value: Flink does not start", path)
		default:
			r.entries = append(r.entries, flinkEntry{path, flinkText(e.Value), e.Key.Span, e.Value.Span})
		}
	}
}

func (r *flinkYAML) refuse(span model.Span, format, key string) {
	r.refused = append(r.refused, syntax.Error{Span: span, Message: fmt.Sprintf(format, key)})
}

// flinkText renders a value as Flink's options see it: a list as flow YAML.
func flinkText(n *syntax.Node) string {
	if n.IsScalar() {
		text, _ := coreScalar(n)
		return text
	}
	return flowYAML(n, 0)
}
