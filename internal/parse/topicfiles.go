package parse

import (
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// topicsDialect reads the files in which tools that manage topics have them: Jikkou,
// kafka-gitops, JulieOps and topicctl.
var topicsDialect = Dialect{
	Name:     "topics",
	Grammars: []Grammar{YAML, JSON},
	Words:    []string{"topics", "kafkatopic", "replicationfactor"},
	Match:    func(d *Document) bool { return topicsReader(d.Root) != nil },
	Read:     func(d *Document, out *Output) { topicsReader(d.Root)(d.Root, out) },
}

func topicsReader(root *syntax.Node) func(*syntax.Node, *Output) {
	kind := root.Get("kind").Str()
	switch {
	case strings.HasPrefix(root.Get("apiVersion").Str(), "kafka.jikkou.io/") && (kind == "KafkaTopic" || kind == "KafkaTopicList"):
		return jikkou
	case isGitops(root):
		return kafkaGitops
	case root.Get("projects").IsSeq() && isSet(root.Get("context")):
		return julieOps
	case isTopicctl(root):
		return topicctl
	}
	return nil
}

// topicSettings puts the entries of a map into a topic.
func topicSettings(c *model.Component, config *syntax.Node, except ...string) {
	for _, e := range entries(config) {
		skip := !isSet(e.Value) || strings.HasPrefix(e.Key.Text, "@")
		for _, name := range except {
			skip = skip || e.Key.Text == name
		}
		if !skip {
			put(c, model.Setting{
				Key: e.Key.Text, Written: e.Key.Text, Value: manifestScalar(e.Value), KeySpan: e.Key.Span, ValueSpan: e.Value.Span,
			})
		}
	}
}

// entries returns the entries of a map that count, nil for what is none.
func entries(n *syntax.Node) []*syntax.Entry {
	if !n.IsMap() {
		return nil
	}
	return n.Effective()
}

// jikkou reads a KafkaTopic, or the items of a KafkaTopicList.
func jikkou(root *syntax.Node, out *Output) {
	resources := items(root.Get("items"))
	if root.Get("kind").Str() == "KafkaTopic" {
		resources = []*syntax.Node{root}
	}
	for _, r := range resources {
		if out.full() {
			return
		}
		name, spec := r.At("metadata", "name"), r.Get("spec")
		if !isSet(name) || !spec.IsMap() {
			continue
		}
		c := out.Component(model.Topic, "KafkaTopic/"+name.Text, name.Text, name.Span)
		fillTopic(c, topicFields{name: name, partitions: spec.Get("partitions"), replicas: spec.Get("replicas")})
		if spec.Get("configMapRefs") != nil || spec.Get("replicas") == nil && spec.Get("partitions") == nil {
			c.Complete = atMost(c.Complete, model.Partial)
		}
		topicSettings(c, spec.Get("configs"))
	}
}

// isGitops reports whether a file is kafka-gitops' desired state: a map of topics of which
// each says how it is divided.
func isGitops(root *syntax.Node) bool {
	for _, e := range entries(root.Get("topics")) {
		if isSet(e.Value.Get("partitions")) && (e.Value.Get("configs").IsMap() || isSet(e.Value.Get("replication"))) {
			return true
		}
	}
	return false
}

func kafkaGitops(root *syntax.Node, out *Output) {
	replication := root.At("settings", "topics", "defaults", "replication")
	for _, e := range entries(root.Get("topics")) {
		if !e.Value.IsMap() {
			continue
		}
		if out.full() {
			return
		}
		c := out.Component(model.Topic, "topics/"+e.Key.Text, e.Key.Text, e.Key.Span)
		replicas := e.Value.Get("replication")
		if !isSet(replicas) {
			replicas = replication
		}
		fillTopic(c, topicFields{name: e.Key, partitions: e.Value.Get("partitions"), replicas: replicas})
		topicSettings(c, e.Value.Get("configs"))
	}
}

// julieOps reads the topics of JulieOps' projects. The names that they get in Kafka are put
// together from the file's context and so are not known here.
func julieOps(root *syntax.Node, out *Output) {
	for _, project := range items(root.Get("projects")) {
		for _, t := range items(project.Get("topics")) {
			name, config := t.Get("name"), t.Get("config")
			if !isSet(name) || out.full() {
				continue
			}
			c := out.Component(model.Topic, "topics/"+project.Get("name").Str()+"/"+name.Text, name.Text, name.Span)
			fillTopic(c, topicFields{partitions: config.Get("num.partitions"), replicas: config.Get("replication.factor")})
			if isSet(t.Get("plan")) {
				c.Complete = atMost(c.Complete, model.Partial)
			}
			topicSettings(c, config, "num.partitions", "replication.factor")
		}
	}
}

// isTopicctl reports whether a file is topicctl's description of a topic.
func isTopicctl(root *syntax.Node) bool {
	return isSet(root.At("meta", "name")) && isSet(root.At("spec", "replicationFactor")) && isSet(root.At("spec", "partitions"))
}

func topicctl(root *syntax.Node, out *Output) {
	name, spec := root.At("meta", "name"), root.Get("spec")
	c := out.Component(model.Topic, "topic/"+name.Text, name.Text, name.Span)
	fillTopic(c, topicFields{name: name, partitions: spec.Get("partitions"), replicas: spec.Get("replicationFactor")})
	topicSettings(c, spec.Get("settings"))
	if minutes := spec.Entry("retentionMinutes"); minutes != nil && isSet(minutes.Value) {
		c.Complete = atMost(c.Complete, model.Partial) // stands for retention.ms
	}
}
