package resolve

import (
	"iter"
	"slices"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
)

// unknown judges a key that nothing of the component's kind has. Serializers, interceptors,
// plugins and the application itself take keys of their own from the same place, so that a
// name is reported only if it shows what is meant by it.
func (j judged) unknown() (Issue, bool) {
	key := j.s.Key
	if key == "" || len(j.c.Settings) > maxSettings || len(key) > longest || key[0] == '_' || !wellKnown(j.c.Client, j.c.Kind) {
		return Issue{}, false
	}
	switch j.c.Kind {
	case model.SourceConnector, model.SinkConnector:
		return j.unknownToConnector()
	case model.FlinkTable:
		return j.unknownToTable()
	case model.FlinkCDC:
		return j.unknownToPipeline()
	case model.FlinkCluster, model.FlinkJob:
		if key == "query.server.port" {
			return Issue{}, false // Flink's own images write it (docker-entrypoint.sh), to no effect
		}
		if issue, ok := j.misspelt(names(catalog.Flink, model.FlinkCluster)); ok {
			return issue, true
		}
		return j.shortened(names(catalog.Flink, model.FlinkCluster))
	}
	if j.c.Client == catalog.Librdkafka {
		return j.unknownToLibrdkafka()
	}
	issue, ok := j.unknownToKafka()
	return issue, ok && !j.outside()
}

// unknownToKafka judges a key of one of Kafka's own programs.
func (j judged) unknownToKafka() (Issue, bool) {
	key := j.s.Key
	if name, ok := strings.CutPrefix(key, "client."); ok && catalog.Lookup(j.c.Client, j.c.Kind, name) != nil {
		return Issue{}, false // what reads the file hands it on to all its clients, as REST proxies do
	}
	if role, ok := j.otherRole(); ok {
		return Issue{WrongRole, role}, true
	}
	if name, ok := strings.CutPrefix(key, "cfg."); ok && j.s.Written == "KAFKA_CFG_"+strings.ToUpper(strings.ReplaceAll(name, ".", "_")) {
		// Bitnami's prefix under another image.
		return j.suggest(name), catalog.Lookup(j.c.Client, j.c.Kind, name) != nil && j.c.Get(name) == nil
	}
	if j.c.Client == model.ClientJava {
		if name := scalaNames[key]; name != "" && catalog.Lookup(j.c.Client, j.c.Kind, name) != nil {
			return j.suggest(name), j.c.Get(name) == nil
		}
	}
	return j.misspelt(j.candidates())
}

// wellKnown reports whether the catalog has every key of a kind. Of most clients it has only
// those that decide what may be lost.
func wellKnown(client string, kind model.Kind) bool {
	switch kind {
	case model.FlinkCluster, model.FlinkJob, model.FlinkTable, model.FlinkCDC:
		return true
	case model.FlinkSnapshot, model.Shipper:
		return false
	}
	return client == model.ClientJava || client == catalog.Librdkafka
}

// outside reports whether a key of a flat file stands without a prefix where all that Kafka
// knows is behind one: it is of the program that reads the file.
func (j judged) outside() bool {
	if j.c.Dialect != "properties" || j.s.Written != j.s.Key {
		return false
	}
	behind := false
	for _, s := range j.c.Settings {
		if s.KeySpan.IsZero() || catalog.Lookup(j.c.Client, j.c.Kind, s.Key) == nil {
			continue
		}
		if s.Written == s.Key {
			return false
		}
		behind = behind || strings.HasSuffix(s.Written, "."+s.Key)
	}
	return behind
}

// suggest is the issue of a name for which another one is meant.
func (j judged) suggest(name string) Issue {
	return Issue{UnknownKey, map[string]any{"suggestion": name, "refused": j.refused()}}
}

// maxSettings is the number of settings up to which unknown ones are looked at: nobody
// writes more by hand.
const maxSettings = 1000

// misspelt finds the name that is meant. One that is set, too, is not.
func (j judged) misspelt(names iter.Seq[string]) (Issue, bool) {
	name, ok := nearest(j.s.Key, names)
	if !ok || j.c.Get(catalog.Canonical(catalogClient(j.c), j.c.Kind, name)) != nil {
		return Issue{}, false
	}
	return j.suggest(name), true
}

// flinkOnly are the first words of keys under which nobody but Flink and its operator has
// any.
var flinkOnly = []string{"execution", "state", "restart-strategy", "high-availability", "table", "pipeline", "kubernetes"}

// shortened finds the name of which a part is left out, or stands for another.
func (j judged) shortened(names iter.Seq[string]) (Issue, bool) {
	first, _, _ := strings.Cut(j.s.Key, ".")
	if !slices.Contains(flinkOnly, first) {
		return Issue{}, false
	}
	name, ok := completed(j.s.Key, names)
	if !ok {
		name, ok = regrouped(j.s.Key, names)
	}
	if !ok || j.c.Get(catalog.Canonical(catalogClient(j.c), j.c.Kind, name)) != nil {
		return Issue{}, false
	}
	return j.suggest(name), true
}

// names yields the names of all keys of a client and kind, aliases included.
func names(client string, kinds ...model.Kind) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, kind := range kinds {
			for _, k := range catalog.Keys(client, kind) {
				if !yield(k.Name) {
					return
				}
				for _, a := range k.Aliases {
					if !yield(a) {
						return
					}
				}
			}
		}
	}
}

// candidates are the names that the component's reader would have taken.
func (j judged) candidates() iter.Seq[string] {
	switch j.c.Kind {
	case model.Streams:
		return names(j.c.Client, model.Streams, model.Consumer, model.Producer, model.Admin)
	case model.ConnectWorker, model.Mirror:
		return names(j.c.Client, j.c.Kind, model.Consumer, model.Producer, model.Admin)
	}
	if j.c.Owner == model.OwnerSmallRye {
		return func(yield func(string) bool) {
			for _, client := range []string{j.c.Client, catalog.SmallRye} {
				for name := range names(client, j.c.Kind) {
					if !yield(name) {
						return
					}
				}
			}
		}
	}
	return names(j.c.Client, j.c.Kind)
}

// otherRole finds the kind of component that has the key where this one does not. Tools
// that administer take any file, and what several clients get from one place is none's own.
func (j judged) otherRole() (map[string]any, bool) {
	c, key := j.c, j.s.Key
	if c.Client != model.ClientJava || c.Heuristic || c.Kind == model.Admin || c.Kind == model.Broker ||
		slices.Contains(anybodys, key) || !strings.Contains(key, ".") && key != "acks" {
		return nil, false
	}
	for _, kind := range []model.Kind{model.Producer, model.Consumer, model.Streams, model.ConnectWorker, model.Topic, model.Broker} {
		if kind == c.Kind || catalog.Lookup(c.Client, kind, key) == nil {
			continue
		}
		ownName := c.Dialect == "properties" && len(j.s.Written) > len(key) && strings.HasSuffix(j.s.Written, key) // of a program, which may mean something else by it
		if (kind != model.Topic && kind != model.Broker || ownName) && !j.aimed() {
			return nil, false
		}
		fields := map[string]any{"role": roleNames[kind]}
		if kind == model.Topic && c.Kind == model.Streams {
			fields["suggestion"] = "topic." + key
		}
		return fields, true
	}
	return nil, false
}

// aimed reports whether the name under which a key is written says that it is for the kind
// of client that the component is.
func (j judged) aimed() bool {
	before, ok := strings.CutSuffix(j.s.Written, j.s.Key)
	return ok && slices.ContainsFunc(wordsOf(before), func(w string) bool { return strings.TrimSuffix(w, "s") == string(j.c.Kind) })
}

// roleNames are the kinds in the words of messages.
var roleNames = map[model.Kind]string{
	model.Producer: "producers", model.Consumer: "consumers", model.Admin: "admin clients", model.Streams: "Kafka Streams",
	model.ConnectWorker: "Connect workers", model.Topic: "topics", model.Broker: "brokers",
}

// anybodys are keys of one kind of component under whose names applications keep settings
// of their own.
var anybodys = []string{
	"zookeeper.connect", "zookeeper.connection.timeout.ms", "zookeeper.session.timeout.ms", "host.name", "log.dir", "log.dirs",
	"plugin.path", "node.id", "broker.id", "state.dir", "application.id", "application.server", "num.partitions",
	"replication.factor", "default.replication.factor", "rest.port", "rest.host.name", "key.converter", "value.converter",
	"header.converter", "listeners", "group.id", "client.id",
}

// scalaNames are what the clients in Scala, which left with Kafka 2.0, called what the
// Java clients have under another name (kafka.producer.ProducerConfig and
// kafka.consumer.ConsumerConfig of 1.1).
var scalaNames = map[string]string{
	"metadata.broker.list":     "bootstrap.servers",
	"request.required.acks":    "acks",
	"message.send.max.retries": "retries",
	"compression.codec":        "compression.type",
	"serializer.class":         "value.serializer",
	"key.serializer.class":     "key.serializer",
	"queue.buffering.max.ms":   "linger.ms",
	"fetch.message.max.bytes":  "max.partition.fetch.bytes",
	"fetch.wait.max.ms":        "fetch.max.wait.ms",
	"auto.commit.enable":       "enable.auto.commit",
}
