package catalog

import (
	"embed"
	"fmt"
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

// sections are loaded when first asked for: a run needs few of them.
var sections = func() map[string]func() *section {
	m := map[string]func() *section{}
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
			client, kind := c.Name(), strings.TrimSuffix(k.Name(), ".tsv")
			m[client+"/"+kind] = sync.OnceValue(func() *section { return loadSection(client, kind) })
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
	if load := sections[client+"/"+string(kindOf(kind))]; load != nil {
		return load()
	}
	return nil
}

// loadSection reads the lines of a section: key, type, unit, values, default, from, to,
// of, aliases. A line without a key adds a range of versions to the key before it.
func loadSection(client, kind string) *section {
	s := &section{keys: map[string]*Key{}, aliases: map[string]string{}}
	var k *Key
	for _, f := range records(path.Join("data/keys", client, kind+".tsv"), 9) {
		if f[0] != "" {
			k = &Key{Name: f[0], Unit: Unit(f[2]), Of: f[7], client: client}
			if f[8] != "" {
				k.Aliases = strings.Split(f[8], ",")
			}
			s.keys[k.Name] = k
			s.sorted = append(s.sorted, k)
			for _, a := range k.Aliases {
				s.aliases[a] = k.Name
			}
		}
		fact := fact{typ: Type(f[1]), text: f[4], from: mustVersion(f[5]), to: mustVersion(f[6])}
		switch fact.typ {
		case Int, Long, Double:
			fact.rng = mustRange(f[3])
		default:
			fact.values = parseValues(f[3])
		}
		k.facts = append(k.facts, fact)
		k.Type, k.Range, k.Values = fact.typ, fact.rng, fact.values.spellings()
	}
	return s
}

// records splits an embedded file into lines of n fields.
func records(name string, n int) [][]string {
	text, err := data.ReadFile(name)
	if err != nil {
		panic(err)
	}
	var out [][]string
	for line := range strings.Lines(string(text)) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(fields) != n {
			panic(fmt.Sprintf("catalog: %s: %d fields where %d belong: %q", name, len(fields), n, line))
		}
		out = append(out, fields)
	}
	return out
}

func mustVersion(text string) []int {
	if text == "" {
		return nil
	}
	v, err := ParseVersion(text)
	if err != nil {
		panic(err)
	}
	return v
}

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
	for _, f := range records("data/releases.tsv", 4) {
		r := &release{oldest: mustVersion(f[1]), newest: mustVersion(f[2])}
		for _, minor := range strings.Split(f[3], ",") {
			r.minors = append(r.minors, mustVersion(minor))
		}
		m[f[0]] = r
	}
	return m
})

// prefixes are those under which a kind hands keys on to the clients it makes, and to
// whose keys they lead.
var prefixes = map[model.Kind][]struct {
	prefix string
	kind   model.Kind
}{
	// StreamsConfig.*_PREFIX
	model.Streams: {
		{"main.consumer.", model.Consumer}, {"restore.consumer.", model.Consumer}, {"global.consumer.", model.Consumer},
		{"consumer.", model.Consumer}, {"producer.", model.Producer}, {"admin.", model.Admin}, {"topic.", model.Topic},
		{"", model.Consumer}, {"", model.Producer}, {"", model.Admin},
	},
	// Worker.baseProducerConfigs and its siblings; what has no prefix goes to the clients
	// of the worker's own topics.
	model.ConnectWorker: {
		{"producer.", model.Producer}, {"consumer.", model.Consumer}, {"admin.", model.Admin},
		{"", model.Producer}, {"", model.Consumer}, {"", model.Admin},
	},
	// ConnectorConfig.CONNECTOR_CLIENT_*_OVERRIDES_PREFIX
	model.SourceConnector: {
		{"producer.override.", model.Producer}, {"consumer.override.", model.Consumer}, {"admin.override.", model.Admin},
	},
	model.SinkConnector: {
		{"consumer.override.", model.Consumer}, {"producer.override.", model.Producer}, {"admin.override.", model.Admin},
	},
}

// passedOn looks a key up behind a prefix.
func passedOn(client string, kind model.Kind, name string) *Key {
	var k *Key
	for _, p := range prefixes[kind] {
		if rest, ok := strings.CutPrefix(name, p.prefix); ok {
			if k = direct(client, p.kind, rest); k != nil {
				break
			}
		}
	}
	if kind == model.Broker && k == nil {
		k = listenerKey(client, name)
	}
	if k == nil {
		return nil
	}
	c := *k
	c.Name, c.Aliases, c.facts = name, nil, slices.Clone(k.facts)
	for i := range c.facts {
		c.facts[i].text = ""
	}
	return &c
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
