package parse

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/lazyregexp"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// genericDialect finds blocks of Kafka and Flink settings in documents that have no
// schema: the configuration of somebody's own job or service. It guesses, so its
// components are heuristic and partial, and it must come after all other dialects. SQL in
// a value is no guess: it is read as a file of its own. Lines of properties in a value are
// read as a file, too, but whose they are is a guess.
var genericDialect = Dialect{
	Name:     "generic",
	Grammars: []Grammar{YAML, JSON, HOCON},
	Match: func(d *Document) bool {
		g := newGeneric(d)
		return len(g.blocks)+len(g.statements)+len(g.texts) > 0
	},
	Read: func(d *Document, out *Output) {
		g := newGeneric(d)
		for _, b := range g.blocks {
			if out.full() {
				return
			}
			b.emit(out)
		}
		for _, b := range g.statements {
			out.Embed("statements.sql", strings.Join(b.path, "/"), b.text.Source(), nil, d.Versions)
		}
		emitTexts(out, g.texts)
	},
}

// generic collects the blocks of a document.
type generic struct {
	blocks     []*block
	statements []*block
	texts      []*block // of properties
}

// block is a map with settings in it, the keys of a map that have the same prefix, or a
// text of SQL or properties.
type block struct {
	path  []string // names of the keys and list items that lead to it
	span  model.Span
	hits  []hit
	flink []hit
	topic *syntax.Node
	text  *syntax.Node
	read  []syntax.Pair // of the text, once they were asked for
	above *block
	item  bool // of a list
	// foreign: the settings are those of other software.
	foreign bool
	// certain: only keys as the software spells them count, and so it is no guess.
	certain bool
	// joined: keys stand in the block whose settings they are, however they are written.
	joined bool
	// heirs: blocks within this one take over its settings.
	heirs bool
}

// hit is an entry whose key is one of the catalog's.
type hit struct {
	key     string // canonical
	written string
	exact   bool // spelled as the software itself spells it
	entry   *syntax.Entry
}

func newGeneric(d *Document) *generic {
	g := &generic{}
	root := d.Root
	if d.Grammar == HOCON {
		root = joined(root)
	}
	g.walk(root, &block{joined: d.Grammar == HOCON})
	if hasSchema(root) {
		g.blocks, g.texts = nil, koperatorTexts(root)
	}
	g.choose()
	return g
}

// hasSchema reports whether a document is of a well-known kind, though none of ours: a
// Kubernetes resource, a Compose file.
func hasSchema(root *syntax.Node) bool {
	if root.Get("apiVersion") != nil && root.Get("kind") != nil {
		return true
	}
	services := root.Get("services")
	return services.IsMap() && slices.ContainsFunc(services.Entries, func(e syntax.Entry) bool {
		return e.Value.Get("image") != nil || e.Value.Get("build") != nil || e.Value.Get("extends") != nil
	})
}

// exactBlocks returns the blocks of a map, named by a path, that holds the keys of one
// or several clients as these spell them.
func exactBlocks(n *syntax.Node, path []string, span model.Span) []*block {
	g := &generic{}
	g.walk(n, &block{path: path, span: span, certain: true})
	g.choose()
	return g.blocks
}

// choose leaves the blocks that hold something.
func (g *generic) choose() {
	g.blocks = slices.DeleteFunc(g.blocks, func(b *block) bool { return !b.isKafka() && !b.isFlink() })
	for _, b := range g.blocks {
		if b.isKafka() {
			for a := range b.shared() {
				a.heirs = true
			}
		}
	}
}

// walk collects the blocks at and below a node; b is that of the node itself.
func (g *generic) walk(n *syntax.Node, b *block) {
	switch {
	case n.IsSeq():
		for i, item := range n.Items {
			name := itemName(item, i)
			below := b.below(name, item.Span)
			below.item = true
			g.walk(item, below)
		}
	case n.IsMap():
		b.fill(n)
		g.blocks = append(g.blocks, b)
		byPrefix := make(map[string]*block)
		for _, e := range n.Effective() {
			if !e.Value.IsScalar() || isSQL(e.Value.Text) || isProperties(e.Value.Text) {
				g.walk(e.Value, b.below(e.Key.Text, e.Key.Span))
			}
			g.prefixed(e, b, byPrefix)
		}
	case n.IsScalar() && isSQL(n.Text):
		b.text = n
		g.statements = append(g.statements, b)
	case n.IsScalar() && len(b.path) > 0 && !b.foreign && !ofRegistry(b.path) && isProperties(n.Text):
		b.text = n
		g.texts = append(g.texts, b)
	}
}

// itemName returns what to call an item of a list: the name it gives itself, else its
// number. PropertyGroupId is that of Amazon's Managed Service for Apache Flink.
func itemName(item *syntax.Node, number int) string {
	for _, key := range []string{"name", "id", "PropertyGroupId"} {
		if name := item.Get(key).Str(); name != "" && !isPlaceholder(name) {
			return name
		}
	}
	return strconv.Itoa(number)
}

// embeddedSQL is how Flink SQL shows in a value.
var embeddedSQL = lazyregexp.New(`(?is)\bcreate\s+(?:temporary\s+)?table\b.*\bwith\s*\(.*\bconnector\b`)

func isSQL(text string) bool {
	return strings.Contains(text, "connector") && embeddedSQL.MatchString(text)
}

// prefixed adds an entry such as kafka.consumer.group.id to the block of its prefix.
func (g *generic) prefixed(e *syntax.Entry, b *block, byPrefix map[string]*block) {
	if !e.Value.IsScalar() || e.Value.Tag == syntax.Null || !strings.Contains(e.Key.Text, ".") {
		return
	}
	prefix, _, key := (flat{client: model.ClientJava}).split(e.Key.Text)
	if prefix == "" {
		return
	}
	p := byPrefix[prefix]
	if p == nil {
		p = b.below(strings.TrimSuffix(prefix, "."), e.Key.Span)
		byPrefix[prefix] = p
		g.blocks = append(g.blocks, p)
	}
	p.hits = append(p.hits, hit{key: key, written: e.Key.Text, exact: true, entry: e})
}

func (b *block) below(name string, span model.Span) *block {
	return &block{
		path: append(slices.Clip(b.path), name), span: span, above: b, certain: b.certain, joined: b.joined,
		foreign: b.foreign || otherSoftware.MatchString(name),
	}
}

// otherSoftware names what has brokers and topics, too.
var otherSoftware = lazyregexp.New(`(?i)mqtt|amqp|rabbit|pulsar|nats\b|redis|rocketmq|active-?mq|\bjms\b|kinesis|pubsub|cruise[-_]?control`)

// fill finds the settings among the entries of a map.
func (b *block) fill(n *syntax.Node) {
	for _, e := range n.Effective() {
		if !isValue(e.Value) {
			continue
		}
		name := e.Key.Text
		if name == "connector.class" {
			b.foreign = true // a connector has its own keys, some of them with Kafka's names
		}
		if environment.MatchString(name) {
			continue // it depends on the program what it makes of these
		}
		folded := fold(name)
		h := hit{written: name, exact: true, entry: e}
		if _, own := isFlinkKey(name); own {
			h.key = flinkCanonical(name)
			b.flink = append(b.flink, h)
		}
		switch {
		case slices.Contains(topicNames, folded):
			b.topic = e.Value
			continue
		case slices.Contains(bootstrapNames, folded):
			h.key, h.exact = "bootstrap.servers", name == "bootstrap.servers"
		default:
			h.key, h.exact = kafkaKey(name, folded)
		}
		if h.key != "" && (h.exact || !b.certain) {
			h.exact = h.exact && (b.certain || strings.Contains(name, ".")) // acks is everybody's word
			b.hits = append(b.hits, h)
		}
	}
	if len(b.path) > 0 && !b.joined && strings.Contains(fold(b.path[len(b.path)-1]), "flink") {
		b.nested(n, "")
	}
}

// environment is how names of environment variables look.
var environment = lazyregexp.New(`^[A-Z0-9]+_[A-Z0-9_]*$`)

// nested finds Flink's settings in the maps below one that has Flink in its name.
func (b *block) nested(n *syntax.Node, prefix string) {
	for _, e := range n.Effective() {
		name := prefix + e.Key.Text
		switch _, own := isFlinkKey(name); {
		case e.Value.IsMap():
			b.nested(e.Value, name+".")
		case prefix != "" && own && isValue(e.Value):
			b.flink = append(b.flink, hit{key: flinkCanonical(name), written: name, exact: true, entry: e})
		}
	}
}

// isValue reports whether a node is a scalar or a list of scalars.
func isValue(n *syntax.Node) bool {
	if n.IsSeq() {
		return !slices.ContainsFunc(n.Items, func(item *syntax.Node) bool { return !item.IsScalar() })
	}
	return n.IsScalar() && n.Tag != syntax.Null
}

// Names, folded, under which people write the servers and the topic.
var (
	bootstrapNames = []string{"bootstrapservers", "bootstrapserver", "brokers", "brokerlist", "metadatabrokerlist", "kafkabrokers",
		"kafkabootstrapservers", "kafkabootstrapserver", "bootstrapbrokers"}
	topicNames = []string{"topic", "topics", "topicname", "topicnames", "kafkatopic", "kafkatopics", "inputtopic", "outputtopic",
		"sourcetopic", "sinktopic", "targettopic"}
)

// shared yields the blocks around one whose settings it takes over: those around a block
// whose name says that it is a client or holds properties.
func (b *block) shared() iter.Seq[*block] {
	return func(yield func(*block) bool) {
		for levels := 0; b.above != nil && levels < 2; b = b.above {
			if !b.item {
				if last := b.path[len(b.path)-1:]; roleOf(last) == "" && !holdsProperties(last[0]) {
					return
				}
				levels++
			}
			if !yield(b.above) {
				return
			}
		}
	}
}

// all returns the settings that hold in the block, those it takes over first, and how
// many these are.
func (b *block) all() (hits []hit, inherited int, topic *syntax.Node) {
	hits, topic = b.hits, b.topic
	for a := range b.shared() {
		hits = slices.Concat(a.hits, hits)
		inherited += len(a.hits)
		if topic == nil {
			topic = a.topic
		}
	}
	return hits, inherited, topic
}

func holdsProperties(name string) bool {
	return slices.Contains([]string{"properties", "props", "config", "configuration", "configs", "options", "settings", "parameters", "propertymap"}, fold(name))
}

// isKafka reports whether the block is one of Kafka's settings: two of them, of which
// one stands in nothing else.
func (b *block) isKafka() bool {
	if b.foreign || len(b.hits) == 0 {
		return false
	}
	hits, _, topic := b.all()
	keys := make(map[string]bool)
	sure := false
	for _, h := range hits {
		keys[h.key] = true
		sure = sure || h.exact && strings.Contains(h.key, ".") && !slices.Contains(weak, h.key) && !strings.HasPrefix(h.key, "ssl.")
		if h.key == "bootstrap.servers" {
			sure = sure || topic != nil
			if servers := text(h.entry.Value); otherScheme.MatchString(servers) || isLabel(servers) {
				return false
			}
		}
	}
	return sure && len(keys) > 1
}

// isFlink reports whether the block is one of Flink's settings: two of them, of which one
// stands in nothing else.
func (b *block) isFlink() bool {
	return len(b.flink) > 1 && slices.ContainsFunc(b.flink, func(h hit) bool { return flinkOwn.MatchString(h.written) })
}

// emit puts the block's components out.
func (b *block) emit(out *Output) {
	if b.isFlink() {
		c := b.component(out, model.FlinkJob)
		for _, h := range b.flink {
			h.put(c, model.Explicit, catalog.Flink, model.Flink)
		}
	}
	if !b.isKafka() {
		return
	}
	hits, inherited, topic := b.all()
	kinds := kindsOf(roleOf(b.path), hits, inherited)
	if len(kinds) == 0 {
		if b.heirs {
			return // what several clients share is no client itself
		}
		kinds = []model.Kind{model.Admin}
	}
	for _, kind := range kinds {
		c := b.component(out, kind)
		if c.Client = clientOf(written(hits)); out.doc.Options.Client != "" {
			c.Client = out.doc.Options.Client
		}
		for i, h := range hits {
			state := model.Explicit
			if i < inherited {
				state = model.Inherited
			}
			h.put(c, state, c.Client, model.Kafka)
		}
		link(c)
		if kind == model.Producer || kind == model.Consumer {
			c.Links.Topics = names(topic)
		}
	}
}

func (b *block) component(out *Output, kind model.Kind) *model.Component {
	span := b.span
	if span.IsZero() {
		span = slices.Concat(b.hits, b.flink)[0].entry.Key.Span
	}
	name := b.path
	if b.certain {
		name = name[1:] // without the kind of the resource
	}
	c := out.Component(kind, strings.Join(b.path, "/"), strings.Join(name, "."), span)
	c.Heuristic, c.CodeMaySet = !b.certain, true
	c.Complete = atMost(c.Complete, model.Partial)
	return c
}

// written returns the keys of settings as they stand in the document.
func written(hits []hit) []syntax.Pair {
	pairs := make([]syntax.Pair, len(hits))
	for i, h := range hits {
		pairs[i].Key = h.written
	}
	return pairs
}
