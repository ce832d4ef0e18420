# METADATA
# title: a Kafka sink writes a batch twice or out of order
# description: |
#   With properties.enable.idempotence false the broker takes a batch that is sent again for a new one: whose answer was lost is
#   stored twice, and with more than one request in flight a batch can land behind the next. A checkpoint mends neither. The
#   producer of an exactly-once sink refuses to start with it, or with more than five requests in flight. Remove the properties;
#   the clients of Flink from 1.16 on are idempotent by default.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/datastream/kafka/#kafka-sink
# - ref: https://kafka.apache.org/documentation/#producerconfigs_enable.idempotence
# custom:
#   id: FK015
#   severities: [warning, error]
#   confidence: certain
#   consequence: duplication
#   kinds: [flink-table]
#   supersedes: [KP006, KP009, KP012]
#   remediation: Remove properties.enable.idempotence and properties.max.in.flight.requests.per.connection.
#   since: "0.2.0"
package kcfglint.rules.flink_kafka.sink_idempotence_or_order_off

report contains finding if {
	off
	not exactly_once
	finding := {
		"at": "properties.enable.idempotence",
		"message": sprintf("properties.enable.idempotence=\"false\": a batch whose answer was lost is stored twice%s, and no checkpoint mends it; remove it", [reordered]),
	}
}

# ProducerConfig.postProcessAndValidateIdempotenceConfigs
report contains refused("properties.enable.idempotence", "\"false\"", "needs idempotence") if {
	off
	exactly_once
}

report contains refused("properties.max.in.flight.requests.per.connection", sprintf("\"%d\"", [in_flight]), "takes at most 5") if {
	in_flight > 5
	input.state["properties.max.in.flight.requests.per.connection"] == "explicit"
	exactly_once
	written
	not off
}

refused(key, value, why) := {
	"at": key,
	"message": sprintf("%s=%s with sink.delivery-guarantee=\"exactly-once\": a transactional producer %s, and the sink does not start; remove it", [key, value, why]),
	"severity": "error",
	"consequence": "startup-failure",
	"related": [{"at": "sink.delivery-guarantee", "message": "writes in transactions"}],
}

off if {
	lower(trim_space(input.settings["properties.enable.idempotence"].value)) == "false"
	input.state["properties.enable.idempotence"] == "explicit"
	written
}

written if {
	kafka
	input.values["@sql.role"] != "source"
}

exactly_once if input.values["sink.delivery-guarantee"] == "exactly-once"

in_flight := to_number(trim_space(text)) if {
	text := input.settings["properties.max.in.flight.requests.per.connection"].value
	regex.match(`^\s*[0-9]{1,10}\s*$`, text)
}

default reordered := " and can land behind the next one"

reordered := "" if in_flight == 1

kafka if input.values.connector in {"kafka", "kafka-inlong", "ververica-kafka", "upsert-kafka", "upsert-kafka-inlong"}
