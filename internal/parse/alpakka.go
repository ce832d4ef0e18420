package parse

import (
	"slices"
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// alpakkaDialect reads what Alpakka Kafka and Pekko Connectors Kafka take for their clients:
// the sections akka.kafka.producer, consumer and committer (pekko.kafka likewise), and the
// sections of an application's own that are made of these or have their layout.
var alpakkaDialect = Dialect{
	Name:     "alpakka",
	Grammars: []Grammar{HOCON},
	Words:    []string{"kafka-clients", "akka", "pekko"},
	Match:    func(d *Document) bool { return len(newAlpakka(d).sections) > 0 },
	Read: func(d *Document, out *Output) {
		a := newAlpakka(d)
		a.read(out)
		a.others(out)
	},
}

// alpakka are the sections of a document.
type alpakka struct {
	doc      *Document
	sections []*alpakkaSection
	// shared says of which sections others are made.
	shared map[string]bool
}

type alpakkaSection struct {
	keys []*syntax.Node
	node *syntax.Node
	role string // producer, consumer or committer
	// own: it is the library's own section, of which others are made.
	own bool
	// based: what it is made of is in view.
	based bool
}

// path returns the keys that lead to a section, joined.
func (s *alpakkaSection) path() string { return joinKeys(s.keys).Text }

// around returns the keys that lead to what a section lies in, joined.
func (s *alpakkaSection) around() string {
	if len(s.keys) == 1 {
		return ""
	}
	return joinKeys(s.keys[:len(s.keys)-1]).Text
}

// clientsSection holds the keys of Kafka's client.
const clientsSection = "kafka-clients"

// alpakkaRoles are the library's sections (ProducerSettings.configPath and so on).
var alpakkaRoles = []string{"producer", "consumer", "committer"}

func newAlpakka(d *Document) *alpakka {
	a := &alpakka{doc: d, shared: make(map[string]bool)}
	a.walk(d.Root, nil)
	own := make(map[string]bool)
	for _, s := range a.sections {
		if s.own {
			own[s.path()] = true
		}
	}
	for _, s := range a.sections {
		for _, base := range s.node.Bases {
			a.shared[base] = true
		}
		s.based = s.own || slices.ContainsFunc(s.node.Bases, func(base string) bool { return own[base] })
	}
	return a
}

// maxAlpakkaDepth is how deep a section lies at most.
const maxAlpakkaDepth = 12

// walk collects the sections at and below a node.
func (a *alpakka) walk(n *syntax.Node, keys []*syntax.Node) {
	if !n.IsMap() || len(keys) > maxAlpakkaDepth {
		return
	}
	if len(keys) > 0 {
		s := &alpakkaSection{keys: slices.Clone(keys), node: n}
		if s.role, s.own = alpakkaRole(s); s.role != "" {
			a.sections = append(a.sections, s)
		}
	}
	for _, e := range n.Effective() {
		if e.Key.Text == clientsSection {
			continue
		}
		a.walk(e.Value, append(keys, e.Key))
	}
}

// alpakkaRole returns what a section is for, "" if it is none: it is one of the library's, it
// is made of one, or it holds the keys of a client and its name says of which.
func alpakkaRole(s *alpakkaSection) (role string, own bool) {
	if role := libraryRole(s.path()); role != "" {
		return role, true
	}
	for _, base := range slices.Backward(s.node.Bases) {
		if role := libraryRole(base); role != "" {
			return role, false
		}
	}
	if s.node.Get(clientsSection).IsMap() {
		switch roleOf([]string{s.keys[len(s.keys)-1].Text}) {
		case model.Producer:
			return "producer", false
		case model.Consumer:
			return "consumer", false
		}
	}
	return "", false
}

func libraryRole(path string) string {
	for _, prefix := range []string{"akka.kafka.", "pekko.kafka."} {
		if role, ok := strings.CutPrefix(path, prefix); ok && slices.Contains(alpakkaRoles, role) {
			return role
		}
	}
	return ""
}

// read emits the clients of the sections.
func (a *alpakka) read(out *Output) {
	consumers := make(map[string]*model.Component) // by themselves, and by what they lie in
	for _, s := range a.sections {
		if s.role == "committer" || out.full() {
			continue
		}
		if c := a.emit(out, s); c.Kind == model.Consumer {
			consumers[s.path()] = c
			if consumers[s.around()] == nil {
				consumers[s.around()] = c
			}
		}
	}
	for _, s := range a.sections {
		if s.role != "committer" || out.full() {
			continue
		}
		c := consumers[s.around()] // the consumer beside or around it
		if c == nil {
			c = a.component(out, model.Consumer, s)
			c.Complete = atMost(c.Complete, model.Partial)
		}
		committer(c, s.node)
	}
}

func (a *alpakka) component(out *Output, kind model.Kind, s *alpakkaSection) *model.Component {
	path := s.path()
	c := out.Component(kind, strings.ReplaceAll(path, ".", "/"), path, lastSpan(s.keys))
	c.Owner, c.CodeMaySet = model.OwnerAlpakka, true
	if !s.based || a.shared[path] || a.doc.Base() == "reference.conf" {
		c.Complete = atMost(c.Complete, model.Partial)
	}
	return c
}

// emit makes the client of a section.
func (a *alpakka) emit(out *Output, s *alpakkaSection) *model.Component {
	kind := model.Producer
	if s.role == "consumer" {
		kind = model.Consumer
	}
	c := a.component(out, kind, s)
	clients(c, s.node.Get(clientsSection), nil)
	if prefix := s.node.Get("transaction-id-prefix"); certain(prefix) && isName(prefix.Text) {
		c.Links.TransactionalPrefix = prefix.Text
	}
	link(c)
	return c
}

// clients puts the settings of Kafka's client in, of which the library makes texts with
// Config.getString (ConfigSettings.parseKafkaClientsProperties).
func clients(c *model.Component, n *syntax.Node, keys []*syntax.Node) {
	if !n.IsMap() || len(keys) > maxAlpakkaDepth {
		return
	}
	for _, e := range n.Effective() {
		path := append(slices.Clip(keys), e.Key)
		if e.Value.IsMap() {
			clients(c, e.Value, path)
			continue
		}
		key := joinKeys(path)
		if problem := refused(e); problem != "" {
			name := "@kafka-clients." + problem
			if !mayChange(e.Value) && c.Get(name) == nil { // one is enough
				put(c, model.Setting{Key: name, Written: name, Value: key.Text, KeySpan: key.Span, ValueSpan: e.Value.Span})
			}
			continue
		}
		s := model.Setting{Key: key.Text, Written: key.Text, Value: text(e.Value), KeySpan: key.Span, ValueSpan: e.Value.Span}
		if mayChange(e.Value) {
			s.State = model.Unknown
		}
		put(c, s)
	}
}

// refused says with what the library does not get a key's text: it asks for each key as a
// path, and for nothing but a text.
func refused(e *syntax.Entry) string {
	switch {
	case e.Key.Tag == syntax.String && strings.Contains(e.Key.Text, "."):
		return "quoted"
	case e.Value.IsSeq():
		return "list"
	case e.Value.Tag == syntax.Null:
		return "null"
	}
	return ""
}

// committer puts in how a consumer's offsets are committed.
func committer(c *model.Component, n *syntax.Node) {
	if e := n.Entry("delivery"); e != nil && certain(e.Value) {
		put(c, fact("@committer.delivery", e.Value.Text, e))
	}
	if e := n.Entry("max-interval"); e != nil && certain(e.Value) {
		if ms, ok := milliseconds(e.Value.Text); ok {
			put(c, fact("@committer.max-interval", strconv.FormatInt(ms, 10), e))
		}
	}
}

func certain(n *syntax.Node) bool {
	return isSet(n) && !n.Open && !isPlaceholder(n.Text)
}

func fact(name, value string, e *syntax.Entry) model.Setting {
	return model.Setting{Key: name, Written: e.Key.Text, Value: value, KeySpan: e.Key.Span, ValueSpan: e.Value.Span}
}

// others reads what else the document holds: blocks of settings that are no sections.
func (a *alpakka) others(out *Output) {
	read := make(map[*syntax.Node]bool)
	for _, s := range a.sections {
		read[s.node] = true
	}
	doc := *a.doc
	if doc.Root = without(a.doc.Root, read); genericDialect.Match(&doc) {
		inner := *out
		inner.doc, inner.dialect = &doc, genericDialect.Name
		genericDialect.Read(&doc, &inner)
	}
}

// without returns a tree without some of its nodes.
func without(n *syntax.Node, read map[*syntax.Node]bool) *syntax.Node {
	if !n.IsMap() {
		return n
	}
	c := *n
	c.Entries = nil
	for _, e := range n.Entries {
		if read[e.Value] {
			continue
		}
		e.Value = without(e.Value, read)
		c.Entries = append(c.Entries, e)
	}
	return &c
}
