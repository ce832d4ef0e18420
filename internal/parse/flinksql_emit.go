package parse

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// sqlUsage is the uses of a table with the same hints and under the same settings: to Flink
// another table each.
type sqlUsage struct {
	hints []syntax.Pair
	job   *sqlJob // the first, nil if there is none
	uses  []sqlUse
}

// usages groups the uses of a table, those without hints first. What only looks into the
// table, or stands in a view that nothing reads, has no group of its own beside that of a
// job. A table of which nothing but options is known has one without uses.
func (t *sqlTable) usages() []sqlUsage {
	type signature struct {
		hints string
		job   *sqlJob
	}
	var groups []sqlUsage
	index := make(map[signature]int)
	add := func(u sqlUse, hints string, of *sqlJob) {
		at, ok := index[signature{hints, of}]
		if !ok {
			at = len(groups)
			index[signature{hints, of}] = at
			groups = append(groups, sqlUsage{hints: u.hints, job: u.job})
			if _, ok := index[signature{hints, nil}]; !ok {
				index[signature{hints, nil}] = at
			}
		}
		groups[at].uses = append(groups[at].uses, u)
	}
	for _, inserts := range []bool{true, false} {
		for _, u := range t.uses {
			if of := u.job; inserts == (of != nil && of.inserts) {
				if !inserts {
					of = nil
				}
				add(u, signatureOf(u.hints), of)
			}
		}
	}
	slices.SortStableFunc(groups, func(a, b sqlUsage) int {
		return cmp.Or(cmp.Compare(min(len(a.hints), 1), min(len(b.hints), 1)), cmp.Compare(a.uses[0].number, b.uses[0].number))
	})
	if len(groups) == 0 {
		groups = append(groups, sqlUsage{})
	}
	return groups
}

// signatureOf tells hints apart.
func signatureOf(hints []syntax.Pair) string {
	var b strings.Builder
	for _, h := range hints {
		b.WriteString(strconv.Quote(h.Key) + strconv.Quote(h.Value))
	}
	return b.String()
}

// emitTable makes the components of a table that has options: one, or one for each way
// in which hints and settings change what it is to Flink.
func (s *sqlScript) emitTable(t *sqlTable) {
	groups := t.usages()
	hinted := slices.ContainsFunc(groups, func(g sqlUsage) bool { return len(g.hints) > 0 })
	like := t.def != nil && t.def.Like != nil
	if len(t.options) == 0 && len(t.inherited) == 0 && !like && !hinted {
		return
	}
	name := "table/" + t.name.String()
	if t.changes > 0 {
		name += fmt.Sprintf("/alter~%d", t.changes)
	}
	for n, g := range groups {
		anchor, span := name, t.name.Span()
		if n > 0 {
			if !s.copied(len(t.options) + len(t.inherited)) {
				return
			}
			way := "job"
			if len(g.hints) > 0 {
				way, span = "hint", g.uses[0].span
			}
			anchor = fmt.Sprintf("%s/%s~%d", name, way, n)
		}
		c := s.out.Component(model.FlinkTable, anchor, t.name.String(), span)
		// The table inherits from the job whose settings are in view; what is known of
		// the table itself does not depend on what is known of a session.
		if j := g.job; j != nil && j.component != nil && (j.component.Complete != model.Partial || s.managed) {
			c.Parent = j.component.ID
		}
		s.fillTable(c, t, g.hints, n > 0 && len(g.hints) > 0)
		t.facts(c, g.uses)
		s.emitted = append(s.emitted, sqlEmitted{component: c, uses: g.uses})
		for _, u := range g.uses {
			s.byUse[u.number] = c
		}
		kafka := newKafkaTable(s.out, c, g.uses)
		if kafka.again = n > 0; kafka.again {
			kafka.changes = g.hints
		}
		kafka.emit()
	}
}

// fillTable puts the options into a table. Those of another table, and of the table
// itself where this is only a use of it with hints, are inherited: what the hints change is
// what counts there.
func (s *sqlScript) fillTable(c *model.Component, t *sqlTable, hints []syntax.Pair, hinted bool) {
	if t.def != nil && t.def.Templated {
		c.Complete = atMost(c.Complete, model.Template)
	} else if t.open {
		c.Complete = atMost(c.Complete, model.Partial)
	}
	var settings []model.Setting
	putAll := func(pairs []syntax.Pair, state model.State) {
		for _, p := range unnumbered(pairs) {
			if isPlaceholder(p.Key) || strings.HasPrefix(p.Key, "@") {
				c.Complete = atMost(c.Complete, model.Template)
				continue
			}
			settings = append(settings, tableSetting(p, state))
		}
	}
	own := model.Explicit
	if hinted {
		own = model.Inherited
	}
	putAll(t.inherited, model.Inherited)
	putAll(t.options, own)
	putAll(hints, model.Explicit)
	for _, set := range newestLast(settings, func(s model.Setting) (key, name string) { return s.Key, s.Written }, optionRank) {
		put(c, set)
	}
}

// optionRank is which of the names of an option counts: the newest, but for sink.semantic,
// which the Kafka connector asks for first (KafkaDynamicTableFactory.validateDeprecatedSemantic).
func optionRank(key, name string) int {
	switch name {
	case "sink.semantic":
		return 2
	case key:
		return 1
	}
	return 0
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
