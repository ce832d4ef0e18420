package resolve

import (
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
)

// unknownToConnector judges a key of a connector that is none of Connect's own. Most of
// them are the plugin's. What only Kafka's clients have is meant for the client that Connect
// makes, and reaches it only behind a prefix (Worker, connectorClientConfigOverrides).
func (j judged) unknownToConnector() (Issue, bool) {
	if ownClients(j.c) {
		return Issue{}, false
	}
	kind := model.Producer
	if j.c.Kind == model.SinkConnector {
		kind = model.Consumer
	}
	key, prefix := j.s.Key, string(kind)+"."
	if rest, ok := strings.CutPrefix(key, prefix); ok {
		if !strings.HasPrefix(rest, "override.") && catalog.Lookup(model.ClientJava, kind, rest) != nil {
			return j.suggest(prefix + "override." + rest), j.c.Get(prefix+"override."+rest) == nil
		}
		return Issue{}, false
	}
	if slices.Contains(unmistakable[kind], key) {
		return j.suggest(prefix + "override." + key), j.c.Get(prefix+"override."+key) == nil
	}
	if !strings.HasPrefix(key, "errors.") && !strings.HasPrefix(key, "tasks.") && !strings.Contains(key, "converter") {
		return Issue{}, false
	}
	return j.misspelt(names(model.ClientJava, j.c.Kind))
}

// ownClients reports whether a connector has keys of its own for Kafka's clients: it makes
// some itself, or runs in Confluent Cloud, which takes what one may set without a prefix.
func ownClients(c *model.Component) bool {
	class, _ := c.Value("connector.class")
	class = strings.ToLower(class)
	for _, key := range []string{"kafka.auth.mode", "kafka.api.key", "kafka.service.account.id"} {
		if c.Get(key) != nil {
			return true
		}
	}
	return class == "" || slices.ContainsFunc([]string{"mirror", "replicator", "kafka.connect.kafka", "mirus", "kafkasource", "kafkasink"},
		func(word string) bool { return strings.Contains(class, word) })
}

// unmistakable are keys of Kafka's clients that no connector has as its own.
var unmistakable = map[model.Kind][]string{
	model.Consumer: {
		"auto.offset.reset", "enable.auto.commit", "fetch.max.bytes", "fetch.max.wait.ms", "fetch.min.bytes", "group.instance.id",
		"heartbeat.interval.ms", "isolation.level", "max.partition.fetch.bytes", "max.poll.interval.ms", "max.poll.records",
		"partition.assignment.strategy", "session.timeout.ms",
	},
	model.Producer: {
		"buffer.memory", "delivery.timeout.ms", "enable.idempotence", "linger.ms", "max.block.ms",
		"max.in.flight.requests.per.connection", "max.request.size", "transactional.id",
	},
}
