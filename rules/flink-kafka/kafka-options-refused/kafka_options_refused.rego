# METADATA
# title: the options of a Kafka table contradict each other or are incomplete
# description: |
#   Flink checks the options of a table when a query uses it, and refuses the job: one of topic and topic-pattern, a format, a
#   startup or end that has what its mode needs, key.fields together with key.format, key.fields-prefix only where the value leaves
#   the key out, and a PRIMARY KEY for upsert-kafka.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/kafka/#connector-options
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/upsert-kafka/#connector-options
# custom:
#   id: FK030
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [flink-table]
#   remediation: Set the options that Flink demands, and only those that go together.
#   since: "0.2.0"
package kcfglint.rules.flink_kafka.kafka_options_refused

# KafkaDynamicTableFactory, UpsertKafkaDynamicTableFactory and KafkaConnectorOptionsUtil
report contains refused("topic-pattern", "topic and topic-pattern are both set", "remove one") if {
	kafka
	input.state.topic in written
	input.state["topic-pattern"] in written
}

report contains refused("topic", "neither topic nor topic-pattern is set", "set topic") if {
	whole
	kafka
	input.state.topic == "absent"
	input.state["topic-pattern"] == "absent"
	input.values["@sql.role"] != "unknown"
}

report contains refused("format", "neither format nor value.format is set", "set format") if {
	whole
	kafka
	input.state.format == "absent"
	input.state["value.format"] == "absent"
}

report contains refused("scan.startup.mode", "scan.startup.mode=\"timestamp\" without scan.startup.timestamp-millis", "set it") if {
	read
	input.values["scan.startup.mode"] == "timestamp"
	input.state["scan.startup.timestamp-millis"] == "absent"
}

report contains refused("scan.startup.mode", "scan.startup.mode=\"specific-offsets\" without scan.startup.specific-offsets", "set it") if {
	read
	input.values["scan.startup.mode"] == "specific-offsets"
	input.state["scan.startup.specific-offsets"] == "absent"
}

report contains refused("scan.bounded.mode", "scan.bounded.mode=\"timestamp\" without scan.bounded.timestamp-millis", "set it") if {
	read
	input.values["scan.bounded.mode"] == "timestamp"
	input.state["scan.bounded.timestamp-millis"] == "absent"
}

report contains refused("scan.bounded.mode", "scan.bounded.mode=\"specific-offsets\" without scan.bounded.specific-offsets", "set it") if {
	read
	input.values["scan.bounded.mode"] == "specific-offsets"
	input.state["scan.bounded.specific-offsets"] == "absent"
}

report contains refused("key.fields", "key.fields without key.format", "set key.format") if {
	kafka
	input.state["key.fields"] in written
	trim_space(input.values["key.fields"]) != ""
	input.state["key.format"] == "absent"
}

report contains refused("key.format", "key.format without key.fields", "set key.fields to the columns of the key") if {
	kafka
	input.state["key.format"] in written
	input.state["key.fields"] == "absent"
}

report contains refused("key.fields-prefix", "key.fields-prefix while value.fields-include is ALL", "set value.fields-include to EXCEPT_KEY") if {
	some_kafka
	input.values["key.fields-prefix"] != ""
	input.state["key.fields-prefix"] in written
	input.values["value.fields-include"] == "ALL"
}

# UpsertKafkaDynamicTableFactory.optionalOptions does not have them.
report contains refused(key, sprintf("%s in an upsert-kafka table, which has no such option", [key]), "remove it") if {
	upsert
	some key in unsupported
}

report contains refused("topic", "neither topic nor topic-pattern is set", "set topic") if {
	whole
	upsert
	input.state.topic == "absent"
	input.state["topic-pattern"] == "absent"
}

# SinkBufferFlushMode of upsert-kafka
report contains refused("sink.buffer-flush.max-rows", sprintf("sink.buffer-flush.max-rows=\"%d\"", [rows]), "set a positive number together with sink.buffer-flush.interval, or remove it") if {
	upsert
	rows := input.values["sink.buffer-flush.max-rows"]
	rows < 0
	input.values["@sql.role"] in {"sink", "both"}
}

# CommonExecSink.deriveSinkParallelism
report contains refused("sink.parallelism", sprintf("sink.parallelism=\"%d\"", [number]), "set at least 1") if {
	some_kafka
	number := input.values["sink.parallelism"]
	number < 1
	input.values["@sql.role"] in {"sink", "both"}
}

report contains refused("connector", "upsert-kafka without a PRIMARY KEY, which names the columns of the record's key", "declare PRIMARY KEY (...) NOT ENFORCED") if {
	whole
	upsert
	input.values["@sql.primary-key"] == false
}

report contains refused("key.format", "upsert-kafka without key.format", "set it") if {
	whole
	upsert
	input.state["key.format"] == "absent"
}

report contains refused("value.format", "upsert-kafka without value.format", "set it") if {
	whole
	upsert
	input.state["value.format"] == "absent"
}

unsupported contains "key.fields" if input.state["key.fields"] in written

unsupported contains "scan.startup.mode" if input.state["scan.startup.mode"] in written

unsupported contains "scan.startup.timestamp-millis" if input.state["scan.startup.timestamp-millis"] in written

unsupported contains "scan.startup.specific-offsets" if input.state["scan.startup.specific-offsets"] in written

refused(key, what, mend) := {
	"at": key,
	"message": sprintf("%s: Flink refuses the table and the job does not start; %s", [what, mend]),
}

written := {"explicit", "inherited"}

whole if input.complete == "full"

kafka if input.values.connector == "kafka"

upsert if input.values.connector == "upsert-kafka"

some_kafka if kafka

some_kafka if upsert

read if {
	kafka
	input.values["@sql.role"] != "sink"
}
