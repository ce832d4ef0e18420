# METADATA
# title: the buffer of an upsert-kafka sink needs both of its limits
# description: |
#   An upsert-kafka sink collects changes and writes the last one of each key when sink.buffer-flush.max-rows or
#   sink.buffer-flush.interval is reached. Flink refuses a sink with one of them above zero and the other not. Set both, or
#   remove both.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/upsert-kafka/#sink-buffer-flush-max-rows
# custom:
#   id: FK027
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [flink-table]
#   remediation: Set sink.buffer-flush.max-rows and sink.buffer-flush.interval, or none of them.
#   since: "0.2.0"
package kcfglint.rules.flink_kafka.upsert_kafka_flush_half

# UpsertKafkaDynamicTableFactory.createDynamicTableSink, SinkBufferFlushMode
report contains half("sink.buffer-flush.max-rows", "sink.buffer-flush.interval") if {
	sink
	rows > 0
	interval == 0
}

report contains half("sink.buffer-flush.interval", "sink.buffer-flush.max-rows") if {
	sink
	interval > 0
	rows == 0
}

half(written, other) := {
	"at": written,
	"message": sprintf("%s is set, but %s is not above 0: Flink refuses the sink and the job does not start; set both or remove both", [written, other]),
}

sink if {
	input.values.connector in {"upsert-kafka", "upsert-kafka-inlong"}
	input.values["@sql.role"] != "source"
}

rows := 0 if input.state["sink.buffer-flush.max-rows"] in {"absent", "default"}

rows := input.values["sink.buffer-flush.max-rows"] if input.state["sink.buffer-flush.max-rows"] in {"explicit", "inherited"}

interval := 0 if input.state["sink.buffer-flush.interval"] in {"absent", "default"}

interval := input.values["sink.buffer-flush.interval"] if {
	input.state["sink.buffer-flush.interval"] in {"explicit", "inherited"}
}
