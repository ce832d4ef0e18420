# METADATA
# title: no key has this name
# description: |
#   The name is that of no setting, and it resembles one: a letter is wrong, the words stand in another order, a prefix is
#   missing. The Java clients and brokers go on without it, at most with a line in the log, and the setting that was
#   meant keeps its default. librdkafka, the tables of Flink SQL and the topics of a broker refuse what they do not know; librdkafka also what
#   only the Java clients have. Keys of
#   serializers, interceptors, plugins and of the application itself are left alone.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#configuration
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/
# custom:
#   id: KM001
#   severities: [warning, error]
#   confidence: likely
#   consequence: ignored
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, source-connector, sink-connector, mirror, topic, broker, flink-table]
#   remediation: Write the name that is meant.
#   since: "0.2.0"
package kcfglint.rules.catalog.unknown_key

report contains finding if {
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "unknown-key"
	not environment(setting)
	not issue.refused
	finding := {
		"at": {"key": key, "part": "key"},
		"message": $`{setting.written} is no setting here: {reader} ignores it, and what it is meant for keeps its default; did you mean {issue.suggestion}`,
	}
}

report contains finding if {
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "unknown-key"
	not environment(setting)
	issue.refused
	finding := {
		"at": {"key": key, "part": "key"},
		"severity": "error",
		"confidence": "certain",
		"consequence": "startup-failure",
		"message": $`{setting.written} is no setting here, and {reader} refuses what it does not know; did you mean {issue.suggestion}`,
	}
}

report contains finding if {
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "unsupported"
	finding := {
		"at": {"key": key, "part": "key"},
		"severity": "error",
		"confidence": "certain",
		"consequence": "startup-failure",
		"message": $`{setting.written} is no option of connector "{issue.connector}" here, nor of the formats that the table names: Flink refuses the table; {mend(issue)}`,
	}
}

# A key that only the Java clients have.
report contains finding if {
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "other-client"
	finding := {
		"at": {"key": key, "part": "key"},
		"severity": "error",
		"confidence": "certain",
		"consequence": "startup-failure",
		"message": $`{setting.written} is a setting of the Java clients, and {reader} refuses what it does not know; remove it`,
	}
}

mend(issue) := $`did you mean {issue.suggestion}` if issue.suggestion

mend(issue) := "remove it" if not issue.suggestion

# What a container's variables are mapped to is env-name-mapping's.
environment(setting) if regex.match(`^(?:KAFKA|CONNECT)_[A-Z0-9_]+$`, setting.written)

reader := "Flink" if input.kind == "flink-table"

reader := "Kafka Connect" if input.kind in {"connect-worker", "source-connector", "sink-connector"}

reader := "the broker" if input.kind in {"broker", "topic"}

reader := "librdkafka" if {
	input.kind in {"producer", "consumer", "admin"}
	input.client.name == "librdkafka"
}

reader := "Kafka" if {
	input.kind in {"producer", "consumer", "share-consumer", "admin", "streams", "mirror"}
	input.client.name != "librdkafka"
}
