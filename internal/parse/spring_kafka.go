package parse

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
)

// springTypedKey is a typed property of KafkaProperties and the Kafka key that it sets.
type springTypedKey struct {
	name string // as Spring documents it: "auto-offset-reset"
	key  string
	// text: an empty text is a value. Elsewhere it binds to null, as if nothing stood there.
	text bool
}

// springRole is a client of KafkaProperties (read in Spring Boot 2.5 to 4.1).
type springRole struct {
	kind model.Kind
	name string // below spring.kafka
	keys []springTypedKey
	// also are the groups of properties that say that the application has such a client.
	also []string
	// always are the keys that Spring Boot sets even if nothing is written for the role:
	// what spring.kafka.properties says of them is overwritten.
	always map[string]string
}

var springCommonKeys = []springTypedKey{
	{name: "bootstrap-servers", key: "bootstrap.servers", text: true},
	{name: "client-id", key: "client.id", text: true},
}

var springSSLKeys = []springTypedKey{
	{name: "key-password", key: "ssl.key.password", text: true},
	{name: "key-store-certificate-chain", key: "ssl.keystore.certificate.chain", text: true}, // PEM: from Spring Boot 2.6 on
	{name: "key-store-key", key: "ssl.keystore.key", text: true},
	{name: "key-store-location", key: "ssl.keystore.location"},
	{name: "key-store-password", key: "ssl.keystore.password", text: true},
	{name: "key-store-type", key: "ssl.keystore.type", text: true},
	{name: "trust-store-certificates", key: "ssl.truststore.certificates", text: true},
	{name: "trust-store-location", key: "ssl.truststore.location"},
	{name: "trust-store-password", key: "ssl.truststore.password", text: true},
	{name: "trust-store-type", key: "ssl.truststore.type", text: true},
	{name: "protocol", key: "ssl.protocol", text: true},
}

var springSecurityKeys = []springTypedKey{{name: "protocol", key: "security.protocol", text: true}}

var (
	springConsumer = springRole{
		kind: model.Consumer, name: "consumer", also: []string{"listener"},
		keys: append(slices.Clone(springCommonKeys), []springTypedKey{
			{name: "auto-commit-interval", key: "auto.commit.interval.ms"},
			{name: "auto-offset-reset", key: "auto.offset.reset", text: true},
			{name: "enable-auto-commit", key: "enable.auto.commit"},
			{name: "fetch-max-wait", key: "fetch.max.wait.ms"},
			{name: "fetch-min-size", key: "fetch.min.bytes"},
			{name: "group-id", key: "group.id", text: true},
			{name: "heartbeat-interval", key: "heartbeat.interval.ms"},
			{name: "isolation-level", key: "isolation.level"},
			{name: "key-deserializer", key: "key.deserializer"},
			{name: "value-deserializer", key: "value.deserializer"},
			{name: "max-poll-records", key: "max.poll.records"},
			{name: "max-poll-interval", key: "max.poll.interval.ms"}, // from Spring Boot 3.5 on
		}...),
		always: map[string]string{
			"isolation.level":    "read_uncommitted",
			"key.deserializer":   "org.apache.kafka.common.serialization.StringDeserializer",
			"value.deserializer": "org.apache.kafka.common.serialization.StringDeserializer",
		},
	}
	springProducer = springRole{
		kind: model.Producer, name: "producer", also: []string{"template"},
		keys: append(slices.Clone(springCommonKeys), []springTypedKey{
			{name: "acks", key: "acks", text: true},
			{name: "batch-size", key: "batch.size"},
			{name: "buffer-memory", key: "buffer.memory"},
			{name: "compression-type", key: "compression.type", text: true},
			{name: "key-serializer", key: "key.serializer"},
			{name: "value-serializer", key: "value.serializer"},
			{name: "retries", key: "retries"},
		}...),
		always: map[string]string{
			"key.serializer":   "org.apache.kafka.common.serialization.StringSerializer",
			"value.serializer": "org.apache.kafka.common.serialization.StringSerializer",
		},
	}
	springStreams = springRole{
		kind: model.Streams, name: "streams",
		keys: append(slices.Clone(springCommonKeys), []springTypedKey{
			{name: "application-id", key: "application.id", text: true},
			{name: "cache-max-size-buffering", key: "cache.max.bytes.buffering"},    // up to Spring Boot 3.2
			{name: "state-store-cache-max-size", key: "statestore.cache.max.bytes"}, // from 3.1 on
			{name: "replication-factor", key: "replication.factor"},
			{name: "state-dir", key: "state.dir", text: true},
		}...),
	}
	springAdmin = springRole{
		kind: model.Admin, name: "admin", keys: []springTypedKey{{name: "client-id", key: "client.id", text: true}},
	}
)

// readKafka emits the clients of spring.kafka. bound says that Spring Cloud Stream's
// bindings already show what is common to all.
func (a *springApp) readKafka(bound bool) {
	kafka := a.env.at("spring", "kafka")
	if len(kafka) == 0 {
		return
	}
	found := bound
	for _, role := range []springRole{springConsumer, springProducer, springStreams, springAdmin} {
		if section := role.section(kafka); len(section) > 0 {
			found = true
			a.client(role, kafka, section)
		} else if role.hasLiteral(kafka) {
			found = true
			a.partial(role, kafka, kafka.at("properties"))
		}
	}
	if found || !hasCommon(kafka) {
		return
	}
	// Nothing but what all clients share: which ones there are is said elsewhere, in
	// code or in the file of a profile.
	for _, role := range []springRole{springConsumer, springProducer} {
		a.partial(role, kafka, kafka)
	}
}

func (a *springApp) partial(role springRole, kafka, section springScope) {
	c := a.client(role, kafka, section)
	c.Complete = atMost(c.Complete, model.Partial)
}

func (a *springApp) client(role springRole, kafka, section springScope) *model.Component {
	c := a.component(role.kind, "spring/"+role.name, section.heading())
	f := springFiller{component: c}
	f.role(role, kafka, a.env)
	f.unread(role, kafka)
	switch role.kind {
	case model.Consumer:
		f.ackMode(kafka.at("listener").value("ack-mode"))
	case model.Producer:
		f.transactionPrefix(kafka.at("producer").value("transaction-id-prefix"))
		if topic := kafka.at("template").last("default-topic"); topic != nil && isName(topic.value) {
			c.Links.Topics = []string{topic.value}
		}
	}
	a.finish(c)
	if role.kind == model.Streams {
		streamsClients(a.out, c)
	}
	return c
}

// isName reports whether a text is the name of something: not empty and no placeholder.
func isName(text string) bool { return strings.TrimSpace(text) != "" && !isPlaceholder(text) }

// section returns what a file says of a role: nothing if it only has keys of its own
// invention below that name.
func (r springRole) section(kafka springScope) springScope {
	own := kafka.at(r.name)
	for _, k := range append(slices.Clone(r.keys), springTypedKey{name: "transaction-id-prefix"}) {
		if len(own.value(k.name)) > 0 {
			return own
		}
	}
	if len(own.at("properties"))+len(own.at("ssl"))+len(own.at("security")) > 0 {
		return own
	}
	for _, name := range r.also {
		if other := kafka.at(name); len(other) > 0 {
			return append(slices.Clip(own), other...)
		}
	}
	return nil
}

// hasLiteral reports whether spring.kafka.properties has a key that only clients of
// this kind have.
func (r springRole) hasLiteral(kafka springScope) bool {
	if r.kind == model.Streams || r.kind == model.Admin {
		return false
	}
	return slices.ContainsFunc(kafka.at("properties").literal(), func(p springProperty) bool {
		return has(r.kind, p.name[0].text) && !has(springOther(r.kind), p.name[0].text)
	})
}

func hasCommon(kafka springScope) bool {
	if len(kafka.at("properties"))+len(kafka.at("ssl"))+len(kafka.at("security"))+len(kafka.at("jaas")) > 0 {
		return true
	}
	return slices.ContainsFunc(springCommonKeys, func(k springTypedKey) bool { return len(kafka.value(k.name)) > 0 })
}

func has(kind model.Kind, key string) bool { return catalog.Lookup(model.ClientJava, kind, key) != nil }

func springOther(kind model.Kind) model.Kind {
	if kind == model.Producer {
		return model.Consumer
	}
	return model.Producer
}

// springFiller puts properties into a component.
type springFiller struct {
	component *model.Component
	ignore    func(key, value string) bool // nil ignores nothing
}

// role puts in what Spring Boot hands to a client of that role, in its order of
// precedence (KafkaProperties.build*Properties): what is common to all, then the role's
// own; typed keys first, then the literal ones. Typed bootstrap servers (from Spring Boot
// 3.1 on) and a typed protocol (from 3.5 on) are set once more at the end and win
// (KafkaAutoConfiguration.applyKafkaConnectionDetails*).
func (f springFiller) role(r springRole, kafka, env springScope) {
	own := kafka.at(r.name)
	common := f.shared(r.kind, kafka.at("properties").literal())
	literal := own.at("properties").literal()
	typed := map[string]bool{
		"bootstrap.servers": len(kafka.value("bootstrap-servers"))+len(own.value("bootstrap-servers")) > 0,
		"security.protocol": len(kafka.at("security").value("protocol"))+len(own.at("security").value("protocol")) > 0,
	}
	f.literal(slices.Concat(common, literal), func(key string) bool { return typed[key] })

	if r.kind == model.Streams {
		f.applicationName(env)
	}
	f.typed(kafka, springCommonKeys)
	f.security(kafka)
	f.literal(common, func(key string) bool { return !typed[key] })
	f.typed(own, r.keys)
	f.security(own)
	f.literal(literal, func(key string) bool { return !typed[key] })
	f.overwritten(r, common)
	f.jaas(kafka.at("jaas"))
}

// shared leaves out of what all clients share the keys that only another kind has: the
// client ignores them.
func (f springFiller) shared(kind model.Kind, entries []springProperty) []springProperty {
	if kind == model.Streams {
		return entries
	}
	return slices.DeleteFunc(entries, func(p springProperty) bool {
		key := p.name[0].text
		return !has(kind, key) && (has(springOther(kind), key) || kind == model.Admin && has(model.Consumer, key))
	})
}

// applicationName gives Streams the name of the application, which counts if there is
// no application id (KafkaStreamsAnnotationDrivenConfiguration).
func (f springFiller) applicationName(env springScope) {
	for _, p := range env.at("spring", "application").value("name") {
		f.put("application.id", p, model.Inherited, model.Spring)
	}
}

// overwritten notes the keys that the role's typed properties set to Spring Boot's own
// defaults although spring.kafka.properties has them.
func (f springFiller) overwritten(r springRole, common []springProperty) {
	for _, p := range common {
		key := p.name[0].text
		value, ok := r.always[key]
		if s := f.component.Get(key); ok && s.State != model.Forced && s.KeySpan == p.keySpan {
			f.component.Add(model.Setting{Key: key, Value: value, State: model.Forced})
		}
	}
}

func (f springFiller) security(s springScope) {
	ssl := s.at("ssl")
	if bundle := ssl.value("bundle"); len(bundle) > 0 && bundle[len(bundle)-1].value != "" {
		// A bundle takes the place of the typed keys (KafkaProperties.Ssl).
		f.fact("@ssl.bundle", bundle)
	} else {
		f.typed(ssl, springSSLKeys)
	}
	f.typed(s.at("security"), springSecurityKeys)
}

// jaas notes the password of the JVM-wide login that spring.kafka.jaas configures.
func (f springFiller) jaas(s springScope) {
	for _, p := range s.at("options").literal() {
		if catalog.IsSecret(p.name[0].text) {
			f.put("@jaas.options."+p.name[0].text, p, model.Explicit, model.Kafka)
		}
	}
}

// typed puts in typed keys. One whose last word is empty counts as not written.
func (f springFiller) typed(s springScope, keys []springTypedKey) {
	for _, k := range keys {
		found := s.value(k.name)
		if len(found) == 0 || !k.text && found[len(found)-1].value == "" {
			continue
		}
		for _, p := range found {
			state := model.Explicit
			if def, ok := placeholderDefault(p.value, false); ok && def == "" && !k.text {
				state = model.Unknown
			}
			f.put(k.key, p, state, model.Spring)
		}
	}
}

func (f springFiller) literal(entries []springProperty, keep func(key string) bool) {
	for _, p := range entries {
		if key := p.name[0].text; keep(key) && !strings.HasPrefix(key, "@") {
			f.put(key, p, model.Explicit, model.Kafka)
		}
	}
}

func (f springFiller) put(key string, p springProperty, state model.State, n model.Notation) {
	if f.ignore != nil && f.ignore(key, p.value) {
		return
	}
	put(f.component, model.Setting{
		Key: catalog.Canonical(f.component.Client, f.component.Kind, key), Written: p.written, Value: p.value,
		KeySpan: p.keySpan, ValueSpan: p.valueSpan, State: state, Notation: n,
	})
}

// fact notes the effective occurrence of something that is no Kafka key.
func (f springFiller) fact(name string, found []springProperty) {
	if len(found) > 0 {
		f.put(name, found[len(found)-1], model.Explicit, model.Kafka)
	}
}

// ackModes are the constants of ContainerProperties.AckMode.
var ackModes = []string{"RECORD", "BATCH", "TIME", "COUNT", "COUNT_TIME", "MANUAL", "MANUAL_IMMEDIATE"}

func (f springFiller) ackMode(found []springProperty) {
	if len(found) == 0 {
		return
	}
	p := found[len(found)-1]
	for _, mode := range ackModes {
		if springUniform(mode) == springUniform(p.value) {
			p.value = mode
		}
	}
	f.put("@listener.ack-mode", p, model.Explicit, model.Spring)
}

func (f springFiller) transactionPrefix(found []springProperty) {
	if len(found) == 0 || found[len(found)-1].value == "" {
		return
	}
	f.fact("@spring.transaction-id-prefix", found)
	if f.component.Get("enable.idempotence") == nil {
		// DefaultKafkaProducerFactory.setTransactionIdPrefix puts it in.
		f.component.Add(model.Setting{Key: "enable.idempotence", Value: "true", State: model.Default})
	}
	if prefix := found[len(found)-1].value; isName(prefix) {
		f.component.Links.TransactionalPrefix = prefix
	}
}
