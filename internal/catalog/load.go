package catalog

import (
	"cmp"
	"embed"
	"fmt"
	"iter"
	"maps"
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
	keys    map[string]*lazyKey
	aliases map[string]string // alias -> canonical
	sorted  func() []*Key
}

// lazyKey is a key whose lines are read when it is first asked for: a run asks for few.
type lazyKey struct {
	client, lines string
	once          sync.Once
	key           *Key
}

func (l *lazyKey) read() *Key {
	l.once.Do(func() { l.key = readKey(l.client, l.lines) })
	return l.key
}

// key returns the key of that name, nil if the section has none.
func (s *section) key(name string) *Key {
	if l := s.keys[name]; l != nil {
		return l.read()
	}
	return nil
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

// fieldCount is the number of fields of a line of a section: key, type, unit, values,
// default, from, to, of, aliases, checks, deprecated, successor, scope. A line without a key
// adds a range of versions to the key before it.
const fieldCount = 13

// loadSection finds the lines and aliases of the keys of a section.
func loadSection(of sectionKey) *section {
	text := read(path.Join("data/keys", of.client, string(of.kind)+".tsv"))
	s := &section{keys: make(map[string]*lazyKey), aliases: make(map[string]string)}
	var l *lazyKey
	start, end := 0, 0
	for line := range strings.Lines(text) {
		if line[0] != '\t' {
			name := field(line, 0)
			l, start = &lazyKey{client: of.client}, end
			s.keys[name] = l
			for n := range strings.SplitSeq(field(line, 8), ",") {
				if alias, _, _ := strings.Cut(n, "@"); alias != "" && alias != name {
					s.aliases[alias] = name
				}
			}
		}
		end += len(line)
		l.lines = text[start:end]
	}
	s.sorted = sync.OnceValue(func() []*Key {
		keys := make([]*Key, 0, len(s.keys))
		for _, name := range slices.Sorted(maps.Keys(s.keys)) {
			keys = append(keys, s.keys[name].read())
		}
		return keys
	})
	return s
}

// field returns the field of that number of a line.
func field(line string, number int) string {
	for range number {
		_, line, _ = strings.Cut(line, "\t")
	}
	text, _, _ := strings.Cut(line, "\t")
	return text
}

// readKey reads the lines of a key.
func readKey(client, lines string) *Key {
	var k *Key
	for f := range splitLines(lines, fieldCount) {
		if k == nil {
			k = &Key{Name: f[0], Unit: Unit(f[2]), Of: f[7], client: client, replacement: f[11], names: readNames(f[8])}
			for _, n := range k.names {
				if n.name != k.Name {
					k.Aliases = append(k.Aliases, n.name)
				}
			}
			if f[12] != "" {
				k.Scope = strings.Split(f[12], ";")
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
	newest := &k.facts[len(k.facts)-1]
	k.Type, k.Range, k.Values = newest.typ, newest.rng, newest.values.spellings()
	return k
}

// readNames reads names that are separated by commas, each with its versions
// ("name@1.13..1.20") or without, and behind them since when the name is deprecated
// ("name@1.13..!1.20").
func readNames(text string) []naming {
	if text == "" {
		return nil
	}
	var names []naming
	for n := range strings.SplitSeq(text, ",") {
		name, versions, _ := strings.Cut(n, "@")
		versions, since, _ := strings.Cut(versions, "!")
		from, to, _ := strings.Cut(versions, "..")
		names = append(names, naming{name, mustVersion(from), mustVersion(to), mustVersion(since)})
	}
	return names
}

// records yields the lines of an embedded file, split into n fields. The slice is used
// again for the next line.
func records(name string, n int) iter.Seq[[]string] {
	return splitLines(read(name), n)
}

func read(name string) string {
	text, err := data.ReadFile(name)
	if err != nil {
		panic(err)
	}
	return string(text)
}

func splitLines(text string, n int) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		fields := make([]string, 0, n)
		for line := range strings.Lines(text) {
			fields = fields[:0]
			for f := range strings.SplitSeq(strings.TrimSuffix(line, "\n"), "\t") {
				fields = append(fields, f)
			}
			if len(fields) != n {
				panic(fmt.Sprintf("catalog: %d fields where %d belong: %q", len(fields), n, line))
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

// HandedOn returns the key of a client that a framework hands on under that name, or nil: behind a
// prefix, or without one what is not its own.
func HandedOn(client string, kind model.Kind, name string) *Key {
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
		return s.key(name)
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
