# METADATA
# title: a Kafka sink gives up before a broker has restarted
# description: |
#   The producer of a sink sends a record again until properties.delivery.timeout.ms is over or properties.retries are used up.
#   Few retries, or less than half a minute, do not outlast too few replicas in sync or a rolling restart. The job then fails and
#   starts again from its last checkpoint, again and again while it lasts; with the delivery guarantee none, which has no
#   checkpoint wait for the records, some of them are lost. The producer of an exactly-once sink refuses to start without
#   retries. Remove both.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/datastream/kafka/#kafka-sink
# - ref: https://kafka.apache.org/documentation/#producerconfigs_delivery.timeout.ms
# - ref: https://kafka.apache.org/documentation/#producerconfigs_retries
# custom:
#   id: FK014
#   severities: [warning, error, info]
#   confidence: certain
#   consequence: stall
#   kinds: [flink-table]
#   supersedes: [KP007, KP018, KP020, KP021]
#   remediation: Remove properties.retries, and leave properties.delivery.timeout.ms at 120000.
#   since: "0.2.0"
package kcfglint.rules.flink_kafka.sink_retries_or_delivery_timeout_low

report contains finding if {
	input.state["properties.retries"] == "explicit"
	few
	written
	not transactional_refused
	finding := object.union(
		{
			"at": "properties.retries",
			"message": sprintf("properties.retries=\"%d\": too few replicas in sync for a few seconds use them up, and %s; remove it", [retries, then]),
		},
		level,
	)
}

# Less than linger.ms and request.timeout.ms is refused: KP017.
report contains finding if {
	input.state["properties.delivery.timeout.ms"] == "explicit"
	timeout := number(input.settings["properties.delivery.timeout.ms"].value)
	timeout < 30000
	written
	finding := object.union(
		{
			"at": "properties.delivery.timeout.ms",
			"message": sprintf("properties.delivery.timeout.ms=\"%d\": a rolling restart of the brokers takes longer, and %s; remove it, or set 120000", [timeout, then]),
		},
		level,
	)
}

# ProducerConfig.postProcessAndValidateIdempotenceConfigs
report contains finding if {
	input.state["properties.retries"] == "explicit"
	written
	transactional_refused
	finding := {
		"at": "properties.retries",
		"message": "properties.retries=\"0\" with sink.delivery-guarantee=\"exactly-once\": a transactional producer needs retries, and the sink does not start; remove it",
		"severity": "error",
		"consequence": "startup-failure",
		"related": [{"at": "sink.delivery-guarantee", "message": "writes in transactions"}],
	}
}

few if {
	retries >= 0
	retries <= 3
}

transactional_refused if {
	retries == 0
	input.values["sink.delivery-guarantee"] == "exactly-once"
}

retries := number(input.settings["properties.retries"].value)

number(text) := to_number(trim_space(text)) if regex.match(`^\s*[0-9]{1,10}\s*$`, text)

written if {
	kafka
	input.values["@sql.role"] != "source"
}

unguarded if {
	input.values["sink.delivery-guarantee"] == "none"
	input.state["sink.delivery-guarantee"] in {"explicit", "inherited"}
}

then := "with sink.delivery-guarantee=\"none\" the records that wait are lost" if unguarded

then := "the job fails and starts again from its last checkpoint" if not unguarded

level := {"consequence": "loss"} if unguarded

level := {"severity": "info"} if not unguarded

kafka if input.values.connector in {"kafka", "kafka-inlong", "ververica-kafka", "upsert-kafka", "upsert-kafka-inlong"}
