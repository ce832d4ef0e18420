# METADATA
# title: a transaction ends before its records are delivered
# description: |
#   librdkafka refuses to start where a transactional producer's message.timeout.ms (delivery.timeout.ms) is written and
#   above transaction.timeout.ms, or where socket.timeout.ms is more than 100 ms above it: the coordinator would abort the
#   transaction while records are still on their way.
# related_resources:
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
# - ref: https://kafka.apache.org/documentation/#producerconfigs_transaction.timeout.ms
# custom:
#   id: KP016
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer]
#   remediation: Raise transaction.timeout.ms, or lower the other timeout.
#   since: "0.1.0"
package kcfglint.rules.producer.transaction_shorter_than_delivery

# rd_kafka_conf_finalize. 0 stands for no limit and is lowered by itself.
report contains finding if {
	transactional
	input.state["delivery.timeout.ms"] in {"explicit", "inherited"}
	delivery := input.values["delivery.timeout.ms"]
	delivery > transaction
	finding := refused("delivery.timeout.ms", delivery, transaction)
}

report contains finding if {
	transactional
	input.state["socket.timeout.ms"] in {"explicit", "inherited"}
	socket := input.values["socket.timeout.ms"]
	socket > transaction + 100
	finding := refused("socket.timeout.ms", socket, transaction)
}

transaction := input.values["transaction.timeout.ms"]

transactional if {
	input.client.name == "librdkafka"
	input.settings["transactional.id"].value != "" # which counts as none
}

refused(key, value, limit) := {
	"at": key,
	"message": $`{key}="{value}" is above transaction.timeout.ms ({limit}) of a transactional producer: librdkafka refuses to start; lower it to {limit}`,
	"related": [{"at": "transaction.timeout.ms", "message": "the timeout of the transaction"} |
		input.state["transaction.timeout.ms"] in {"explicit", "inherited"}
	],
}
