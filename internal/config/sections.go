package config

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// document reads the whole file.
func (d *decoder) document(root *syntax.Node, c *Config) {
	all := &block{}
	top := d.block(all, true)
	var scoped []*block
	top["exclude"] = func(_, value *syntax.Node) {
		if !isNull(value) && !(value.Kind == syntax.SeqNode && len(value.Items) == 0) {
			c.exclude = d.globs(value, "exclude")
		}
	}
	top["paths"] = func(_, value *syntax.Node) {
		d.items(value, "paths", func(item *syntax.Node) { scoped = append(scoped, d.scoped(item)) })
	}
	d.object(root, "a configuration file", top)
	c.blocks = append([]*block{all}, scoped...)
}

// scoped reads an entry of "paths".
func (d *decoder) scoped(n *syntax.Node) *block {
	b := &block{}
	known := d.block(b, false)
	known["path"] = func(_, value *syntax.Node) { b.globs = d.globs(value, "path") }
	d.object(n, "an entry of paths", known)
	d.need(n, "an entry of paths", "path")
	return b
}

// need reports that a map lacks a key.
func (d *decoder) need(n *syntax.Node, what, key string) {
	if n.IsMap() && n.Entry(key) == nil {
		d.errorf(n.Span, "%s needs a %s", what, key)
	}
}

// block returns how the keys are read that hold for all files or for some. Entries of
// lists need a path of their own where they would hold for every file.
func (d *decoder) block(b *block, everywhere bool) fields {
	return fields{
		"rules":    func(_, value *syntax.Node) { d.rules(value, b) },
		"versions": func(_, value *syntax.Node) { d.versions(value, b) },
		"client":   func(_, value *syntax.Node) { b.client = d.oneOf(value, "client", catalog.Clients()) },
		"workload": func(_, value *syntax.Node) { b.workload = d.oneOf(value, "workload", Workloads()) },
		"data-class": func(_, value *syntax.Node) {
			b.dataClass = d.oneOf(value, "data class", model.DataClasses())
		},
		"require-reason": func(_, value *syntax.Node) {
			b.requireReason = d.oneOf(value, "require-reason", []string{"true", "false"})
		},
		"ignore": func(_, value *syntax.Node) {
			d.items(value, "ignore", func(item *syntax.Node) { d.ignore(item, b, everywhere) })
		},
		"mappings": func(_, value *syntax.Node) {
			d.items(value, "mappings", func(item *syntax.Node) { d.mapping(item, b, everywhere) })
		},
	}
}

func (d *decoder) rules(n *syntax.Node, b *block) {
	d.entries(n, "rules", func(key, value *syntax.Node) {
		known := d.rule(key)
		level := d.level(value)
		if known && level != nil {
			severity, _ := finding.ParseSeverity(level.value)
			b.rules = append(b.rules, ruleLevel{text{key.Text, key.Span}, severity})
		}
	})
}

// level reads the level of a rule, which may stand by itself or in a map.
func (d *decoder) level(n *syntax.Node) (level *text) {
	words := []string{"off", "info", "warning", "error"}
	if !n.IsMap() {
		return d.oneOf(n, "level", words)
	}
	d.object(n, "a rule", fields{"level": func(_, value *syntax.Node) { level = d.oneOf(value, "level", words) }})
	d.need(n, "a rule", "level")
	return level
}

func (d *decoder) versions(n *syntax.Node, b *block) {
	known := make(fields)
	for _, of := range versionKeys() {
		known[of] = func(_, value *syntax.Node) {
			t, ok := d.text(value, "version")
			if !ok {
				return
			}
			if _, err := ParseVersion(of, t.value); err != nil {
				d.errorf(value.Span, "%v", err)
				return
			}
			if b.versions == nil {
				b.versions = make(map[string]text)
			}
			b.versions[of] = t
		}
	}
	d.object(n, "versions", known)
}

func (d *decoder) ignore(n *syntax.Node, b *block, needPath bool) {
	entry := ignoreEntry{}
	word := func(to *string, what string) func(key, value *syntax.Node) {
		return func(_, value *syntax.Node) {
			t, _ := d.text(value, what)
			*to = t.value
		}
	}
	d.object(n, "an ignore entry", fields{
		"path":   func(_, value *syntax.Node) { entry.scope = d.globs(value, "path") },
		"key":    word(&entry.Key, "key"),
		"reason": word(&entry.Reason, "reason"),
		"rule": func(_, value *syntax.Node) {
			if t, ok := d.text(value, "rule"); ok && d.rule(value) {
				entry.Rule, entry.Span = t.value, t.at
			}
		},
	})
	d.need(n, "an ignore entry", "rule")
	if needPath {
		d.need(n, "an ignore entry", "path")
	}
	if entry.Rule != "" {
		b.ignore = append(b.ignore, entry)
	}
}

func (d *decoder) mapping(n *syntax.Node, b *block, needPath bool) {
	entry := mappingEntry{Mapping: parse.Mapping{Client: model.ClientJava, Span: n.Span, Keys: make(map[string]string)}}
	d.object(n, "a mapping", fields{
		"path": func(_, value *syntax.Node) { entry.scope = d.globs(value, "path") },
		"at": func(_, value *syntax.Node) {
			if t, ok := d.text(value, "at"); ok {
				d.dotted(value)
				entry.Path = t.value
			}
		},
		"kind": func(_, value *syntax.Node) {
			if t := d.oneOf(value, "kind", kinds()); t != nil {
				entry.Kind = model.Kind(t.value)
			}
		},
		"client": func(_, value *syntax.Node) {
			if t := d.oneOf(value, "client", catalog.Clients()); t != nil {
				entry.Client = t.value
			}
		},
		"keys": func(_, value *syntax.Node) {
			d.entries(value, "keys", func(key, value *syntax.Node) {
				if t, ok := d.text(value, "key"); ok {
					entry.Keys[key.Text] = t.value
				}
			})
		},
	})
	d.need(n, "a mapping", "kind")
	if needPath {
		d.need(n, "a mapping", "path")
	}
	b.mappings = append(b.mappings, entry)
}

// dotted checks a path of map keys.
func (d *decoder) dotted(n *syntax.Node) {
	if slices.Contains(strings.Split(n.Text, "."), "") {
		d.errorf(n.Span, "%s is no path of keys with dots between them", quote(n.Text))
	}
}

// kinds returns the names of the kinds of components.
func kinds() []string {
	var names []string
	for _, k := range model.Kinds() {
		names = append(names, string(k))
	}
	return names
}
