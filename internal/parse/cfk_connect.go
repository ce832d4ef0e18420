package parse

import (
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// cfkWorkerFields are the fields of Connect that stand for keys of its workers.
var cfkWorkerFields = map[string][]string{
	"internalTopicReplicationFactor": {"config.storage.replication.factor", "offset.storage.replication.factor", "status.storage.replication.factor"},
	"keyConverterType":               {"key.converter"},
	"valueConverterType":             {"value.converter"},
	"connectorOverridePolicy":        {"connector.client.config.override.policy"},
}

// connect reads the workers of a Connect. Their group and the topics that they keep their
// state in are the operator's.
func (r *cfk) connect() {
	c := r.component(model.ConnectWorker)
	c.Complete = atMost(c.Complete, model.Partial)
	r.version(c, model.OfConnect, "cp-server-connect", "cp-kafka-connect")
	putCount(c, "@replicas", r.spec.Get("replicas"))
	if self := r.self(); self != "" {
		putFact(c, "@connect.cluster", self, r.name.Span)
	}
	kafka := r.spec.At("dependencies", "kafka")
	config := r.connection(kafka)
	for _, e := range r.spec.Entries {
		for _, key := range cfkWorkerFields[e.Key.Text] {
			if isSet(e.Value) {
				config = append(config, connectEntry{key: key, written: e.Key.Text, value: e.Value.Text, keySpan: e.Key.Span, valueSpan: e.Value.Span})
			}
		}
	}
	c.Links.Service, c.Links.Cluster = r.endpoint(kafka)
	before := len(r.out.result.Components)
	fillWorker(r.out, c, append(config, r.overrides()...))
	for _, child := range r.out.result.Components[before:] {
		child.Links.Service, child.Links.Cluster = c.Links.Service, c.Links.Cluster
	}
}

// connection is how a component reaches its cluster. That it does so in plain text,
// nobody wrote.
func (r *cfk) connection(kafka *syntax.Node) connectConfig {
	var config connectConfig
	if e := kafka.Entry("bootstrapEndpoint"); e != nil && isSet(e.Value) {
		config = append(config, connectEntry{key: "bootstrap.servers", value: e.Value.Text, keySpan: e.Key.Span, valueSpan: e.Value.Span})
	}
	at := kafka.At("authentication", "type")
	if !isSet(at) || at.Text == "mtls" {
		at = kafka.At("tls", "enabled")
	}
	if protocol := r.protocol(kafka); protocol != "" && protocol != "PLAINTEXT" {
		config = append(config, connectEntry{key: "security.protocol", value: protocol, keySpan: at.Span, valueSpan: at.Span})
	}
	return config
}

// endpoint returns the service that a component connects to, and its full address.
func (r *cfk) endpoint(kafka *syntax.Node) (service, address string) {
	if n := kafka.Get("bootstrapEndpoint"); isSet(n) {
		return r.host(n.Text)
	}
	if found := kafka.Get("discovery"); found.Get("namespace") != nil {
		return r.reference(found, "Kafka"), ""
	}
	return "", ""
}

// cfkConnectorFields are those of Connector that stand for keys of the connector.
var cfkConnectorFields = map[string]string{"class": "connector.class", "taskMax": "tasks.max"}

// connector reads a Connector.
func (r *cfk) connector() {
	config := connectorConfig(r.spec, cfkConnectorFields, r.spec.Get("configs"))
	if config.last("connector.class") == nil {
		return
	}
	c := connector{config: config}
	for _, name := range []*syntax.Node{r.name, r.spec.Get("name")} {
		if isSet(name) {
			c.name = &connectEntry{value: name.Text, valueSpan: name.Span}
		}
	}
	component := readConnector(r.out, r.kind.Text+"/"+r.name.Str(), c)
	if r.spec.At("connectRest", "endpoint") != nil {
		return
	}
	if workers := r.reference(r.spec.Get("connectClusterRef"), "Connect"); workers != "" {
		putFact(component, "@connect.cluster", workers, component.Span)
	}
}
