package parse

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// smallryeDialect reads the channels of MicroProfile Reactive Messaging that SmallRye's
// Kafka connector serves, as Quarkus applications have them.
var smallryeDialect = Dialect{
	Name:     "smallrye",
	Grammars: []Grammar{Properties, YAML},
	Words:    []string{"mp.messaging.", "messaging:"},
	Match:    func(d *Document) bool { return len(newMessaging(d).kafkaChannels()) > 0 },
	Read: func(d *Document, out *Output) {
		m := newMessaging(d)
		channels := m.kafkaChannels()
		m.note(channels)
		for _, c := range channels {
			if out.full() {
				return
			}
			m.read(out, c)
		}
		m.others(d, out)
	},
}

// smallryeKafka is the name of the connector (KafkaConnector.CONNECTOR_NAME).
const smallryeKafka = "smallrye-kafka"

// messaging is what a file says of channels, by the level at which it says it.
type messaging struct {
	// global are kafka.*, connector those of the connector; both hold for all channels.
	global, connector []attribute
	channels          map[channel][]attribute
	order             []channel
	rest              []syntax.Pair
	// transactional is, by profile, the setting by which a channel writes in transactions.
	transactional map[string]attribute
}

type channel struct {
	name     string
	incoming bool
}

// attribute is a key and value, and the profile for which it holds, or "".
type attribute struct {
	syntax.Pair
	profile, name string
}

func newMessaging(d *Document) *messaging {
	m := &messaging{channels: make(map[channel][]attribute)}
	pairs := d.Pairs
	if d.Grammar == YAML {
		flattenMessaging(d.Root, nil, &pairs)
	}
	for _, p := range pairs {
		m.add(p)
	}
	return m
}

// maxMessagingDepth is how deep an attribute of a channel lies at most.
const maxMessagingDepth = 20

// flattenMessaging makes pairs of what may be about messaging in a tree: names are joined
// with dots, and the name of a channel that has dots itself is put in quotes.
func flattenMessaging(n *syntax.Node, path []string, pairs *[]syntax.Pair) {
	for _, e := range entries(n) {
		key := e.Key.Text
		if len(path) > 1 && path[len(path)-2] == "messaging" && strings.Contains(key, ".") {
			key = `"` + key + `"`
		}
		name := append(slices.Clip(path), key)
		switch {
		case e.Value.IsMap() && len(name) < maxMessagingDepth:
			flattenMessaging(e.Value, name, pairs)
		case isSet(e.Value):
			*pairs = append(*pairs, syntax.Pair{
				Key: strings.Join(name, "."), Value: e.Value.Text, RawValue: e.Value.Text, KeySpan: e.Key.Span, ValueSpan: e.Value.Span,
			})
		}
	}
}

func (m *messaging) add(p syntax.Pair) {
	a := attribute{Pair: p, name: p.Key}
	if rest, ok := strings.CutPrefix(p.Key, "%"); ok {
		if profile, name, ok := strings.Cut(rest, "."); ok {
			a.profile, a.name = strings.Trim(profile, `"`), name
		}
	}
	if name, ok := strings.CutPrefix(a.name, "kafka."); ok {
		a.name = name
		m.global = append(m.global, a)
		return
	}
	if name, ok := strings.CutPrefix(a.name, "mp.messaging.connector."+smallryeKafka+"."); ok {
		a.name = name
		m.connector = append(m.connector, a)
		return
	}
	for _, direction := range []string{"incoming", "outgoing"} {
		name, ok := strings.CutPrefix(a.name, "mp.messaging."+direction+".")
		if !ok {
			continue
		}
		c := channel{incoming: direction == "incoming"}
		if c.name, a.name = channelName(name); c.name == "" || a.name == "" {
			return
		}
		if _, known := m.channels[c]; !known {
			m.order = append(m.order, c)
		}
		m.channels[c] = append(m.channels[c], a)
		return
	}
	m.rest = append(m.rest, p)
}

// channelName splits a channel's name off; one with dots stands in quotes.
func channelName(text string) (name, attribute string) {
	if strings.HasPrefix(text, `"`) {
		if end := strings.Index(text[1:], `".`); end > 0 {
			return text[1 : end+1], text[end+3:]
		}
		return "", ""
	}
	name, attribute, _ = strings.Cut(text, ".")
	return name, attribute
}

// kafkaChannels are the channels that Kafka serves: those that say so, and where any says
// so, those that name no connector. Quarkus gives them the only one that it has.
func (m *messaging) kafkaChannels() []channel {
	connector := func(c channel) string {
		for _, a := range slices.Backward(m.channels[c]) {
			if a.name == "connector" && (a.profile == "" || a.profile == "prod") {
				return strings.TrimSpace(a.Value)
			}
		}
		return ""
	}
	ours := len(m.connector) > 0 || slices.ContainsFunc(m.global, func(a attribute) bool { return a.name == "bootstrap.servers" })
	others := false
	for _, c := range m.order {
		ours = ours || connector(c) == smallryeKafka
		others = others || connector(c) != "" && connector(c) != smallryeKafka
	}
	return slices.DeleteFunc(slices.Clone(m.order), func(c channel) bool {
		return connector(c) != smallryeKafka && (connector(c) != "" || !ours || others)
	})
}

// read emits a channel, and once more for each profile that changes it.
func (m *messaging) read(out *Output, c channel) {
	m.emit(out, c, "")
	var profiles []string
	for _, a := range slices.Concat(m.global, m.connector, m.channels[c]) {
		if a.profile != "" && !slices.Contains(profiles, a.profile) {
			profiles = append(profiles, a.profile)
		}
	}
	for _, p := range profiles {
		if !out.full() && !m.elsewhere(c, p) {
			m.emit(out, c, p)
		}
	}
}

// elsewhere reports whether a profile serves a channel by something else, such as the
// in-memory connector of tests.
func (m *messaging) elsewhere(c channel, profile string) bool {
	return slices.ContainsFunc(m.channels[c], func(a attribute) bool {
		return a.profile == profile && a.name == "connector" && strings.TrimSpace(a.Value) != smallryeKafka
	})
}

// emit makes the client of a channel under a profile.
func (m *messaging) emit(out *Output, c channel, profile string) {
	kind, direction := model.Producer, "outgoing"
	if c.incoming {
		kind, direction = model.Consumer, "incoming"
		if m.shares(c, profile) {
			kind = model.ShareConsumer
		}
	}
	anchor := direction + "/" + c.name
	if profile != "" {
		anchor += "@" + profile
	}
	component := out.Component(kind, anchor, c.name, m.channels[c][0].KeySpan)
	component.Owner = model.OwnerSmallRye
	for _, level := range [][]attribute{m.global, m.connector, m.channels[c]} {
		for _, of := range slices.Compact([]string{"", profile}) {
			for _, a := range level {
				if a.profile != of || strings.HasPrefix(a.name, "@") {
					continue
				}
				s := model.Setting{Key: a.name, Written: a.Key, Value: a.Value, KeySpan: a.KeySpan, ValueSpan: a.ValueSpan}
				if of != profile || level[0] != m.channels[c][0] {
					s.State = model.Inherited
				}
				put(component, s)
			}
		}
	}
	if profile != "" {
		putFact(component, "@profile", profile, m.channels[c][0].KeySpan)
	}
	for _, of := range slices.Compact([]string{"", profile}) {
		if a, ok := m.transactional[of]; ok && c.incoming {
			putFact(component, "@messaging.transactional", a.Key, a.KeySpan)
		}
	}
	m.links(component, c)
	link(component)
}

// note remembers which outgoing channel writes in transactions, the first of each profile.
func (m *messaging) note(channels []channel) {
	m.transactional = make(map[string]attribute)
	for _, c := range channels {
		for _, a := range m.channels[c] {
			if _, ok := m.transactional[a.profile]; !ok && !c.incoming && a.name == "transactional.id" {
				m.transactional[a.profile] = a
			}
		}
	}
}

// shares reports whether a channel reads as a member of a share group
// (KafkaConnectorIncomingConfiguration.getShareGroup).
func (m *messaging) shares(c channel, profile string) bool {
	shares := false
	for _, level := range [][]attribute{m.global, m.connector, m.channels[c]} {
		for _, of := range slices.Compact([]string{"", profile}) {
			for _, a := range level {
				if a.name == "share-group" && a.profile == of {
					shares = strings.EqualFold(strings.TrimSpace(a.Value), "true")
				}
			}
		}
	}
	return shares
}

// links names the topics of a channel: its own name where it names none.
func (m *messaging) links(component *model.Component, c channel) {
	topics := c.name
	for _, key := range []string{"topics", "topic"} {
		if s := component.Get(key); s != nil {
			topics = s.Value
			if s.State == model.Unknown {
				topics = ""
			}
		}
	}
	if pattern, ok := component.Value("pattern"); ok && strings.EqualFold(pattern, "true") {
		component.Links.TopicPattern = topics
		return
	}
	for topic := range strings.SplitSeq(topics, ",") {
		if topic = strings.TrimSpace(topic); isName(topic) {
			component.Links.Topics = append(component.Links.Topics, topic)
		}
	}
}

// others reads what else the file configures: Kafka Streams, under Quarkus's prefixes.
func (m *messaging) others(d *Document, out *Output) {
	doc := *d
	doc.Grammar, doc.Root, doc.Pairs = Properties, nil, m.rest
	if propertiesDialect.Match(&doc) {
		inner := *out
		inner.doc, inner.dialect = &doc, propertiesDialect.Name
		propertiesDialect.Read(&doc, &inner)
	}
}
