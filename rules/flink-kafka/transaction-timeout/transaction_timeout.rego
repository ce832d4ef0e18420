# METADATA
# title: The transactions of an exactly-once sink can expire before they are committed
# description: |
#   A transaction of the sink stays open over a checkpoint interval and the checkpoint itself, and over an outage if the job fails in
#   between. When the broker has aborted it in the meantime, Flink logs an error, drops the records and goes on: exactly-once
#   loses them. The timeout must last for interval, checkpoint timeout and the longest outage, and the broker's
#   transaction.max.timeout.ms (15 min unless raised) must allow it, as must Flink's own default of 1 h, with which the sink does not
#   start on such a broker. Raise both, up to 1 h unless outages may last longer.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/datastream/kafka/#fault-tolerance
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_transaction.max.timeout.ms
# - ref: https://kafka.apache.org/documentation/#producerconfigs_transaction.timeout.ms
# custom:
#   id: FK012
#   severities: [error, warning]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-table]
#   remediation: Set properties.transaction.timeout.ms to interval, checkpoint timeout and outage together, and the broker's maximum to match.
#   since: "0.1.0"
package kcfglint.rules.flink_kafka.transaction_timeout

# KafkaSinkBuilder sets 1 h; TransactionCoordinator refuses more than the broker's maximum.
report contains finding if {
	exactly_once
	input.state["properties.transaction.timeout.ms"] in {"absent", "default"}
	not known
	finding := {
		"at": "sink.delivery-guarantee",
		"message": "sink.delivery-guarantee=\"exactly-once\" without properties.transaction.timeout.ms takes 1 h, which a broker with the default transaction.max.timeout.ms of 15 min refuses; set it, and raise the broker's",
		"severity": "warning",
		"confidence": "likely",
		"consequence": "startup-failure",
	}
}

report contains finding if {
	exactly_once
	input.state["properties.transaction.timeout.ms"] in {"absent", "default"}
	limit := input.values["@broker.transaction.max.timeout.ms"]
	limit < 3600000
	finding := {
		"at": "sink.delivery-guarantee",
		"message": $`sink.delivery-guarantee="exactly-once" without properties.transaction.timeout.ms takes 3600000, which is above {limit}, the transaction.max.timeout.ms of the brokers: the sink does not start; set it, and raise the brokers'`,
		"consequence": "startup-failure",
		"related": brokers,
	}
}

report contains finding if {
	exactly_once
	input.state["properties.transaction.timeout.ms"] == "explicit"
	limit := input.values["@broker.transaction.max.timeout.ms"]
	timeout > limit
	finding := {
		"at": "properties.transaction.timeout.ms",
		"message": $`properties.transaction.timeout.ms="{timeout}" is above {limit}, the transaction.max.timeout.ms of the brokers: they refuse the sink's first transaction, and the job does not start; raise theirs`,
		"consequence": "startup-failure",
		"related": brokers,
	}
}

known if input.state["@broker.transaction.max.timeout.ms"] == "explicit"

brokers := [{"at": "@broker.transaction.max.timeout.ms", "message": "the brokers"}]

report contains finding if {
	exactly_once
	input.state["properties.transaction.timeout.ms"] == "explicit"
	timeout < needed
	finding := {
		"at": "properties.transaction.timeout.ms",
		"message": sprintf(
			"properties.transaction.timeout.ms=\"%d\" is less than checkpoint interval and timeout, %d ms: the broker aborts transactions that are to be committed, and Flink drops their records; set at least %d",
			[timeout, needed, needed + outage],
		),
		"related": checkpoints,
	}
}

report contains finding if {
	exactly_once
	input.state["properties.transaction.timeout.ms"] == "explicit"
	timeout >= needed
	timeout < needed + outage
	finding := {
		"at": "properties.transaction.timeout.ms",
		"message": sprintf(
			"properties.transaction.timeout.ms=\"%d\" leaves %d s for an outage beside checkpoint interval and timeout: after a longer one Flink drops what was to be committed; set at least %d",
			[timeout, round((timeout - needed) / 1000), needed + outage],
		),
		"severity": "warning",
		"related": checkpoints,
	}
}

exactly_once if {
	input.values["sink.delivery-guarantee"] == "exactly-once"
	input.state["sink.delivery-guarantee"] in {"explicit", "inherited"}
	input.values.connector in {"kafka", "kafka-inlong", "ververica-kafka", "upsert-kafka", "upsert-kafka-inlong"}
	input.values["@sql.role"] != "source"
}

timeout := to_number(trim_space(text)) if {
	text := input.settings["properties.transaction.timeout.ms"].value
	regex.match(`^\s*[0-9]{1,10}\s*$`, text)
}

# An outage that a job should survive, in milliseconds: 15 min.
outage := 900000

needed := interval + checkpoint

# What the job sets may not be in view: then it is taken for what asks for least.
default interval := 0

# More than a day is no interval that a transaction could last for.
interval := input.values["execution.checkpointing.interval"] if input.values["execution.checkpointing.interval"] < 86400000

default checkpoint := 600000

checkpoint := input.values["execution.checkpointing.timeout"]

checkpoints := [place |
	some key, state in {
		"execution.checkpointing.interval": input.state["execution.checkpointing.interval"],
		"execution.checkpointing.timeout": input.state["execution.checkpointing.timeout"],
	}
	state in {"explicit", "inherited"}
	place := {"at": key, "message": "how long a transaction stays open"}
]
