package catalog

import (
	"cmp"
	"embed"
	"fmt"
	"iter"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/kcfglint/kcfglint/internal/model"
)

// data holds one file a client and kind (keys/java/producer.tsv), one a framework
// (owners/connect.tsv) and the releases. tools/catalog writes it and checks it: what is
// malformed here is a defect of that tool, and loading panics.
//
//go:embed data
var data embed.FS

// section is the keys of one client and kind.
type section struct {
	keys    map[string]*Key
	aliases map[string]string // alias -> canonical
	sorted  []*Key
}

type sectionKey struct {
	client string
	kind   model.Kind
}

// sections are loaded when first asked for: a run needs few of them.
var sections = func() map[sectionKey]func() *section {
	m := map[sectionKey]func() *section{}
	clients, err := data.ReadDir("data/keys")
	if err != nil {
		panic(err)
	}
	for _, c := range clients {
		kinds, err := data.ReadDir("data/keys/" + c.Name())
		if err != nil {
			panic(err)
		}
		for _, k := range kinds {
			s := sectionKey{c.Name(), model.Kind(strings.TrimSuffix(k.Name(), ".tsv"))}
			m[s] = sync.OnceValue(func() *section { return loadSection(s) })
		}
	}
	return m
}()

// kindOf maps the kinds that share a key space to the one whose name the data has.
func kindOf(kind model.Kind) model.Kind {
	switch kind {
	case model.ShareConsumer:
		return model.Consumer
	case model.FlinkJob:
		return model.FlinkCluster
	}
	return kind
}

func sectionOf(client string, kind model.Kind) *section {
	if load := sections[sectionKey{client, kindOf(kind)}]; load != nil {
		return load()
	}
	return nil
}

// loadSection reads the lines of a section: key, type, unit, values, default, from, to,
// of, aliases, checks, deprecated, successor, scope. A line without a key adds a range of versions to the key before it.
func loadSection(of sectionKey) *section {
	s := &section{keys: map[string]*Key{}, aliases: map[string]string{}}
	var k *Key
	for f := range records(path.Join("data/keys", of.client, string(of.kind)+".tsv"), 13) {
		if f[0] != "" {
			k = &Key{Name: f[0], Unit: Unit(f[2]), Of: f[7], client: of.client, replacement: f[11]}
			k.setNames(f[8])
			if f[12] != "" {
				k.Scope = strings.Split(f[12], ";")
			}
			s.keys[k.Name] = k
			s.sorted = append(s.sorted, k)
			for _, a := range k.Aliases {
				s.aliases[a] = k.Name
			}
		}
		fact := fact{typ: Type(f[1]), text: f[4], from: mustVersion(f[5]), to: mustVersion(f[6]),
			checks: f[9], deprecated: f[10] != ""}
		switch fact.typ {
		case Int, Long, Double:
			fact.rng = mustRange(f[3])
		default:
			fact.values = parseValues(f[3])
		}
		k.facts = append(k.facts, fact)
	}
	for _, k := range s.sorted {
		newest := &k.facts[len(k.facts)-1]
		k.Type, k.Range, k.Values = newest.typ, newest.rng, newest.values.spellings()
	}
	return s
}

// setNames reads names that are separated by commas, each with its versions
// ("name@1.13..1.20") or without.
func (k *Key) setNames(text string) {
	if text == "" {
		return
	}
	for n := range strings.SplitSeq(text, ",") {
		name, versions, _ := strings.Cut(n, "@")
		from, to, _ := strings.Cut(versions, "..")
		k.names = append(k.names, naming{name, mustVersion(from), mustVersion(to)})
		if name != k.Name {
			k.Aliases = append(k.Aliases, name)
		}
	}
}

// records yields the lines of an embedded file, split into n fields. The slice is used
// again for the next line.
func records(name string, n int) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		text, err := data.ReadFile(name)
		if err != nil {
			panic(err)
		}
		fields := make([]string, 0, n)
		for line := range strings.Lines(string(text)) {
			fields = fields[:0]
			for f := range strings.SplitSeq(strings.TrimSuffix(line, "\n"), "\t") {
				fields = append(fields, f)
			}
			if len(fields) != n {
				panic(fmt.Sprintf("catalog: %s: %d fields where %d belong: %q", name, len(fields), n, line))
			}
			if !yield(fields) {
				return
			}
		}
	}
}

// mustVersion reads a version of the data; the open end "" is nil.
func mustVersion(text string) []int {
	if text == "" {
		return nil
	}
	if v, ok := versions.Load(text); ok {
		return v.([]int)
	}
	v, err := ParseVersion(text)
	if err != nil {
		panic(err)
	}
	versions.Store(text, v)
	return v
}

// versions holds what mustVersion has read: the data names few versions very often.
var versions sync.Map

func mustRange(text string) *Range {
	if text == "" {
		return nil
	}
	r, err := parseRange(text)
	if err != nil {
		panic(err)
	}
	return r
}

// releases are by what they are of, or "client/<name>".
var releases = sync.OnceValue(func() map[string]*release {
	m := map[string]*release{}
	for f := range records("data/releases.tsv", 4) {
		r := &release{oldest: mustVersion(f[1]), newest: mustVersion(f[2])}
		for _, minor := range strings.Split(f[3], ",") {
			r.minors = append(r.minors, mustVersion(minor))
		}
		m[f[0]] = r
	}
	return m
})

// handedOn says to whose keys a prefix leads; client is that of the kind itself if "".
type handedOn struct {
	prefix string
	kind   model.Kind
	client string
}

// prefixes are those under which a kind hands keys on to the clients it makes, and "" if
// it hands on what is none of its own.
var prefixes = map[model.Kind][]handedOn{
	// StreamsConfig.*_PREFIX
	model.Streams: {
		{prefix: "main.consumer.", kind: model.Consumer}, {prefix: "restore.consumer.", kind: model.Consumer},
		{prefix: "global.consumer.", kind: model.Consumer}, {prefix: "consumer.", kind: model.Consumer},
		{prefix: "producer.", kind: model.Producer}, {prefix: "admin.", kind: model.Admin}, {prefix: "topic.", kind: model.Topic},
		{kind: model.Consumer}, {kind: model.Producer}, {kind: model.Admin},
	},
	// Worker.baseProducerConfigs and its siblings; what has no prefix goes to the clients
	// of the worker's own topics.
	model.ConnectWorker: {
		{prefix: "producer.", kind: model.Producer}, {prefix: "consumer.", kind: model.Consumer},
		{prefix: "admin.", kind: model.Admin}, {kind: model.Producer}, {kind: model.Consumer}, {kind: model.Admin},
	},
	// ConnectorConfig.CONNECTOR_CLIENT_*_OVERRIDES_PREFIX
	model.SourceConnector: connectorPrefixes,
	model.SinkConnector:   connectorPrefixes,
	// MirrorConnectorConfig.*_CLIENT_PREFIX
	model.Mirror: {
		{prefix: "producer.", kind: model.Producer}, {prefix: "consumer.", kind: model.Consumer},
		{prefix: "admin.", kind: model.Admin}, {kind: model.Producer}, {kind: model.Consumer}, {kind: model.Admin},
		{kind: model.ConnectWorker},
	},
	// KafkaConnectorOptionsUtil.PROPERTIES_PREFIX; formats for the key and the value.
	model.FlinkTable: {
		{prefix: "properties.", kind: model.Consumer, client: model.ClientJava},
		{prefix: "properties.", kind: model.Producer, client: model.ClientJava},
		{prefix: "key.", kind: model.FlinkTable}, {prefix: "value.", kind: model.FlinkTable},
	},
}

var connectorPrefixes = []handedOn{
	{prefix: "producer.override.", kind: model.Producer}, {prefix: "consumer.override.", kind: model.Consumer},
	{prefix: "admin.override.", kind: model.Admin},
}

// passedOn looks a key up behind a prefix.
func passedOn(client string, kind model.Kind, name string) *Key {
	k := behindPrefix(client, kind, name)
	switch kind {
	case model.Broker:
		k = listenerKey(client, name)
	case model.Mirror: // MirrorMakerConfig: "alias." or "source->target." may stand before every key
		if _, rest, ok := strings.Cut(name, "."); ok && k == nil {
			if k = direct(client, kind, rest); k == nil {
				k = behindPrefix(client, kind, rest)
			}
		}
	}
	if k == nil || k.Name == name {
		return k // without a prefix, what is not written is the client's to default
	}
	c := *k
	c.Name, c.Aliases, c.names, c.facts = name, nil, nil, slices.Clone(k.facts)
	for i := range c.facts {
		c.facts[i].text = ""
	}
	return &c
}

func behindPrefix(client string, kind model.Kind, name string) *Key {
	for _, p := range prefixes[kind] {
		if rest, ok := strings.CutPrefix(name, p.prefix); ok {
			if k := direct(cmp.Or(p.client, client), p.kind, rest); k != nil {
				return k
			}
		}
	}
	return nil
}

func direct(client string, kind model.Kind, name string) *Key {
	if s := sectionOf(client, kind); s != nil {
		return s.keys[name]
	}
	return nil
}

// listenerKey finds the key behind listener.name.<listener>.[<sasl mechanism>.]key, which
// SocketServer and SaslConfigs give precedence over the broker's own.
func listenerKey(client, name string) *Key {
	rest, ok := strings.CutPrefix(name, "listener.name.")
	for range 2 {
		if !ok {
			return nil
		}
		if _, rest, ok = strings.Cut(rest, "."); ok {
			if k := direct(client, model.Broker, rest); k != nil {
				return k
			}
		}
	}
	return nil
}
