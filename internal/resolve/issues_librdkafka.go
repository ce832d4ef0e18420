package resolve

import (
	"slices"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
)

// javaOnly are keys of the Java clients that librdkafka lists to refuse them (_RK_C_INVALID
// in rdkafka_conf.c), with the key that does their work.
var javaOnly = map[string]string{"sasl.jaas.config": "sasl.username", "ssl.truststore.location": "ssl.ca.location"}

// bindings are keys that confluent-kafka-python takes for itself (SerializingProducer and
// DeserializingConsumer) before librdkafka sees the configuration.
var bindings = []string{"key.serializer", "value.serializer", "key.deserializer", "value.deserializer"}

// unknownToLibrdkafka judges a key that librdkafka does not have for this kind of client. A
// producer takes the keys of a consumer and the other way round, with a line in the log
// (rd_kafka_anyconf_warn_deprecated).
func (j judged) unknownToLibrdkafka() (Issue, bool) {
	if name := javaOnly[j.s.Key]; name != "" {
		return j.suggest(name), true
	}
	kinds := []model.Kind{model.Producer, model.Consumer}
	if slices.ContainsFunc(kinds, func(k model.Kind) bool { return catalog.Lookup(catalog.Librdkafka, k, j.s.Key) != nil }) {
		return Issue{}, false
	}
	if slices.ContainsFunc(kinds, func(k model.Kind) bool { return catalog.Lookup(model.ClientJava, k, j.s.Key) != nil }) {
		return Issue{OtherClient, map[string]any{"refused": true}}, !slices.Contains(bindings, j.s.Key)
	}
	name, ok := nearest(j.s.Key, names(catalog.Librdkafka, kinds...))
	if !ok {
		return Issue{}, false
	}
	return j.suggest(name), true
}

// javasName judges a key that librdkafka has under another name only, when it is written
// as the Java clients call it.
func (j judged) javasName() (Issue, bool) {
	k := j.entry
	if j.c.Client != catalog.Librdkafka || j.s.Written != k.Name || k.Named(k.Name, j.version) {
		return Issue{}, false
	}
	for _, alias := range k.Aliases {
		if k.Named(alias, j.version) {
			return Issue{UnknownKey, map[string]any{"suggestion": alias, "refused": true}}, !j.assumed || k.NamedSince(k.Name) == nil
		}
	}
	return Issue{}, false
}
