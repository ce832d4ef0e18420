package parse

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// kafkaConnector is the kind of a table's Kafka connector.
type kafkaConnector int

const (
	notKafka kafkaConnector = iota
	kafka                   // KafkaDynamicTableFactory
	upsertKafka
	legacyKafka // on FlinkKafkaConsumer and FlinkKafkaProducer
)

// kafkaFamily returns the kind of a connector. Vendors have the same one under names of
// their own.
func kafkaFamily(connector string) kafkaConnector {
	switch connector {
	case "kafka", "kafka-inlong", "ververica-kafka":
		return kafka
	case "upsert-kafka", "upsert-kafka-inlong":
		return upsertKafka
	}
	if strings.HasPrefix(connector, "kafka-0.") {
		return legacyKafka
	}
	return notKafka
}

// kafkaTable is a table in Kafka, of which Flink makes clients.
type kafkaTable struct {
	out          *Output
	table        *model.Component
	family       kafkaConnector
	source, sink bool
	// again marks a further use of a table, by another job or with hints, the changes. The
	// table has its group and prefix once, and its topics unless hints are what makes the
	// difference; what hints change is a link of this use.
	again   bool
	changes []syntax.Pair
}

func newKafkaTable(out *Output, table *model.Component, uses []sqlUse) *kafkaTable {
	k := &kafkaTable{out: out, table: table, family: kafkaFamily(optionText(table, "connector"))}
	if optionText(table, "connector.type") == "kafka" {
		k.family = legacyKafka
	}
	if k.source, k.sink = roles(uses); len(uses) == 0 {
		k.source, k.sink = k.meant()
	}
	return k
}

// optionText returns the known text of a table's option, "" if there is none.
func optionText(c *model.Component, key string) string {
	text, _ := c.Value(key)
	return text
}

// meant tells from its options what a table is for that no query in view uses: scan.*
// makes a source of it and sink.* a sink. Where neither is written, so does what only one
// of Kafka's clients has; beside the other it may be copied along. A table that shows
// nothing has no clients: findings about either would be guesses.
func (k *kafkaTable) meant() (source, sink bool) {
	var reads, writes bool
	for _, s := range k.table.Settings {
		source = source || strings.HasPrefix(s.Key, "scan.")
		sink = sink || strings.HasPrefix(s.Key, "sink.")
		if key, ok := clientKey(s); ok {
			consumer, producer := has(model.Consumer, key), has(model.Producer, key)
			reads, writes = reads || consumer && !producer, writes || producer && !consumer
		}
	}
	if !source && !sink {
		return reads, writes
	}
	return source, sink
}

// clientKey returns the key of Kafka's client that an option of a table sets.
func clientKey(s model.Setting) (string, bool) {
	key, ok := strings.CutPrefix(s.Key, "properties.")
	return key, ok && !flinkSourceKeys[key]
}

// flinkSourceKeys are the properties that Flink's own source and sink read
// (KafkaSourceOptions, KafkaWriter), which are no keys of Kafka's clients.
var flinkSourceKeys = map[string]bool{
	"partition.discovery.interval.ms": true, "commit.offsets.on.checkpoint": true, "register.consumer.metrics": true,
	"client.id.prefix": true, "register.producer.metrics": true, "flink.disable-metrics": true,
}

func (k *kafkaTable) emit() {
	if k.family == notKafka {
		return
	}
	k.table.Links.Cluster = clusterName(k.literal("properties.bootstrap.servers"))
	exactlyOnce := k.exactlyOnce()
	if k.source {
		c := k.child(model.Consumer)
		k.offsetReset(c)
	}
	if k.sink {
		c := k.child(model.Producer)
		if exactlyOnce != nil {
			putFact(c, "@transactional", "true", exactlyOnce.ValueSpan)
			putFact(k.table, "@transactional", "true", exactlyOnce.ValueSpan)
			k.table.Links.TransactionalPrefix = k.literal("sink.transactional-id-prefix")
		}
	}
	if !k.source && !k.sink {
		k.topics(k.table)
	}
	if k.again && !k.changed("sink.transactional-id-prefix") {
		k.table.Links.TransactionalPrefix = ""
	}
}

func (k *kafkaTable) changed(key string) bool {
	return slices.ContainsFunc(k.changes, func(p syntax.Pair) bool { return p.Key == key })
}

// exactlyOnce returns the setting by which a sink writes in transactions, or nil.
func (k *kafkaTable) exactlyOnce() *model.Setting {
	for _, key := range []string{"sink.delivery-guarantee", "sink.semantic"} {
		if s := k.table.Get(key); s != nil && s.State != model.Unknown && enumText(s.Value) == "exactly-once" {
			return s
		}
	}
	return nil
}

// enumText evens out the spellings that Flink takes for a value of an enumeration.
func enumText(value string) string {
	return strings.ToLower(strings.ReplaceAll(strings.TrimSpace(value), "_", "-"))
}

// literal returns the text of an option that is known for certain.
func (k *kafkaTable) literal(key string) string {
	s := k.table.Get(key)
	if s == nil || s.State == model.Unknown || s.Secret != nil || s.FromDefault || isPlaceholder(s.Value) {
		return ""
	}
	return strings.TrimSpace(s.Value)
}

// child makes the client of a table: what is written as properties.<key>, where it
// concerns that client. Tables that serve as both have the keys of both in one place.
func (k *kafkaTable) child(kind model.Kind) *model.Component {
	c := k.out.Child(k.table, model.OwnerFlink, kind)
	other := model.Producer
	if kind == model.Producer {
		other = model.Consumer
	}
	for _, s := range k.properties() {
		key := catalog.Canonical(model.ClientJava, kind, s.Key)
		known, elsewhere := has(kind, key), has(other, s.Key)
		if !known && (elsewhere || kind == model.Producer && k.source) {
			continue
		}
		s.Key = key
		c.Add(s)
	}
	k.topics(c)
	link(c)
	if k.again && !k.changed("properties.group.id") {
		c.Links.Group = ""
	}
	return c
}

// properties returns the settings of the table that are handed to Kafka's client.
func (k *kafkaTable) properties() []model.Setting {
	var found []model.Setting
	for _, s := range k.table.Settings {
		if key, ok := clientKey(s); ok {
			s.Key = key
			found = append(found, s)
		}
	}
	return found
}

// topics fills in the topics: a list with semicolons, or a pattern.
func (k *kafkaTable) topics(c *model.Component) {
	c.Links.Cluster = k.table.Links.Cluster
	if len(k.changes) > 0 && !k.changed("topic") && !k.changed("topic-pattern") {
		return
	}
	for _, topic := range strings.Split(k.literal("topic"), ";") {
		topic = strings.Trim(strings.TrimSpace(topic), `'"`)
		if topic != "" && !slices.Contains(c.Links.Topics, topic) {
			c.Links.Topics = append(c.Links.Topics, topic)
		}
	}
	c.Links.TopicPattern = k.literal("topic-pattern")
}

// offsetReset puts in the auto.offset.reset that the source forces for its whole life,
// not only at the start (KafkaSourceBuilder, the OffsetsInitializers). In the mode
// group-offsets, which is the default, it is what is written, else none
// (KafkaDynamicSource). An upsert-kafka source always begins at the earliest offset. The
// old consumer left the key alone.
func (k *kafkaTable) offsetReset(c *model.Component) {
	const key = "auto.offset.reset"
	mode := k.table.Get("scan.startup.mode")
	forced := model.Setting{Key: key, Written: key, State: model.Forced}
	switch {
	case k.family == legacyKafka:
		return
	case k.family == upsertKafka:
		forced.Value = "earliest"
		if connector := k.table.Get("connector"); connector != nil {
			forced.Written, forced.KeySpan, forced.ValueSpan = connector.Written, connector.KeySpan, connector.ValueSpan
		}
		c.Add(forced)
		return
	case mode == nil && k.table.Complete != model.Full:
		return // the mode may stand where we do not see it
	case mode != nil:
		forced.Written, forced.KeySpan, forced.ValueSpan, forced.FromDefault = mode.Written, mode.KeySpan, mode.ValueSpan, mode.FromDefault
	}
	switch text := k.startup(mode); text {
	case "group-offsets":
		if c.Get(key) != nil || k.table.Complete != model.Full {
			return
		}
		forced.Value = "none"
	case "earliest-offset", "specific-offsets":
		forced.Value = "earliest"
	case "latest-offset", "timestamp":
		forced.Value = "latest"
	case "":
		forced.State = model.Unknown
	default:
		return // refused at start
	}
	c.Add(forced)
}

// startup returns the startup mode, "" if it is not known.
func (k *kafkaTable) startup(mode *model.Setting) string {
	switch {
	case mode == nil:
		return "group-offsets"
	case mode.State == model.Unknown:
		return ""
	}
	return enumText(mode.Value)
}
