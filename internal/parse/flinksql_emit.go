package parse

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// sqlUsage is the uses of a table with the same hints: to Flink another table each.
type sqlUsage struct {
	hints []syntax.Pair
	uses  []sqlUse
}

// usages groups the uses of a table, those without hints first. A table of which nothing
// but options is known has one without uses.
func (t *sqlTable) usages() []sqlUsage {
	groups := []sqlUsage{{}}
	index := map[string]int{"": 0}
	for _, u := range t.uses {
		var signature strings.Builder
		for _, h := range u.hints {
			signature.WriteString(strconv.Quote(h.Key) + strconv.Quote(h.Value))
		}
		at, ok := index[signature.String()]
		if !ok {
			at = len(groups)
			index[signature.String()] = at
			groups = append(groups, sqlUsage{hints: u.hints})
		}
		groups[at].uses = append(groups[at].uses, u)
	}
	if len(groups) > 1 && len(groups[0].uses) == 0 {
		return groups[1:] // no use is without hints
	}
	return groups
}

// emitTable makes the components of a table that has options: one, or one for each way
// in which hints change them.
func (s *sqlScript) emitTable(t *sqlTable) {
	groups := t.usages()
	like := t.def != nil && t.def.Like != nil
	if len(t.options) == 0 && len(t.inherited) == 0 && !like && len(groups[0].hints) == 0 && len(groups) == 1 {
		return
	}
	for n, g := range groups {
		anchor, span := "table/"+t.name.String(), t.name.Span()
		if n > 0 {
			if !s.copied(len(t.options) + len(t.inherited)) {
				return
			}
			anchor, span = fmt.Sprintf("table/%s/hint~%d", t.name, n), g.uses[0].span
		}
		c := s.out.Component(model.FlinkTable, anchor, t.name.String(), span)
		// The table inherits from the job whose settings are in view; what is known of
		// the table itself does not depend on what is known of a session.
		if j := t.job; j != nil && j.component != nil && (j.component.Complete != model.Partial || s.managed) {
			c.Parent = j.component.ID
		}
		s.fillTable(c, t, g.hints, n > 0)
		t.facts(c, g.uses)
		s.emitted = append(s.emitted, sqlEmitted{component: c, uses: g.uses})
		for _, u := range g.uses {
			s.byUse[u.number] = c
		}
		kafka := newKafkaTable(s.out, c, g.uses)
		if n > 0 {
			kafka.changes = g.hints
		}
		kafka.emit()
	}
}

// fillTable puts the options into a table. Those of another table, and of the table
// itself where this is only a use of it, are inherited, so that a line is judged once.
func (s *sqlScript) fillTable(c *model.Component, t *sqlTable, hints []syntax.Pair, isUse bool) {
	if t.def != nil && t.def.Templated {
		c.Complete = atMost(c.Complete, model.Template)
	} else if t.open {
		c.Complete = atMost(c.Complete, model.Partial)
	}
	putAll := func(pairs []syntax.Pair, state model.State) {
		for _, p := range unnumbered(pairs) {
			if isPlaceholder(p.Key) || strings.HasPrefix(p.Key, "@") {
				c.Complete = atMost(c.Complete, model.Template)
				continue
			}
			put(c, tableSetting(p, state))
		}
	}
	own := model.Explicit
	if isUse {
		own = model.Inherited
	}
	putAll(t.inherited, model.Inherited)
	putAll(t.options, own)
	putAll(hints, model.Explicit)
}

// legacyOptions are the options of the descriptors before Flink 1.11 that others have
// replaced without another meaning (KafkaValidator of flink-connector-kafka-base 1.10).
var legacyOptions = map[string]string{
	"connector.topic":                    "topic",
	"connector.startup-mode":             "scan.startup.mode",
	"connector.startup-timestamp-millis": "scan.startup.timestamp-millis",
	"connector.specific-offsets":         "scan.startup.specific-offsets",
	"connector.sink-partitioner":         "sink.partitioner",
	"format.type":                        "format",
}

// unnumbered puts pairs connector.properties.0.key and .value, as the descriptors before
// Flink 1.10 have them, into the form of today.
func unnumbered(pairs []syntax.Pair) []syntax.Pair {
	const prefix = "connector.properties."
	split := func(p syntax.Pair) (number, part string, ok bool) {
		number, part, ok = strings.Cut(strings.TrimPrefix(p.Key, prefix), ".")
		return number, part, ok && strings.HasPrefix(p.Key, prefix) && strings.Trim(number, "0123456789") == "" && (part == "key" || part == "value")
	}
	names := make(map[string]syntax.Pair)
	for _, p := range pairs {
		if number, part, ok := split(p); ok && part == "key" {
			names[number] = p
		}
	}
	if len(names) == 0 {
		return pairs
	}
	var plain []syntax.Pair
	for _, p := range pairs {
		number, part, ok := split(p)
		name, named := names[number]
		switch {
		case !ok:
			plain = append(plain, p)
		case part == "value" && named:
			p.Key, p.KeySpan = prefix+name.Value, name.ValueSpan
			plain = append(plain, p)
		}
	}
	return plain
}

// tableSetting returns an option of a table as a setting. Options that a connector hands
// to Kafka's client as they are have Kafka's notation.
func tableSetting(p syntax.Pair, state model.State) model.Setting {
	key := p.Key
	if newer, ok := legacyOptions[key]; ok {
		key = newer
	} else if strings.HasPrefix(key, "connector.properties.") {
		key = strings.TrimPrefix(key, "connector.")
	}
	set := model.Setting{
		Key: catalog.Canonical(catalog.Flink, model.FlinkTable, key), Written: p.Key, Value: p.Value, KeySpan: p.KeySpan, ValueSpan: p.ValueSpan,
		State: state, Notation: model.Flink,
	}
	if strings.HasPrefix(key, "properties.") {
		set.Notation = model.Kafka
	}
	return set
}
