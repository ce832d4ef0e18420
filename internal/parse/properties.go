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
		g.streams = streamsAround(byPrefix, g)
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

func (f flat) read(d *Document, out *Output) {
	var shared *group
	shares := make(map[*group]bool)
	for _, g := range f.groups {
		if g.prefix == "" {
			shared = g
		}
		for _, a := range g.around {
			shares[a] = true
		}
	}
	r := flatReader{
		flat: f, doc: d, out: out, streams: make(map[*group]*model.Component),
		partial: slices.ContainsFunc(d.Pairs, func(p syntax.Pair) bool { return strings.HasPrefix(p.Key, "{") }),
	}
	if shared != nil {
		kinds := f.kindsOf(shared, d.Base())
		for _, kind := range kinds {
			if kind == model.Admin && shares[shared] {
				continue // what the prefixed clients share is no client itself
			}
			anchor := ""
			if len(kinds) > 1 {
				anchor = string(kind)
			}
			r.emit(shared, kind, anchor)
		}
	}
	for _, g := range f.groups {
		if g != shared && g.kind == model.Streams {
			r.emit(g, g.kind, g.prefix+string(g.kind))
		}
	}
	for _, g := range f.groups {
		if g == shared || g.kind == model.Streams {
			continue
		}
		if r.handOn(g, shared) {
			continue
		}
		for _, kind := range f.kindsOf(g, d.Base()) {
			if kind == model.Admin && shares[g] {
				continue // as above
			}
			r.emit(g, kind, g.prefix+string(kind))
		}
	}
	for _, g := range f.groups {
		if app := r.streams[g]; app != nil {
			streamsClients(out, app)
		}
	}
}

// flatReader turns the groups of a flat file into components.
type flatReader struct {
	flat
	doc     *Document
	out     *Output
	partial bool                        // a line stands for keys that are filled in
	streams map[*group]*model.Component // the Streams applications
}

func (r *flatReader) emit(g *group, kind model.Kind, anchor string) {
	c := r.out.Component(kind, strings.TrimSuffix(anchor, "."), name(r.doc, g), g.pairs[0].KeySpan)
	c.Client, c.CodeMaySet = r.client, kind != model.Broker
	if r.partial || g.prefix != "" {
		c.Complete = model.Partial
	}
	for _, a := range g.around {
		if kind != model.Broker && r.streams[a] == nil {
			r.fill(c, a, kind)
		}
	}
	r.fill(c, g, kind)
	if kind == model.Streams {
		r.streams[g] = c
	}
	link(c)
}

// kindsOf says which clients the keys of a group configure.
func (f flat) kindsOf(g *group, base string) []model.Kind {
	if g.kind != "" {
		return []model.Kind{g.kind}
	}
	only := map[model.Kind]int{}
	for _, p := range g.pairs {
		if kind, ok := f.exclusive(p.key); ok {
			only[kind]++
		}
	}
	switch {
	case only[model.Broker] > 1 && only[model.Broker] >= only[model.Producer]+only[model.Consumer]+only[model.Streams]:
		return []model.Kind{model.Broker}
	case only[model.Streams] > 1, only[model.Streams] == 1 && (g.has("application.id") || strings.Contains(base, "streams")):
		return []model.Kind{model.Streams}
	}
	var kinds []model.Kind
	for _, kind := range []model.Kind{model.Producer, model.Consumer} {
		switch {
		case only[kind] == 0:
		case kind == model.Consumer && shareGroup(base):
			kinds = append(kinds, model.ShareConsumer)
		default:
			kinds = append(kinds, kind)
		}
	}
	if len(kinds) == 0 {
		if only[model.Broker] > 0 && !g.has("bootstrap.servers") {
			return []model.Kind{model.Broker}
		}
		return []model.Kind{model.Admin}
	}
	return kinds
}

// shareGroup reports whether a file's name says that it is a share consumer's, whose keys are
// those of other consumers.
func shareGroup(base string) bool {
	return strings.Contains(strings.NewReplacer("-", "", "_", "", ".", "").Replace(strings.ToLower(base)), "shareconsumer")
}

// exclusive returns the kind to which alone a key belongs among the clients.
func (f flat) exclusive(key string) (model.Kind, bool) {
	var found model.Kind
	for _, kind := range lookUp(f.client, key).kinds {
		switch {
		case found == "":
			found = kind
		case kind == model.Streams && (found == model.Producer || found == model.Consumer):
			// Streams takes its clients' keys; that says nothing about the file.
		default:
			return "", false
		}
	}
	return found, found != "" && found != model.Admin
}

// fill puts the keys of a group that a kind can use into a component. Keys that only
// another kind has are that one's, if the file configures it; keys that nobody knows, and
// those whose prefix names this kind all the same, are kept where they are.
func (f flat) fill(c *model.Component, g *group, kind model.Kind) {
	c.Grow(len(g.pairs))
	for _, p := range g.pairs {
		if strings.HasPrefix(p.key, "@") {
			continue // would pass for a fact
		}
		other, ok := f.exclusive(p.key)
		shared := other == kind || g.kind == kind || other == model.Consumer && kind == model.ShareConsumer
		if ok && !shared && other != model.Broker && kind != model.Streams {
			continue
		}
		put(c, model.Setting{Key: p.key, Written: p.Key, Value: p.Value, KeySpan: p.KeySpan, ValueSpan: p.ValueSpan})
	}
}

// name returns what to call a component of a file: its prefix or the file's own name.
func name(d *Document, g *group) string {
	if g.prefix != "" {
		return strings.TrimSuffix(g.prefix, ".")
	}
	base := d.Base()
	if i := strings.IndexByte(base, '.'); i > 0 {
		base = base[:i]
	}
	return base
}

// link fills the names on which project rules join from the settings of a client.
func link(c *model.Component) {
	literal := func(key string) string {
		if s := c.Get(key); s != nil && s.State != model.Unknown && s.Secret == nil && !s.FromDefault && !isPlaceholder(s.Value) {
			return strings.TrimSpace(s.Value)
		}
		return ""
	}
	if c.Links.Cluster == "" {
		c.Links.Cluster = clusterName(literal("bootstrap.servers"))
	}
	switch c.Kind {
	case model.Producer:
		c.Links.TransactionalID = literal("transactional.id")
	case model.Consumer, model.ShareConsumer:
		c.Links.Group = literal("group.id")
	case model.Streams:
		c.Links.ApplicationID = literal("application.id")
	}
}
