# METADATA
# title: the options of a Kafka table contradict each other or are incomplete
# description: |
#   Flink checks the options of a table when a query uses it, and refuses the job: one of topic and topic-pattern, a format, a
#   startup or end that has what its mode needs, one topic where the connector takes no list, key.fields together with key.format, key.fields-prefix only where the value leaves
#   the key out, no partitioner of round-robin beside a key, and a PRIMARY KEY for upsert-kafka.
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
	not single_sink
}

# KafkaConnectorOptionsUtil.validateSinkTopic of the connectors before 3.3: one topic, and no look at the pattern
single_sink if {
	input.values["@sql.role"] == "sink"
	input.versions["kafka-connector"].version < [3, 3]
}

report contains refused("topic", sprintf("topic=%q of a sink, which writes to one topic before version 3.3 of the connector", [input.settings.topic.value]), "name one topic") if {
	some_kafka
	single_sink
	not single_topic
}

report contains refused("topic-pattern", "topic-pattern of a sink, which writes to one topic before version 3.3 of the connector", "set topic") if {
	kafka
	single_sink
	input.state["topic-pattern"] in written
	input.state.topic == "absent"
}

# UpsertKafkaDynamicTableFactory.validateSource before 3.3
report contains refused("topic", sprintf("topic=%q of an upsert-kafka table, which has one topic before version 3.3 of the connector", [input.settings.topic.value]), "name one topic") if {
	upsert
	input.values["@sql.role"] == "source"
	input.versions["kafka-connector"].version < [3, 3]
	count(topics) > 1
}

single_topic if not input.state.topic in written

single_topic if count(topics) == 1

topics := [t | some t in split(input.settings.topic.value, ";"); trim_space(t) != ""]

# KafkaSinkBuilder
report contains refused("topic", "topic=\"\" of a sink", "name the topic") if {
	some_kafka
	input.values["@sql.role"] == "sink"
	not single_sink
	input.state.topic in written
	trim_space(input.settings.topic.value) == ""
}

# KafkaConnectorOptions.ScanStartupMode: the option's own words, in any case
report contains refused("scan.startup.mode", sprintf("scan.startup.mode=%q", [mode]), "set one of earliest-offset, latest-offset, group-offsets, timestamp, specific-offsets") if {
	kafka
	input.state["scan.startup.mode"] in written
	mode := input.values["scan.startup.mode"]
	not lower(mode) in {"earliest-offset", "latest-offset", "group-offsets", "timestamp", "specific-offsets"}
}

# KafkaConnectorOptionsUtil.parseSpecificOffsets
report contains refused(option, sprintf("%s=%q", [option, value]), "write it as partition:0,offset:42;partition:1,offset:300") if {
	read
	some option, value in asked_offsets
	not regex.match(`^partition:[+-]?\d+,offset:[+-]?\d+(;partition:[+-]?\d+,offset:[+-]?\d+)*;*$`, value)
}

# KafkaConnectorOptionsUtil.validateScanStartupMode and validateScanBoundedMode
report contains refused(option, sprintf("%s for more than one topic", [option]), "name one topic") if {
	read
	some option, _ in asked_offsets
	not one_topic
}

asked_offsets["scan.startup.specific-offsets"] := input.settings["scan.startup.specific-offsets"].value if {
	input.values["scan.startup.mode"] == "specific-offsets"
	input.state["scan.startup.specific-offsets"] in written
}

asked_offsets["scan.bounded.specific-offsets"] := input.settings["scan.bounded.specific-offsets"].value if {
	input.values["scan.bounded.mode"] == "specific-offsets"
	input.state["scan.bounded.specific-offsets"] in written
}

one_topic if {
	input.state["topic-pattern"] == "absent"
	single_topic
}

# JsonFormatOptionsUtil.validateDecodingFormatOptions
report contains refused("json.fail-on-missing-field", "json.fail-on-missing-field=\"true\" beside json.ignore-parse-errors=\"true\"", "keep the first") if {
	some_kafka
	input.values["@sql.role"] in {"source", "both"}
	input.values["json.fail-on-missing-field"] == true
	input.values["json.ignore-parse-errors"] == true
}

report contains refused("value.json.fail-on-missing-field", "value.json.fail-on-missing-field=\"true\" beside value.json.ignore-parse-errors=\"true\"", "keep the first") if {
	some_kafka
	input.values["@sql.role"] in {"source", "both"}
	input.values["value.json.fail-on-missing-field"] == true
	input.values["value.json.ignore-parse-errors"] == true
}

# What no dialect of regular expressions takes; Java knows more than the one that is asked here.
report contains refused("topic-pattern", sprintf("topic-pattern=%q, which is no regular expression", [pattern]), "mend it") if {
	some_kafka
	not single_sink
	input.state["topic-pattern"] in written
	pattern := input.settings["topic-pattern"].value
	not regex.is_valid(pattern)
	not regex.match(`\\|\(\?|[*+?]\+|\{|&&`, pattern)
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
	input.state["key.format"] == "absent"
}

report contains refused("key.format", "key.format without key.fields", "set key.fields to the columns of the key") if {
	kafka
	input.state["key.format"] in written
	no_key_fields
}

no_key_fields if input.state["key.fields"] == "absent"

no_key_fields if {
	input.state["key.fields"] in written
	trim_space(input.values["key.fields"]) == ""
}

# RawFormatFactory.validateAndExtractSingleField
report contains refused("key.fields", sprintf("key.fields=%q with key.format=\"raw\", which holds one field", [fields]), "name one column, or take another format") if {
	kafka
	input.state["key.fields"] in written
	lower(input.values["key.format"]) == "raw"
	fields := input.values["key.fields"]
	count([f | some f in split(fields, ";"); trim_space(f) != ""]) > 1
}

report contains refused("key.fields-prefix", "key.fields-prefix while value.fields-include is ALL", "set value.fields-include to EXCEPT_KEY") if {
	some_kafka
	input.values["key.fields-prefix"] != ""
	input.state["key.fields-prefix"] in written
	input.values["value.fields-include"] == "ALL"
}

report contains refused("topic", "neither topic nor topic-pattern is set", "set topic") if {
	whole
	upsert
	input.state.topic == "absent"
	input.state["topic-pattern"] == "absent"
}

# KafkaConnectorOptionsUtil.validateSinkPartitioner: what has a key goes by the key.
report contains refused("sink.partitioner", "sink.partitioner=\"round-robin\" beside key.fields", "remove one") if {
	kafka
	input.values["@sql.role"] in {"sink", "both"}
	input.values["sink.partitioner"] == "round-robin"
	input.state["sink.partitioner"] in written
	input.state["key.fields"] in written
}

report contains refused("sink.partitioner", "sink.partitioner=\"\"", "name one, or remove it") if {
	kafka
	input.values["@sql.role"] in {"sink", "both"}
	input.state["sink.partitioner"] in written
	input.settings["sink.partitioner"].value == ""
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

# CommonExecTableSourceScan.deriveSourceParallelism
report contains refused("scan.parallelism", sprintf("scan.parallelism=\"%d\"", [number]), "set at least 1") if {
	some_kafka
	number := input.values["scan.parallelism"]
	number < 1
	input.values["@sql.role"] in {"source", "both"}
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
