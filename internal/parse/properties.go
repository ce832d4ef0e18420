package parse

import (
	"slices"
	"strings"
	"sync"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// propertiesDialect reads flat files of Kafka's own keys: clients, Streams, brokers, with
// or without a prefix that says whose they are (producer., app.kafka.consumer.).
var propertiesDialect = Dialect{
	Name:     "properties",
	Grammars: []Grammar{Properties},
	Match: func(d *Document) bool {
		d.flat = newFlat(d)
		return len(d.flat.groups) > 0
	},
	Read: func(d *Document, out *Output) { d.flat.read(d, out) },
}

// flatKey is what the clients' catalogs say of a name that stands in a flat file.
type flatKey struct {
	canonical string       // "" if no kind of client knows the name
	kinds     []model.Kind // which have it
}

// flatKeys caches flatKey by client and name: repositories write the same keys over and over.
var flatKeys sync.Map

func lookUp(client, name string) flatKey {
	type question struct{ client, name string }
	if known, ok := flatKeys.Load(question{client, name}); ok {
		return known.(flatKey)
	}
	var k flatKey
	for _, kind := range clientKinds {
		canonical := catalog.Canonical(client, kind, name)
		if catalog.Lookup(client, kind, canonical) == nil || kind == model.Streams && handedOn(name) {
			continue
		}
		if k.canonical == "" {
			k.canonical = canonical
		}
		k.kinds = append(k.kinds, kind)
	}
	if len(name) < 200 { // what is longer is no key and would fill the cache
		flatKeys.Store(question{client, name}, k)
	}
	return k
}

// flat is a flat file by prefix. The same file may configure several clients.
type flat struct {
	client string
	groups []*group
}

// group is the keys under one prefix.
type group struct {
	prefix string
	kind   model.Kind // what the prefix says; "" where it says nothing
	around []*group   // those whose keys are also this group's
	// streams is the Streams application that hands the keys on to one of its clients, or nil.
	streams *group
	pairs   []prefixed
}

type prefixed struct {
	syntax.Pair
	key string // canonical, without the prefix
}

// clientKinds are the kinds of which a flat file may hold keys, in the order in which
// they are tried.
var clientKinds = []model.Kind{model.Producer, model.Consumer, model.Admin, model.Streams, model.Broker}

func newFlat(d *Document) flat {
	f := flat{client: d.Options.Client}
	if isPrinted(d.Pairs) {
		return f
	}
	if f.client == "" {
		if ofScalaClient(d.Pairs) {
			return f
		}
		f.client = clientOf(d.Pairs)
	}
	byPrefix := make(map[string]*group)
	for _, p := range d.Pairs {
		prefix, kind, key := f.split(p.Key)
		g := byPrefix[prefix]
		if g == nil {
			g = &group{prefix: prefix, kind: kind}
			byPrefix[prefix] = g
			f.groups = append(f.groups, g)
		}
		g.pairs = append(g.pairs, prefixed{p, key})
	}
	for _, g := range f.groups {
		g.around = around(byPrefix, g)
	}
	for _, g := range f.groups {
		g.streams = f.streamsAround(byPrefix, g, d.Base())
	}
	f.groups = slices.DeleteFunc(f.groups, func(g *group) bool {
		bootstrap := slices.ContainsFunc(g.around, func(a *group) bool { return a.has("bootstrap.servers") })
		return !(g.kind != "" && bootstrap) && !f.meant(g, d) && (g.streams == nil || !f.meant(g.streams, d))
	})
	return f
}

// isPrinted reports whether a file is what Kafka prints of its configuration when it
// starts, and no configuration: a setting without a value is "null" there.
func isPrinted(pairs []syntax.Pair) bool {
	nulls := 0
	for _, p := range pairs {
		if p.Value == "null" {
			nulls++
		}
	}
	return nulls >= 5
}

// around returns the groups whose keys are also those of a group, the closest one last:
// kafka. is around kafka.producer., and what has no prefix is around all.
func around(byPrefix map[string]*group, g *group) []*group {
	var found []*group
	for i := range len(g.prefix) {
		if i > 0 && g.prefix[i-1] != '.' {
			continue
		}
		if a := byPrefix[g.prefix[:i]]; a != nil && a.kind == "" {
			found = append(found, a)
		}
	}
	return found
}

func (g *group) has(key string) bool {
	return slices.ContainsFunc(g.pairs, func(p prefixed) bool { return p.key == key })
}

// maxPrefix is the length up to which a prefix is looked for: each dot asks for what is
// before it, which a key of nothing but dots would make endless.
const maxPrefix = 200

// split takes the prefix off a key: the shortest one after which a key of Kafka's
// remains, if the prefix itself says that it leads to a Kafka client.
func (f flat) split(written string) (prefix string, kind model.Kind, key string) {
	name := f.ofQuarkus(written)
	if canonical, ok := f.known(name); ok {
		return "", "", canonical
	}
	for i := range min(len(name), maxPrefix) {
		if name[i] != '.' {
			continue
		}
		kind, ok := prefixKind(name[:i])
		if !ok {
			continue
		}
		if canonical, ok := f.known(name[i+1:]); ok {
			return name[:i+1], kind, canonical
		}
	}
	return "", "", written
}

// known returns the canonical name of a key that some kind of client has.
func (f flat) known(key string) (string, bool) {
	k := lookUp(f.client, key)
	return k.canonical, k.canonical != ""
}

// prefixKind says what a prefix stands for. Its last word decides; other words may stand
// before it only if one of them is about Kafka.
func prefixKind(prefix string) (model.Kind, bool) {
	words := strings.FieldsFunc(strings.ToLower(prefix), func(r rune) bool { return r == '.' || r == '-' || r == '_' })
	if len(words) == 0 {
		return "", false
	}
	if words[0] == "listener" || slices.Contains(words, "registry") || slices.Contains(words, "reporter") {
		return "", false
	}
	switch words[len(words)-1] {
	case "producer", "producers":
		return model.Producer, true
	case "consumer", "consumers":
		return model.Consumer, true
	case "admin":
		return model.Admin, true
	case "streams":
		return model.Streams, true
	case "kafka", "client":
		return "", slices.Contains(words, "kafka")
	}
	return "", false
}

// weak are keys that other software has too.
var weak = []string{"client.id", "group.id", "application.id", "application.server", "retries", "acks", "topics", "name",
	"listeners", "log.dir", "log.dirs", "state.dir", "port", "host.name", "metric.reporters", "num.partitions",
	"security.providers", "node.id", "broker.id", "topology.optimization", "upgrade.from", "config.providers"}

// meant reports whether a group is really of Kafka's: a bootstrap address, or two keys of
// which one stands in no other software's files.
func (f flat) meant(g *group, d *Document) bool {
	known, strong := 0, 0
	for _, p := range g.pairs {
		if p.key == "bootstrap.servers" {
			return true
		}
		if _, ok := f.known(p.key); !ok {
			continue
		}
		known++
		if strings.Contains(p.key, ".") && !slices.Contains(weak, p.key) && !strings.HasPrefix(p.key, "ssl.") {
			strong++
		}
	}
	named := strings.Contains(d.Base(), "producer") || strings.Contains(d.Base(), "consumer") || strings.Contains(d.Base(), "kafka")
	if g.kind != "" && known > 1 && strings.Contains(strings.ToLower(g.prefix), "kafka") {
		return true // orders.kafka.producer.acks is unmistakable
	}
	return strong > 0 && (known > 1 || named || g.prefix != "")
}
