package parse

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/parse/syntax"
)

// librdkafkaOnly are keys that only librdkafka has.
var librdkafkaOnly = []string{"metadata.broker.list", "request.required.acks", "sasl.mechanisms", "sasl.username",
	"sasl.password", "message.send.max.retries", "queue.buffering.max.ms", "queue.buffering.max.messages",
	"enable.auto.offset.store", "ssl.ca.location", "enable.ssl.certificate.verification", "broker.address.family"}

// scalaOnly are keys that only the clients in Scala had, which left with Kafka 2.0. They
// share names with librdkafka and brokers, and mean something else by them.
var scalaOnly = []string{"producer.type", "serializer.class", "key.serializer.class", "compressed.topics",
	"queue.enqueue.timeout.ms", "offsets.storage", "dual.commit.enabled", "consumer.timeout.ms"}

// ofScalaClient reports whether keys, with or without a prefix, are for a client in Scala.
func ofScalaClient(pairs []syntax.Pair) bool {
	scala := false
	for _, p := range pairs {
		if isOrEnds(p.Key, "bootstrap.servers") {
			return false // which they did not know
		}
		scala = scala || slices.ContainsFunc(scalaOnly, func(key string) bool { return isOrEnds(p.Key, key) })
	}
	return scala
}

// isOrEnds reports whether a name is a key, or one behind a prefix.
func isOrEnds(name, key string) bool {
	rest, ok := strings.CutSuffix(name, key)
	return ok && (rest == "" || strings.HasSuffix(rest, "."))
}

// clientOf returns the client whose names the keys are.
func clientOf(pairs []syntax.Pair) string {
	librdkafka := false
	for _, p := range pairs {
		if strings.HasSuffix(p.Key, "sasl.jaas.config") || strings.HasSuffix(p.Key, ".serializer") ||
			strings.HasSuffix(p.Key, ".deserializer") || strings.Contains(p.Key, "store.location") {
			return model.ClientJava
		}
		librdkafka = librdkafka || slices.Contains(librdkafkaOnly, p.Key)
	}
	if librdkafka {
		return "librdkafka"
	}
	return model.ClientJava
}
