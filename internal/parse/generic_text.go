package parse

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/lazyregexp"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// propertyLine is a line that java.util.Properties.load splits at an equals sign.
var propertyLine = lazyregexp.New(`^[A-Za-z][\w.\-]*[ \t]*=`)

// isProperties reports whether a text is one of lines of properties: keys and values,
// comments, and actions of a template engine.
func isProperties(text string) bool {
	if !strings.Contains(text, "\n") || !strings.Contains(text, "=") {
		return false
	}
	found, continued := false, false
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		escaped := (len(line)-len(strings.TrimRight(line, `\`)))%2 == 1
		switch line = strings.TrimSpace(line); {
		case continued:
		case line == "" || line[0] == '#' || line[0] == '!' || action.MatchString(line):
			escaped = false
		case propertyLine.MatchString(line):
			found = true
		default:
			return false
		}
		continued = escaped
	}
	return found && !hocon(text)
}

// ofRegistry reports whether names lead to something of a schema registry, whose clients share
// keys with Kafka's.
func ofRegistry(path []string) bool {
	return slices.ContainsFunc(path, func(name string) bool { return strings.Contains(fold(name), "registry") })
}

// koperatorTexts returns the texts that configure the brokers of a cluster of Koperator, none
// for other resources.
func koperatorTexts(root *syntax.Node) []*block {
	kind, name := root.Get("kind"), root.At("metadata", "name").Str()
	if kind.Str() != "KafkaCluster" || !strings.HasPrefix(root.Get("apiVersion").Str(), "kafka.banzaicloud.io/") {
		return nil
	}
	g := &generic{}
	g.walk(root.Get("spec"), &block{path: []string{kind.Text, name}, span: kind.Span, certain: true})
	return g.texts
}

// propertyTexts are the texts of properties of a document.
type propertyTexts struct {
	out    *Output
	common map[*block]*block // by the map that they stand in, those that are for all clients by their name
	lent   map[*block]bool   // whether a client has taken one of them over
	shared map[lending]*model.Component
}

// lending is to what kind of client a text is handed on.
type lending struct {
	text   *block
	kind   model.Kind
	client string
}

// emitTexts reads texts of properties as files that are called by what leads to them. What
// is for all clients, as commonConfig beside producerConfig, is no client itself.
func emitTexts(out *Output, texts []*block) {
	seen := make(map[int]bool) // an alias stands for the same text
	texts = slices.DeleteFunc(texts, func(b *block) bool {
		at := b.text.Span.Start.Offset
		twice := seen[at]
		seen[at] = true
		return twice
	})
	p := propertyTexts{out: out, common: make(map[*block]*block), lent: make(map[*block]bool), shared: make(map[lending]*model.Component)}
	for _, b := range texts {
		if b.called("common", "shared") {
			p.common[b.above] = b
		}
	}
	for _, b := range texts {
		if p.common[b.above] != b {
			p.emit(b)
		}
	}
	for _, b := range texts {
		if p.common[b.above] == b && !p.lent[b.above] {
			p.emit(b)
		}
	}
}

// emit puts out what a text configures. Whose it is is a guess, unless the document has a schema.
func (p *propertyTexts) emit(b *block) {
	if p.out.full() {
		return
	}
	before := len(p.out.result.Components)
	role, common := b.role(), p.common[b.above]
	if common == b || role == "" {
		common = nil
	}
	if role == "" && b.called("topic", "topics") {
		b.emitTopic(p.out)
	} else if !p.out.Embed(b.fileName(), strings.Join(b.path, "/"), b.text.Source(), nil, p.out.doc.Versions) && common.bootstraps() {
		b.emitClient(p.out, role) // beside the servers that it reaches, one key will do
	}
	for _, c := range p.out.result.Components[before:] {
		c.Heuristic, c.CodeMaySet = !b.certain, c.Kind != model.Broker
		c.Complete = atMost(c.Complete, model.Partial)
		if c.OwnerID != "" {
			continue
		}
		if role != "" && c.Kind == model.Admin {
			c.Kind = role // keys that all clients have say nothing against the name
		}
		if common != nil && slices.Contains(genericKinds, c.Kind) {
			p.lend(common, c)
		}
		link(c)
	}
}

// role is the kind of client that the key of a text names, "" if it names none.
func (b *block) role() model.Kind {
	if b.called("admin") {
		return model.Admin
	}
	return roleOf(b.path[len(b.path)-1:])
}

// called reports whether one of some words is in the name of the key that a text has.
func (b *block) called(words ...string) bool {
	return !b.item && slices.ContainsFunc(word.FindAllString(b.path[len(b.path)-1], -1), func(w string) bool {
		return slices.Contains(words, strings.ToLower(w))
	})
}

// fileName is what a file with the text would be called.
func (b *block) fileName() string {
	return strings.NewReplacer("/", "-", ".", "-").Replace(strings.Join(b.path, "-")) + ".properties"
}

// pairs are the keys and values of a text.
func (b *block) pairs() []syntax.Pair {
	if b.read == nil {
		b.read, _, _ = syntax.ParseProperties(b.text.Source())
	}
	return b.read
}

// emitTopic puts out the topic that a text configures if all its keys are those of one.
func (b *block) emitTopic(out *Output) {
	known := func(p syntax.Pair) bool { return catalog.Lookup(model.ClientJava, model.Topic, p.Key) != nil }
	if len(b.pairs()) == 0 || slices.ContainsFunc(b.pairs(), func(p syntax.Pair) bool { return !known(p) && !action.MatchString(p.Key) }) {
		return
	}
	c := out.Component(model.Topic, strings.Join(b.path, "/"), strings.Join(b.path, "."), b.span)
	b.putKnown(c)
}

// emitClient puts out a client that has only some keys.
func (b *block) emitClient(out *Output, kind model.Kind) {
	if slices.ContainsFunc(b.pairs(), func(p syntax.Pair) bool { return catalog.Lookup(model.ClientJava, kind, p.Key) != nil }) {
		b.putKnown(out.Component(kind, strings.Join(b.path, "/"), strings.Join(b.path, "."), b.span))
	}
}

// bootstraps reports whether a text names the servers of a cluster. It may be called on nil.
func (b *block) bootstraps() bool {
	return b != nil && slices.ContainsFunc(b.pairs(), func(p syntax.Pair) bool { return p.Key == "bootstrap.servers" })
}

// lend hands the settings of a text on to a client that has them besides its own.
func (p *propertyTexts) lend(text *block, c *model.Component) {
	to := lending{text, c.Kind, c.Client}
	if p.shared[to] == nil {
		p.shared[to] = &model.Component{Kind: c.Kind, Client: c.Client, Dialect: c.Dialect}
		text.putKnown(p.shared[to])
	}
	c.Inherit(p.shared[to], nil)
	p.lent[text.above] = true
}

// putKnown puts the settings of a text that its kind has into a component.
func (b *block) putKnown(c *model.Component) {
	for _, p := range b.pairs() {
		if key := catalog.Canonical(c.Client, c.Kind, p.Key); catalog.Lookup(c.Client, c.Kind, key) != nil {
			put(c, model.Setting{Key: key, Written: p.Key, Value: p.Value, KeySpan: p.KeySpan, ValueSpan: p.ValueSpan})
		}
	}
}
