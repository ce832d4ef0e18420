package parse

import (
	"slices"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// connect reads the workers of a KafkaConnect.
func (r *strimzi) connect() {
	r.worker(r.spec)
}

// worker reads what the workers of a resource are given; connection holds their
// configuration and how they reach their cluster.
func (r *strimzi) worker(connection *syntax.Node) {
	c := r.component(model.ConnectWorker)
	if !isSet(connection.Get("bootstrapServers")) {
		c.Complete = atMost(c.Complete, model.Partial) // part of a resource, as in an overlay
	}
	r.version(c, model.OfConnect, r.spec.Get("version"))
	fillWorker(r.out, c, workerConfig(connection))
	putCount(c, "@replicas", r.spec.Get("replicas"))
	if config := connection.Get("config"); config.IsMap() {
		for _, e := range config.Entries {
			if ofConnect.has(e.Key.Text) {
				dropped(c, e)
			}
		}
	}
}

// workerFields are the fields that v1 has for what v1beta2 has in the configuration
// (Strimzi's proposal on the v1 API).
var workerFields = map[string]string{
	"groupId": "group.id", "configStorageTopic": "config.storage.topic", "offsetStorageTopic": "offset.storage.topic",
	"statusStorageTopic": "status.storage.topic", "bootstrapServers": "bootstrap.servers",
}

// workerConfig is what workers are given: the configuration without the operator's own
// keys, the fields that stand for keys, and how the operator connects.
func workerConfig(n *syntax.Node) connectConfig {
	var config connectConfig
	for _, e := range n.Entries {
		if key := workerFields[e.Key.Text]; key != "" && isSet(e.Value) {
			config = append(config, connectEntry{key: key, value: e.Value.Text, keySpan: e.Key.Span, valueSpan: e.Value.Span})
		}
	}
	if protocol := protocolEntry(n); protocol != nil {
		config = append(config, *protocol)
	}
	if settings := n.Get("config"); settings.IsMap() {
		written := slices.DeleteFunc(connectMap(settings), func(e connectEntry) bool { return ofConnect.has(e.key) })
		for i := range written {
			written[i].value = manifestScalar(settings.Get(written[i].key))
		}
		config = append(config, written...)
	}
	return config
}

// protocolEntry is the security protocol that the operator sets: by the fields tls and
// authentication (ClientTls, KafkaClientAuthentication). It is nil for PLAINTEXT, which
// nobody wrote.
func protocolEntry(n *syntax.Node) *connectEntry {
	tls, auth := n.Entry("tls"), n.At("authentication", "type")
	protocol := "PLAINTEXT"
	if tls != nil && tls.Value.IsMap() {
		protocol = "SSL"
	}
	sasl := isSet(auth) && auth.Text != "tls"
	if sasl {
		protocol = "SASL_" + protocol
	}
	switch {
	case protocol == "PLAINTEXT":
		return nil
	case sasl:
		return &connectEntry{key: "security.protocol", value: protocol, keySpan: auth.Span, valueSpan: auth.Span}
	}
	return &connectEntry{key: "security.protocol", value: protocol, keySpan: tls.Key.Span, valueSpan: tls.Key.Span}
}

// connectorFields are those of KafkaConnector that stand for keys of the connector.
var connectorFields = map[string]string{"class": "connector.class", "tasksMax": "tasks.max"}

// connector reads a KafkaConnector.
func (r *strimzi) connector() {
	config := connectorConfig(r.spec, connectorFields, r.spec.Get("config"))
	if config.last("connector.class") == nil {
		return
	}
	c := connector{config: config}
	if isSet(r.name) {
		c.name = &connectEntry{value: r.name.Text, valueSpan: r.name.Span}
	}
	component := readConnector(r.out, r.kind.Text+"/"+r.name.Str(), c)
	if label := r.cluster(); isSet(label) && isName(label.Text) {
		putFact(component, "@connect.cluster", label.Text, label.Span)
	}
}

// connectorConfig is the configuration of a connector: fields of the resource that stand
// for keys, and the settings.
func connectorConfig(spec *syntax.Node, fields map[string]string, settings *syntax.Node) connectConfig {
	var config connectConfig
	for _, e := range spec.Entries {
		if key := fields[e.Key.Text]; key != "" && isSet(e.Value) {
			config = append(config, connectEntry{key: key, value: e.Value.Text, keySpan: e.Key.Span, valueSpan: e.Value.Span})
		}
	}
	if !settings.IsMap() {
		return config
	}
	for _, e := range connectMap(settings) {
		if !slices.Contains([]string{"name", "connector.class", "tasks.max"}, e.key) { // AbstractConnectorSpec.FORBIDDEN_PARAMETERS
			e.value = manifestScalar(settings.Get(e.key))
			config = append(config, e)
		}
	}
	return config
}

// mirrorConnectors are the connectors of MirrorMaker 2 by the field that configures them.
var mirrorConnectors = []string{"sourceConnector", "checkpointConnector", "heartbeatConnector"}

// mirrorMaker reads a KafkaMirrorMaker2: its workers are those of Connect at the target
// cluster, its connectors are mirrors.
func (r *strimzi) mirrorMaker() {
	target := r.spec.Get("target")
	if !target.IsMap() {
		for _, cluster := range items(r.spec.Get("clusters")) {
			if alias := cluster.Get("alias").Str(); alias != "" && alias == r.spec.Get("connectCluster").Str() {
				target = cluster
			}
		}
	}
	if target.IsMap() {
		r.worker(target)
	}
	for _, m := range items(r.spec.Get("mirrors")) {
		for _, field := range mirrorConnectors {
			if n := m.Entry(field); n != nil && n.Value.IsMap() {
				r.mirror(m, n)
			}
		}
	}
}

// mirror reads one connector between two clusters.
func (r *strimzi) mirror(m *syntax.Node, field *syntax.Entry) {
	from, to := m.Get("sourceCluster").Str(), m.Get("targetCluster").Str()
	if source := m.At("source", "alias").Str(); source != "" {
		from, to = source, r.spec.At("target", "alias").Str()
	}
	name := from + "->" + to
	c := r.out.Component(model.Mirror, r.kind.Text+"/"+r.name.Str()+"/"+name+"/"+field.Key.Text, name, field.Key.Span)
	r.version(c, model.OfConnect, r.spec.Get("version"))
	putFact(c, "@mirror.connector", field.Key.Text, field.Key.Span)
	config := connectorConfig(field.Value, connectorFields, field.Value.Get("config"))
	if topics := m.Entry("topicsPattern"); topics != nil && isSet(topics.Value) && field.Key.Text == "sourceConnector" {
		config = append(config, connectEntry{key: "topics", value: topics.Value.Text, keySpan: topics.Key.Span, valueSpan: topics.Value.Span})
	}
	config.fill(c, model.Explicit)
	overrides(r.out, c, config)
}

// bridge reads the clients of a KafkaBridge.
func (r *strimzi) bridge() {
	for _, client := range []struct {
		field string
		kind  model.Kind
		own   operatorKeys
	}{{"producer", model.Producer, ofBridgeProducer}, {"consumer", model.Consumer, ofBridgeConsumer}} {
		n := r.spec.Get(client.field)
		if !n.Get("config").IsMap() {
			continue
		}
		c := r.out.Component(client.kind, r.kind.Text+"/"+r.name.Str()+"/"+client.field, r.name.Str(), r.spec.Entry(client.field).Key.Span)
		connection := connectConfig{}
		if servers := r.spec.Entry("bootstrapServers"); servers != nil && isSet(servers.Value) {
			connection = append(connection, connectEntry{
				key: "bootstrap.servers", value: servers.Value.Text, keySpan: servers.Key.Span, valueSpan: servers.Value.Span,
			})
		}
		if protocol := protocolEntry(r.spec); protocol != nil {
			connection = append(connection, *protocol)
		}
		connection.fill(c, model.Explicit)
		r.settings(c, n.Get("config"), client.own)
		link(c)
	}
}
