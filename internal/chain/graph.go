package chain

import (
	"path"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/guarantee"
	"github.com/kcfglint/kcfglint/internal/model"
)

// node is a hop with what leads to it and on from it. What passes records on by name, such
// as a job with several sinks, has a node for each way through it, all with one key.
type node struct {
	Hop
	key     string
	in, out []*node
}

// end is where a hop meets topics: those that it writes, or those that it reads.
type end struct {
	node   *node
	of     *model.Component // whose cluster and deployment count
	topics []string
	regexp string // of the topics that it reads
	writes bool
	failed bool // it writes what it could not process
}

type graph struct {
	nodes    []*node
	unique   map[string]*node // systems and tables, which several paths meet at
	ends     []end
	byID     map[string]*model.Component
	parts    map[string][]*model.Component
	clients  map[string]*guarantee.Client
	findings map[string][]*finding.Finding // by component, those that say what happens to records
	declared map[string][]*model.Component // topics by name
	topics   []*topicNode
	heirs    map[string]bool // what other components of Flink inherit from: they run in it
}

// build joins components. The guarantees are those of all that records go through.
func build(all []*model.Component, clients []guarantee.Client, findings []finding.Finding) *graph {
	g := &graph{
		unique: make(map[string]*node), byID: make(map[string]*model.Component), parts: make(map[string][]*model.Component),
		clients: make(map[string]*guarantee.Client), findings: make(map[string][]*finding.Finding), declared: make(map[string][]*model.Component),
		heirs: make(map[string]bool),
	}
	for _, c := range all {
		g.byID[c.ID] = c
		if c.Kind != model.FlinkSnapshot {
			g.heirs[c.Parent] = true
		}
		if c.OwnerID != "" {
			g.parts[c.OwnerID] = append(g.parts[c.OwnerID], c)
		}
		if c.Kind == model.Topic {
			g.declared[c.Name] = append(g.declared[c.Name], c)
		}
	}
	for i := range clients {
		g.clients[clients[i].ID] = &clients[i]
	}
	for i := range findings {
		if f := &findings[i]; harm(f.Consequence) != "" {
			g.findings[f.Component.ID] = append(g.findings[f.Component.ID], f)
		}
	}
	for _, c := range all {
		if g.clients[c.ID] != nil {
			g.place(c)
		}
	}
	g.flink(all)
	g.joinTopics()
	return g
}

// place adds what a component is in a chain, tables and jobs of Flink aside.
func (g *graph) place(c *model.Component) {
	switch c.Owner {
	case model.OwnerConnect, model.OwnerStreams, model.OwnerFlink, model.OwnerMirror:
		return // a part of what is a hop, even if that is not in view
	}
	switch c.Kind {
	case model.Producer:
		g.write(g.add(c, Producer), c, c.Links.Topics)
	case model.Consumer, model.ShareConsumer:
		g.read(g.add(c, Reader), c, c.Links.Topics, c.Links.TopicPattern)
		if topic := deadLetters(c); topic != "" { // a way of its own: other records end at the reader
			n := g.add(c, Reader)
			g.read(n, c, c.Links.Topics, c.Links.TopicPattern)
			g.putAside(n, c, topic)
		}
	case model.Streams:
		var in, out []string
		pattern := ""
		for _, part := range g.parts[c.ID] {
			if part.Kind == model.Producer {
				out = append(out, part.Links.Topics...)
			} else {
				in = append(in, part.Links.Topics...)
				pattern = part.Links.TopicPattern
			}
		}
		n := g.add(c, Job)
		g.read(n, c, in, pattern)
		g.write(n, c, out)
	case model.Mirror: // where it reads is another cluster, and how it renames is up to a policy
		n := g.add(c, Job)
		g.read(n, c, nil, "")
		g.write(n, c, nil)
	case model.SourceConnector:
		g.sourceConnector(c)
	case model.SinkConnector:
		g.sinkConnector(c)
	case model.FlinkCDC:
		g.pipeline(c)
	}
}

// add makes a node for a way through a component.
func (g *graph) add(c *model.Component, layer Layer) *node {
	n := &node{key: string(layer) + " " + c.ID, Hop: Hop{Layer: layer, Known: true, component: c, parts: g.parts[c.ID]}}
	if client := g.clients[c.ID]; client != nil {
		n.Client = *client
	} else {
		n.Client = guarantee.Client{ID: c.ID, Kind: string(c.Kind), Name: c.Name, File: c.File, Line: c.Span.Start.Line,
			Delivery: "unknown", Ordered: "unknown", Durable: notApplicable}
	}
	n.Role = ""
	if c.Kind == model.FlinkTable {
		n.Role = string(layer)
	}
	n.Name = serviceName(c, n.Name)
	g.nodes = append(g.nodes, n)
	return n
}

// serviceName is by what a service is known: a file of properties says nothing of that in its
// own name, but in the ID of its client or group.
func serviceName(c *model.Component, name string) string {
	if c.Dialect == "properties" && (c.Kind == model.Producer || c.Kind == model.Consumer) {
		if id := text(c, "client.id"); id != "" {
			return id
		}
		if c.Links.Group != "" {
			return c.Links.Group
		}
	}
	if name == "" {
		return path.Base(c.File)
	}
	return name
}

// missing adds a hop that must be there and is not in the files.
func (g *graph) missing(key string, layer Layer, kind, note string) *node {
	n := &node{key: string(layer) + " missing " + key, Hop: Hop{Layer: layer, Note: note, Client: guarantee.Client{
		Kind: kind, Delivery: "unknown", Ordered: "unknown", Durable: notApplicable}}}
	g.nodes = append(g.nodes, n)
	return n
}

// system adds a thing outside of Kafka, once for all that name it. Without a name, it must
// be there and is not known.
func (g *graph) system(c *model.Component, layer Layer, x external) *node {
	where := x.system
	if x.name == "" || where == "" {
		where += " of " + c.ID // may be the same as another one, or not
	}
	key := strings.Join([]string{string(layer), x.kind, c.Place, c.Stage, where, x.name}, " \x00")
	if n := g.unique[key]; n != nil {
		return n
	}
	n := &node{key: key, Hop: Hop{Layer: layer, Known: x.name != "", System: x.system, Note: x.note, component: c, Client: guarantee.Client{
		Kind: x.kind, Name: x.name, Delivery: notApplicable, Ordered: notApplicable, Durable: notApplicable}}}
	if !n.Known {
		n.Delivery, n.Ordered = "unknown", "unknown"
	}
	g.unique[key] = n
	g.nodes = append(g.nodes, n)
	return n
}

func (g *graph) write(n *node, of *model.Component, topics []string) {
	g.ends = append(g.ends, end{node: n, of: of, topics: topics, writes: true})
}

func (g *graph) read(n *node, of *model.Component, topics []string, pattern string) {
	g.ends = append(g.ends, end{node: n, of: of, topics: topics, regexp: pattern})
}

// putAside leads to the topic of what a reader could not process.
func (g *graph) putAside(n *node, of *model.Component, topic string) {
	g.ends = append(g.ends, end{node: n, of: of, topics: []string{topic}, writes: true, failed: true})
}

// deadLetters is the topic into which a reader puts what it could not process, "" if none is
// named: of a sink connector, a binding of Spring Cloud Stream, a channel of SmallRye.
func deadLetters(c *model.Component) string {
	switch {
	case c.Kind == model.SinkConnector:
		return text(c, "errors.deadletterqueue.topic.name")
	case text(c, "@binding.enable-dlq") == "true":
		return text(c, "@binding.dlq-name")
	case text(c, "failure-strategy") == "dead-letter-queue":
		return text(c, "dead-letter-queue.topic")
	}
	return ""
}

// lead joins two nodes, once.
func lead(from, to *node) {
	if !slices.Contains(from.out, to) {
		from.out = append(from.out, to)
		to.in = append(to.in, from)
	}
}

// harm says in the words of guarantee.Link what a consequence does to records, "" if
// nothing.
func harm(consequence string) string {
	switch consequence {
	case "loss", "corruption":
		return "loss"
	case "duplication", "reordering":
		return consequence
	case "startup-failure":
		return "start"
	}
	return ""
}
