package parse

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// terraformDialect reads the resources of Terraform that declare topics, and Amazon MSK's
// broker configuration.
var terraformDialect = Dialect{
	Name:     "terraform",
	Grammars: []Grammar{HCL},
	Words:    []string{"kafka"},
	Match: func(d *Document) bool {
		return slices.ContainsFunc(d.Blocks, func(b *syntax.Block) bool { return terraformReader(b) != nil })
	},
	Read: func(d *Document, out *Output) {
		for _, b := range d.Blocks {
			if read := terraformReader(b); read != nil && !out.full() {
				read(out, b)
			}
		}
	},
}

func terraformReader(b *syntax.Block) func(*Output, *syntax.Block) {
	if b.Type != "resource" || len(b.Labels) != 2 {
		return nil
	}
	if fields, ok := terraformTopics[b.Labels[0]]; ok {
		return func(out *Output, b *syntax.Block) { terraformTopic(out, b, fields) }
	}
	if b.Labels[0] == "aws_msk_configuration" {
		return mskConfiguration
	}
	return nil
}

// topicAttributes are the attributes of a resource that declares a topic.
type topicAttributes struct{ name, partitions, replicas, config string }

// terraformTopics are the resources of the providers Mongey/kafka, confluentinc/confluent,
// aiven/aiven and hashicorp/google. Confluent Cloud decides itself how often a topic is copied.
var terraformTopics = map[string]topicAttributes{
	"kafka_topic":                {"name", "partitions", "replication_factor", "config"},
	"confluent_kafka_topic":      {"topic_name", "partitions_count", "", "config"},
	"aiven_kafka_topic":          {"topic_name", "partitions", "replication", "config"},
	"google_managed_kafka_topic": {"topic_id", "partition_count", "replication_factor", "configs"},
}

func terraformTopic(out *Output, b *syntax.Block, fields topicAttributes) {
	c := out.Component(model.Topic, strings.Join(b.Labels, "."), b.Labels[1], b.Span)
	fillTopic(c, topicFields{
		name: b.Body.Get(fields.name), partitions: b.Body.Get(fields.partitions), replicas: b.Body.Get(fields.replicas),
	})
	config := b.Body.Get(fields.config)
	if config != nil && !config.IsMap() {
		c.Complete = atMost(c.Complete, model.Partial) // put together elsewhere
		return
	}
	for _, e := range entries(config) {
		if !isSet(e.Value) || strings.HasPrefix(e.Key.Text, "@") {
			continue
		}
		key := e.Key.Text
		if fields.config == "config" && b.Labels[0] == "aiven_kafka_topic" {
			key = strings.ReplaceAll(key, "_", ".") // aiven's blocks have no dots
		}
		put(c, model.Setting{Key: key, Written: e.Key.Text, Value: e.Value.Text, KeySpan: e.Key.Span, ValueSpan: e.Value.Span})
	}
}

// mskConfiguration reads the broker's properties within a configuration of Amazon MSK.
func mskConfiguration(out *Output, b *syntax.Block) {
	properties := b.Body.Get("server_properties")
	if !isSet(properties) {
		return
	}
	versions := map[string]model.Version{}
	if list := items(b.Body.Get("kafka_versions")); len(list) == 1 {
		if number, err := catalog.ParseVersion(list[0].Text); err == nil {
			versions[model.OfBroker] = model.Version{Number: number, Evidence: evidence("kafka_versions", list[0])}
		}
	}
	src := properties.Source()
	pairs, _, _ := syntax.ParseProperties(src)
	c := out.Component(model.Broker, strings.Join(b.Labels, "."), b.Labels[1], b.Span)
	c.Versions = versions
	// What is not written has the defaults of the service.
	c.Complete = atMost(c.Complete, model.Partial)
	for _, p := range pairs {
		if !strings.HasPrefix(p.Key, "@") {
			put(c, model.Setting{Key: p.Key, Written: p.Key, Value: p.Value, KeySpan: p.KeySpan, ValueSpan: p.ValueSpan})
		}
	}
}
