package parse

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/lazyregexp"
	"github.com/kcfglint/kcfglint/internal/model"
)

// readConnector emits a connector and the clients for which it overrides settings of the
// worker.
func readConnector(out *Output, anchor string, c connector) *model.Component {
	kind := connectorKind(c.config)
	class := c.config.last("connector.class")
	name, span := "", class.keySpan
	if c.name != nil {
		name, span = c.name.value, c.name.valueSpan
	}
	component := out.Component(kind, anchor, name, span)
	if c.open || c.config.managed() || isPlaceholder(class.value) {
		// The service adds what is not written, such as a dead letter queue; and of an
		// unknown class, nothing is known.
		component.Complete = atMost(component.Complete, model.Partial)
	}
	c.config.fill(component, model.Explicit)
	c.links(component)
	c.config.noteProviders(component)
	overrides(out, component, c.config)
	return component
}

// provided is a value that a config provider supplies (ConfigTransformer.DEFAULT_PATTERN).
// Names in capitals are variables of other tools.
var provided = lazyregexp.New(`\$\{([a-z][A-Za-z0-9_.-]*):[^-}][^}]*\}`)

// noteProviders notes which config providers the values of a connector name, where the
// first of them does.
func (c connectConfig) noteProviders(component *model.Component) {
	var names []string
	var span model.Span
	for _, e := range c {
		for _, m := range provided.FindAllStringSubmatch(e.value, -1) {
			if len(names) == 0 {
				span = e.valueSpan
			}
			if !slices.Contains(names, m[1]) {
				names = append(names, m[1])
			}
		}
	}
	if len(names) > 0 {
		putFact(component, "@config.providers", strings.Join(names, ","), span)
	}
}

// overrides emits the clients of a connector for which it overrides settings of the worker.
func overrides(out *Output, connector *model.Component, config connectConfig) {
	for _, client := range connectorClients(connector.Kind) {
		below := config.prefixed(client.prefix)
		if len(below) == 0 {
			continue
		}
		child := out.Child(connector, model.OwnerConnect, client.kind)
		// What is not overridden may be set by the worker.
		child.Complete = atMost(child.Complete, model.Partial)
		below.fill(child, model.Explicit)
		if connector.Get("@overrides") == nil {
			putFact(connector, "@overrides", client.prefix+below[0].key, below[0].keySpan)
		}
		if client.kind == model.Consumer {
			child.Links.Topics, child.Links.TopicPattern = connector.Links.Topics, connector.Links.TopicPattern
		}
		link(child)
	}
}

type connectClient struct {
	prefix string
	kind   model.Kind
}

// connectorClients are the clients that Connect makes for a connector and lets it
// override (Worker): a sink's producer and admin client serve its dead letter queue.
func connectorClients(kind model.Kind) []connectClient {
	producer := connectClient{"producer.override.", model.Producer}
	admin := connectClient{"admin.override.", model.Admin}
	if kind == model.SinkConnector {
		return []connectClient{{"consumer.override.", model.Consumer}, producer, admin}
	}
	return []connectClient{producer, admin}
}

// connectorKind tells sinks from sources: by the class, which says so in its name or is
// known, else by the topics that only a sink is told to read.
func connectorKind(config connectConfig) model.Kind {
	class := config.last("connector.class").value
	if isPlaceholder(class) {
		class = ""
	}
	topics := config.last("topics")
	simple := strings.ToLower(class[strings.LastIndexByte(class, '.')+1:])
	sink, source := strings.LastIndex(simple, "sink"), strings.LastIndex(simple, "source")
	switch {
	case sink > source:
		return model.SinkConnector
	case source > sink:
		return model.SourceConnector
	case slices.ContainsFunc(sourcePackages, func(p string) bool { return strings.HasPrefix(class, p) }):
		return model.SourceConnector
	case topics != nil && topics.value != "", config.has("topics.regex"):
		return model.SinkConnector
	}
	return model.SourceConnector
}

// sourcePackages hold sources whose class names do not say so.
var sourcePackages = []string{"io.debezium.connector.", "org.apache.kafka.connect.mirror.", "io.confluent.kafka.connect.datagen."}

// managed reports whether a connector runs in Confluent Cloud, which takes credentials
// for its own cluster where other connectors have none.
func (c connectConfig) managed() bool {
	return c.has("kafka.auth.mode") || c.has("kafka.api.key") || c.has("kafka.service.account.id")
}

// links names the topics and the group of a connector. Connect calls the group of a sink
// "connect-" and the connector's name (SinkUtils.consumerGroupId).
func (c connector) links(component *model.Component) {
	literal := func(key string) string {
		if e := c.config.last(key); e != nil && isName(e.value) {
			return strings.TrimSpace(e.value)
		}
		return ""
	}
	if component.Kind == model.SourceConnector {
		topic := literal("kafka.topic")
		if topic == "" && fileSource.MatchString(literal("connector.class")) {
			topic = literal("topic")
		}
		if topic != "" {
			component.Links.Topics = []string{topic}
		}
		return
	}
	if topics := c.config.last("topics"); topics != nil {
		for _, topic := range strings.Split(topics.value, ",") {
			if topic = strings.TrimSpace(topic); isName(topic) {
				component.Links.Topics = append(component.Links.Topics, topic)
			}
		}
	}
	component.Links.TopicPattern = literal("topics.regex")
	switch group := literal("consumer.override.group.id"); {
	case group != "":
		component.Links.Group = group
	case c.config.has("consumer.override.group.id"):
	case c.name != nil && isName(c.name.value):
		component.Links.Group = "connect-" + c.name.value
	}
}

// fileSource are the connectors that read files and write to the one topic that they name:
// Kafka's FileStreamSource, SpoolDir, FilePulse.
var fileSource = lazyregexp.New(`^((org\.apache\.kafka\.connect\.file\.)?FileStreamSource(Connector)?|` +
	`com\.github\.jcustenborder\.kafka\.connect\.spooldir\.\w+|io\.streamthoughts\.kafka\.connect\.filepulse\.source\.FilePulseSourceConnector)$`)

// storageTopics are the topics in which the workers of a group keep their state.
var storageTopics = []string{"config.storage.topic", "offset.storage.topic", "status.storage.topic"}

// isWorker reports whether this is the configuration of a worker: distributed ones name
// their storage topics, a standalone one the file of its offsets. MirrorMaker's own file
// has arrows and clusters in it.
func (c connectConfig) isWorker() bool {
	topics := 0
	for _, key := range storageTopics {
		if c.has(key) {
			topics++
		}
	}
	if slices.ContainsFunc(c, func(e connectEntry) bool { return strings.Contains(e.key, "->") }) || c.has("clusters") {
		return false
	}
	return topics > 1 || topics > 0 && c.has("key.converter") ||
		c.has("offset.storage.file.filename") && (c.has("key.converter") || c.has("bootstrap.servers"))
}

func (c connectConfig) wholeWorker() bool {
	return c.has("bootstrap.servers", "key.converter", "value.converter") &&
		(c.has("offset.storage.file.filename") || c.has("group.id") && c.has(storageTopics...))
}

// workerClients are the clients of a worker that have settings of their own. They share
// nothing with the worker but its bootstrap servers (Worker.baseProducerConfigs).
var workerClients = []connectClient{
	{"producer.", model.Producer}, {"consumer.", model.Consumer}, {"admin.", model.Admin},
}

func readWorker(d *Document, out *Output, config connectConfig) {
	name, _, _ := strings.Cut(d.Base(), ".")
	span := config[0].keySpan
	if group := config.last("group.id"); group != nil {
		span = group.keySpan
		if isName(group.value) {
			name = group.value
		}
	}
	worker := out.Component(model.ConnectWorker, "", name, span)
	if !config.wholeWorker() {
		worker.Complete = atMost(worker.Complete, model.Partial)
	}
	fillWorker(out, worker, config)
}

// fillWorker puts the settings into a worker and emits its clients.
func fillWorker(out *Output, worker *model.Component, config connectConfig) {
	config.fill(worker, model.Explicit)
	link(worker)
	for _, key := range storageTopics {
		if e := config.last(key); e != nil && isName(e.value) {
			worker.Links.InternalTopics = append(worker.Links.InternalTopics, strings.TrimSpace(e.value))
		}
	}
	for _, client := range workerClients {
		below := config.prefixed(client.prefix)
		if len(below) == 0 {
			continue
		}
		child := out.Child(worker, model.OwnerConnect, client.kind)
		if servers := config.last("bootstrap.servers"); servers != nil {
			connectConfig{*servers}.fill(child, model.Inherited)
		}
		below.fill(child, model.Explicit)
		link(child)
	}
}
