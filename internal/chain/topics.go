package chain

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/guarantee"
	"github.com/kcfglint/kcfglint/internal/model"
)

// topicNode is a topic of one cluster in one deployment.
type topicNode struct {
	*node
	place, stage, cluster string
	aside, written        bool // by readers that could not process a record, by others
}

// topicName is a name in a deployment.
type topicName struct{ place, name string }

// joinTopics joins those that write topics with those that read them.
func (g *graph) joinTopics() {
	uses := make(map[topicName][]*end)
	var names []topicName
	for i := range g.ends {
		e := &g.ends[i]
		for _, topic := range slices.Compact(slices.Sorted(slices.Values(e.topics))) {
			name := topicName{e.of.Place, topic}
			if uses[name] == nil {
				names = append(names, name)
			}
			uses[name] = append(uses[name], e)
		}
	}
	for _, name := range names {
		g.joinStages(name, uses[name])
	}
	g.joinPatterns()
	for i := range g.ends {
		if e := &g.ends[i]; len(e.topics) == 0 && e.regexp == "" {
			g.joinUnknown(e)
		}
	}
	for _, t := range g.topics {
		g.complete(t)
	}
}

// maxStages is up to how many environments each is joined with what is of none. No
// repository has more.
const maxStages = 40

// joinStages joins the uses of a name by environment: those of one with one another and
// with what is of none.
func (g *graph) joinStages(name topicName, uses []*end) {
	var stages []string
	for _, e := range uses {
		if e.of.Stage != "" && !slices.Contains(stages, e.of.Stage) {
			stages = append(stages, e.of.Stage)
		}
	}
	apart := len(stages) > maxStages
	if len(stages) == 0 || apart {
		stages = append(stages, "")
	}
	for _, stage := range stages {
		var of []*end
		for _, e := range uses {
			if e.of.Stage == stage || e.of.Stage == "" && !apart {
				of = append(of, e)
			}
		}
		g.joinClusters(name, stage, of)
	}
}

// joinClusters joins the uses of a name by cluster. Where several are known, what may be on
// any of them is joined with none.
func (g *graph) joinClusters(name topicName, stage string, uses []*end) {
	var clusters []string
	for _, e := range uses {
		if c := e.of.Links.Cluster; c != "" && !slices.Contains(clusters, c) {
			clusters = append(clusters, c)
		}
	}
	one := ""
	if len(clusters) == 1 {
		one = clusters[0]
	}
	nodes := make(map[string]*topicNode)
	for _, e := range uses {
		cluster := e.of.Links.Cluster
		if cluster == "" {
			cluster = one
		}
		t := nodes[cluster]
		if t == nil {
			t = g.topic(name, stage, cluster)
			if cluster == "" && len(clusters) > 1 {
				t.Note = "on which cluster it is, is not in these files"
			}
			nodes[cluster] = t
		}
		join(e, t)
		t.aside = t.aside || e.failed
		t.written = t.written || e.writes && !e.failed
	}
	for _, t := range nodes {
		if t.aside && !t.written {
			t.Kind = "dead letter queue"
		}
	}
}

func join(e *end, t *topicNode) {
	if e.writes {
		lead(e.node, t.node)
	} else {
		lead(t.node, e.node)
	}
}

// topic adds a topic with what is declared of it.
func (g *graph) topic(name topicName, stage, cluster string) *topicNode {
	t := &topicNode{place: name.place, stage: stage, cluster: cluster, node: &node{
		key: fmt.Sprintf("topic %q %q %q %q", name.name, cluster, name.place, stage),
		Hop: Hop{Layer: Topic, Known: true, System: cluster, Client: guarantee.Client{Kind: "topic", Name: name.name, Delivery: notApplicable, Ordered: notApplicable, Durable: notApplicable}},
	}}
	if c := g.declaration(name, stage, cluster); c != nil {
		t.component = c
		t.ID, t.File, t.Line = c.ID, c.File, c.Span.Start.Line
		for _, f := range g.findings[c.ID] {
			t.Links = append(t.Links, found(f))
		}
		slices.SortStableFunc(t.Links, func(a, b guarantee.Link) int { return rankOf(&a) - rankOf(&b) })
		for _, key := range []string{"@partitions", "@replication-factor", "min.insync.replicas", "cleanup.policy", "retention.ms"} {
			if s := c.Get(key); s != nil {
				t.Settings = append(t.Settings, guarantee.SettingOf(c, key))
			}
		}
	} else {
		t.Note = "its settings are not in these files"
	}
	g.topics = append(g.topics, t)
	g.nodes = append(g.nodes, t.node)
	return t
}

// declaration returns what configures a topic, nil if nothing does or several things may.
func (g *graph) declaration(name topicName, stage, cluster string) *model.Component {
	var same, maybe []*model.Component
	for _, c := range g.declared[name.name] {
		if c.Place != name.place || c.Stage != stage && c.Stage != "" && stage != "" {
			continue
		}
		switch {
		case cluster != "" && c.Links.Cluster == cluster:
			same = append(same, c)
		case cluster == "" || c.Links.Cluster == "":
			maybe = append(maybe, c)
		}
	}
	switch {
	case len(same) == 1:
		return same[0]
	case len(same) == 0 && len(maybe) == 1:
		return maybe[0]
	}
	return nil
}

// found is what a rule found, as a link of a chain.
func found(f *finding.Finding) guarantee.Link {
	return guarantee.Link{Of: harm(f.Consequence), Certain: f.Confidence == "certain" && !f.Doubtful, Rule: f.Rule, Message: f.Message, Set: f.Remediation,
		Note: f.Severity < finding.Warning && f.Lowered == "",
		At:   guarantee.Setting{Key: f.Key, File: f.File, Line: f.Start.Line}}
}

// maxMatches bounds how often names are held against patterns.
const maxMatches = 1_000_000

// joinPatterns joins those that read topics by a pattern with the topics that are known.
func (g *graph) joinPatterns() {
	matches, known, clusters := 0, slices.Clone(g.topics), make(map[string]int)
	seen := make(map[topicName]bool)
	for _, t := range known {
		if in := (topicName{t.place, t.cluster}); t.cluster != "" && !seen[in] {
			seen[in] = true
			clusters[t.place]++
		}
	}
	for i := range g.ends {
		e := &g.ends[i]
		if e.regexp == "" {
			continue
		}
		n := len(e.node.in)
		pattern, err := regexp.Compile("^(?:" + e.regexp + ")$")
		for _, t := range known {
			if matches++; err != nil || matches > maxMatches {
				break
			}
			if t.place == e.of.Place && sameOrNone(t.stage, e.of.Stage) && pattern.MatchString(t.Name) &&
				(t.cluster == e.of.Links.Cluster || sameOrNone(t.cluster, e.of.Links.Cluster) && clusters[t.place] <= 1) {
				join(e, t)
			}
		}
		if len(e.node.in) == n {
			lead(g.missing(e.node.key, Topic, "topic", fmt.Sprintf("no topic in these files is known to match the pattern %q", e.regexp)), e.node)
		}
	}
}

func sameOrNone(a, b string) bool { return a == b || a == "" || b == "" }

// joinUnknown gives a hop that names no topics one that is not known.
func (g *graph) joinUnknown(e *end) {
	if e.writes {
		lead(e.node, g.missing("behind "+e.node.key, Topic, "topic", "which topics are written is not in these files"))
		return
	}
	lead(g.missing("before "+e.node.key, Topic, "topic", "which topics are read is not in these files"), e.node)
}

// complete adds what must write a topic and what must read it, if that is not in view; and
// says whether the topic keeps what was acknowledged when a broker fails.
func (g *graph) complete(t *topicNode) {
	t.Durable = g.durable(t)
	if len(t.in) == 0 {
		lead(g.missing(t.key, Producer, "producer", "what writes "+t.Name+" is not in these files"), t.node)
	}
	if len(t.out) == 0 {
		lead(t.node, g.missing(t.key, Reader, "consumer", "what reads "+t.Name+" is not in these files"))
	}
}

// holds reports whether a setting is one of the topic's.
func (t *topicNode) holds(at *guarantee.Setting) bool {
	if t.component == nil {
		return false
	}
	s := t.component.Get(at.Key)
	return s != nil && s.KeySpan.File == at.File && s.KeySpan.Start.Line == at.Line
}

// durable is the verdict on the topic in that on its writers, whose acks count as well.
func (g *graph) durable(t *topicNode) string {
	verdict := "unknown"
	for _, writer := range t.in {
		if writer.Durable == "yes" {
			verdict = "yes"
		}
		for i := range writer.Links {
			if l := &writer.Links[i]; l.Of == "durability" && l.Certain && t.holds(&l.At) {
				return "no"
			}
		}
	}
	return verdict
}
