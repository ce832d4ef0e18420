package resolve

import (
	"strconv"

	"github.com/kcfglint/kcfglint/internal/catalog"
	"github.com/kcfglint/kcfglint/internal/model"
)

// Fact describes something that dialects note beside the settings because rules need it.
type Fact struct {
	// Name begins with "@". One that ends with "." goes on with a key, a path or a line.
	Name   string
	Type   catalog.Type // Long, Boolean or String
	Values []string     // all values that it has, "" for any
}

// Facts returns all facts that there are. A rule that names another one does not pass
// the checks.
func Facts() []Fact {
	return []Fact{
		{Name: "@binding.anonymous", Type: catalog.Boolean}, // a Spring Cloud Stream binding without a group
		{Name: "@binding.dlq-name", Type: catalog.String},
		{Name: "@binding.enable-dlq", Type: catalog.Boolean},
		// What the brokers of the cluster have, where their configuration is in view.
		{Name: "@broker.auto.create.topics.enable", Type: catalog.Boolean},
		{Name: "@broker.default.replication.factor", Type: catalog.Long},
		{Name: "@broker.group.max.session.timeout.ms", Type: catalog.Long},
		{Name: "@broker.group.min.session.timeout.ms", Type: catalog.Long},
		{Name: "@broker.listener", Type: catalog.String, Values: protocols}, // the protocol of the listener that is named
		{Name: "@broker.log.retention.ms", Type: catalog.Long},              // in whatever unit it is written
		{Name: "@broker.message.max.bytes", Type: catalog.Long},
		{Name: "@broker.min.insync.replicas", Type: catalog.Long},
		{Name: "@broker.replica.selector.class", Type: catalog.String},
		{Name: "@broker.socket.request.max.bytes", Type: catalog.Long},
		{Name: "@broker.transaction.max.timeout.ms", Type: catalog.Long},
		{Name: "@brokers", Type: catalog.Long},                // how many the cluster has
		{Name: "@cdc.block.", Type: catalog.String},           // an option of a pipeline that is a block or a list
		{Name: "@cdc.entry.", Type: catalog.String},           // what an entry of a pipeline's routes or transforms does not have
		{Name: "@cdc.foreign.", Type: catalog.String},         // an option that shows that a part's connector is not Flink CDC's
		{Name: "@cdc.missing.", Type: catalog.String},         // what a part of a pipeline lacks
		{Name: "@cdc.option.", Type: catalog.String},          // what is no option of a pipeline
		{Name: "@cdc.part.", Type: catalog.String},            // what a pipeline's definition does not have at its root
		{Name: "@cdc.routed", Type: catalog.Boolean},          // routes of a pipeline give tables other names
		{Name: "@client.tag.empty", Type: catalog.String},     // a tag of Streams without a value
		{Name: "@client.tag.long", Type: catalog.String},      // a tag of Streams whose value is too long
		{Name: "@client.tags", Type: catalog.String},          // the names of all of them
		{Name: "@conf.cut.", Type: catalog.String},            // the value, cut at a number sign
		{Name: "@conf.duplicate.", Type: catalog.String},      // the value that has no effect
		{Name: "@conf.line.", Type: catalog.String},           // the key of a line that is dropped
		{Name: "@conf.nested.", Type: catalog.String},         // the key that is read instead of a nested one
		{Name: "@conf.quoted.", Type: catalog.String},         // the value with its quotes
		{Name: "@conf.twice.", Type: catalog.String},          // the value that counts in its place, of config.yaml
		{Name: "@conf.yaml.", Type: catalog.String},           // the value with YAML's syntax in it
		{Name: "@committer.delivery", Type: catalog.String},   // of Alpakka
		{Name: "@committer.max-interval", Type: catalog.Long}, // in milliseconds
		{Name: "@config.providers", Type: catalog.String},     // those that a connector names
		{Name: "@configuration.nested", Type: catalog.String}, // the first key of flinkConfiguration that is not flat
		{Name: "@connect.cluster", Type: catalog.String},      // the resource whose workers run a connector, or the workers are
		{Name: "@delete-claim.", Type: catalog.Boolean},       // a volume that goes with the resource, of kafka or zookeeper
		{Name: "@dropped.", Type: catalog.String},             // a key that the operator passes over
		{Name: "@encoded", Type: catalog.String},              // an entry of a Secret in base64
		{Name: "@env.clash.", Type: catalog.String},           // a longer key that begins with this one, of FLINK_PROPERTIES
		{Name: "@env.comment.", Type: catalog.String},         // the value with a comment in it
		{Name: "@env.joined.", Type: catalog.String},          // the value, whose words have run together
		{Name: "@env.nested.", Type: catalog.String},          // the key that is read instead of a nested one
		{Name: "@env.quoted.", Type: catalog.String},          // the value with its quotes
		{Name: "@file", Type: catalog.String, Values: []string{"flink-conf.yaml", "config.yaml", "FLINK_PROPERTIES"}},
		{Name: "@file.unread", Type: catalog.String, Values: []string{"flink-conf.yaml", "version"}}, // why it is not read: the file beside it, the version
		{Name: "@image", Type: catalog.String},
		{Name: "@jaas.options.", Type: catalog.String},      // of spring.kafka.jaas, as far as they are secrets
		{Name: "@job", Type: catalog.Boolean},               // the resource runs a job
		{Name: "@job.kafka", Type: catalog.Boolean},         // its arguments or environment speak of Kafka
		{Name: "@kafka-clients.list", Type: catalog.String}, // a key of which Alpakka does not get the text, by what it is
		{Name: "@kafka-clients.null", Type: catalog.String},
		{Name: "@kafka-clients.quoted", Type: catalog.String},
		{Name: "@listener.ack-mode", Type: catalog.String},
		{Name: "@listener.external.", Type: catalog.String, Values: protocols},
		{Name: "@listener.internal.", Type: catalog.String, Values: protocols},
		{Name: "@messaging.transactional", Type: catalog.String}, // the setting by which another channel of the application writes in transactions
		{Name: "@mirror.both-ways", Type: catalog.Boolean},       // the same topics are copied back
		// The one that a resource of MirrorMaker 2 configures.
		{Name: "@mirror.connector", Type: catalog.String, Values: []string{"sourceConnector", "checkpointConnector", "heartbeatConnector"}},
		{Name: "@overrides", Type: catalog.String},                                          // a setting of a client that a connector overrides
		{Name: "@partitions", Type: catalog.Long},                                           // of a topic
		{Name: "@process", Type: catalog.String, Values: []string{"taskmanager", "client"}}, // of Flink, whose JobManager is not in view
		{Name: "@profile", Type: catalog.String},
		{Name: "@replicas", Type: catalog.Long},               // pods of a resource
		{Name: "@replication-factor", Type: catalog.Long},     // of a topic
		{Name: "@roles", Type: catalog.String},                // of a node pool
		{Name: "@session", Type: catalog.String},              // the cluster that a FlinkSessionJob is handed to
		{Name: "@snapshot.checkpoint", Type: catalog.Boolean}, // a checkpoint is asked for
		{Name: "@snapshot.job", Type: catalog.Boolean},        // the job is said
		{Name: "@snapshot.savepoint", Type: catalog.Boolean},
		{Name: "@spring.transaction-id-prefix", Type: catalog.String},
		{Name: model.UnreadFact, Type: catalog.String},       // the name that Spring Boot reads
		{Name: "@sql.as-of", Type: catalog.String},           // a column by whose time a temporal join asks another table
		{Name: "@sql.columns.bounded", Type: catalog.String}, // the first CHAR or VARCHAR with a length
		{Name: "@sql.columns.map", Type: catalog.String},     // the first with a MAP
		{Name: "@sql.drops.", Type: catalog.String, Values: []string{"where", "having", "qualify", "limit", "distinct", "union", "row-number", "inner-join", "set-operation"}},
		{Name: "@sql.exactly-once", Type: catalog.Boolean},                                                    // a sink of the job commits with its checkpoints
		{Name: "@sql.insert", Type: catalog.String, Values: []string{"plain", "window", "join", "aggregate"}}, // what is written
		{Name: "@sql.interval-join", Type: catalog.Boolean},                                                   // what is written joins tables without a time attribute by an interval
		{Name: "@sql.keyless", Type: catalog.Boolean},                                                         // what is written has no key in the planner's eyes
		{Name: "@sql.on-conflict", Type: catalog.String},
		{Name: "@sql.on-conflict.nothing", Type: catalog.Boolean},
		{Name: "@sql.on-conflict.unwatermarked", Type: catalog.String}, // a table without a watermark that such an INSERT reads
		{Name: "@sql.over.bounded", Type: catalog.String},              // a column that orders OVER (... PRECEDING), so many rows or so much time
		{Name: "@sql.over.range", Type: catalog.String},                // likewise from the first row on
		{Name: "@sql.over.rows", Type: catalog.String},
		{Name: "@sql.primary-key", Type: catalog.Boolean},
		{Name: "@sql.probed", Type: catalog.Boolean},  // only in lookups and temporal joins
		{Name: "@sql.proctime", Type: catalog.String}, // the column that is processing time
		{Name: "@sql.role", Type: catalog.String, Values: []string{"source", "sink", "both", "unknown"}},
		{Name: "@sql.sinks", Type: catalog.String},         // connectors of the tables that the job writes, "unknown" among them
		{Name: "@sql.sinks.bounded", Type: catalog.String}, // the first CHAR or VARCHAR with a length of a table that the job writes
		{Name: "@sql.stateful", Type: catalog.Boolean},
		{Name: "@sql.stateful.by", Type: catalog.String},    // the words that make it so
		{Name: "@sql.unwatermarked", Type: catalog.Boolean}, // no table that it is written from has a watermark
		{Name: "@sql.watermark", Type: catalog.String},      // the column
		{Name: "@sql.watermark-delay", Type: catalog.Long},
		{Name: "@sql.watermark.epoch", Type: catalog.String},         // the column of numbers that the times are made of
		{Name: "@sql.watermark.epoch-precision", Type: catalog.Long}, // 0: seconds, 3: milliseconds
		{Name: "@sql.watermark.epoch-type", Type: catalog.String},    // the type of that column
		{Name: "@sql.watermark.metadata", Type: catalog.Boolean},     // the column is the record's own, such as its timestamp
		{Name: "@sql.watermark.physical", Type: catalog.Boolean},     // the column is read from the record's format
		{Name: "@sql.watermark.type", Type: catalog.String, Values: []string{"TIMESTAMP", "TIMESTAMP_LTZ"}},
		{Name: "@sql.window", Type: catalog.Boolean},
		{Name: "@sql.window.function", Type: catalog.String, Values: []string{"tumble", "hop", "cumulate", "session"}},
		{Name: "@sql.window.size", Type: catalog.Long}, // milliseconds, of a session the gap
		{Name: "@sql.window.time", Type: catalog.String, Values: []string{"event", "processing", "unknown"}},
		{Name: "@sql.window.tvf", Type: catalog.Boolean}, // a table-valued function, else in GROUP BY
		{Name: "@ssl.bundle", Type: catalog.String},
		{Name: "@storage", Type: catalog.String, Values: []string{"ephemeral", "persistent"}},
		{Name: "@storage.zookeeper", Type: catalog.String, Values: []string{"ephemeral"}},
		{Name: "@streaming", Type: catalog.Boolean},             // the job does not end by itself
		{Name: "@topic.creation.refused", Type: catalog.String}, // a number of a group of topics that Connect refuses
		{Name: "@topic.creation.single", Type: catalog.String},  // the one replica of such a group
		{Name: "@transform.negate-alone", Type: catalog.String}, // without a predicate
		{Name: "@transform.old-list", Type: catalog.String},     // a list of fields by its removed name
		{Name: "@transactional", Type: catalog.Boolean},         // writes in transactions
		{Name: "@vvp.restore", Type: catalog.String, Values: []string{"LATEST_STATE", "LATEST_SAVEPOINT", "FROM_SAVEPOINT", "NONE"}},
		{Name: "@vvp.skips-state", Type: catalog.Boolean},
		{Name: "@vvp.upgrade", Type: catalog.String, Values: []string{"STATEFUL", "STATELESS", "NONE"}},
		// What is mounted at a path.
		{Name: "@volume.", Type: catalog.String, Values: []string{"emptyDir", "hostPath", "pvc", "nfs", "csi", "configMap", "other"}},
	}
}

// protocols are the security protocols that a listener may have.
var protocols = []string{"PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"}

var factTypes = func() map[string]catalog.Type {
	m := make(map[string]catalog.Type)
	for _, f := range Facts() {
		m[f.Name] = f.Type
	}
	return m
}()

// fact is the typed value of a fact.
func fact(s *model.Setting) any {
	switch factTypes[s.Key] {
	case catalog.Long:
		if n, err := strconv.ParseInt(s.Value, 10, 64); err == nil {
			return n
		}
		return nil
	case catalog.Boolean:
		if b, err := strconv.ParseBool(s.Value); err == nil {
			return b
		}
		return nil
	}
	return s.Value
}
