# METADATA
# title: transaction.timeout.ms is above what brokers allow
# description: |
#   Brokers refuse a transaction.timeout.ms above their transaction.max.timeout.ms, which is 900000 (15 minutes) unless
#   somebody raised it, and the producer then fails in initTransactions. Lower the timeout, or raise the limit on the
#   brokers.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_transaction.timeout.ms
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_transaction.max.timeout.ms
# custom:
#   id: KP015
#   severities: [warning, error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer]
#   remediation: Set transaction.timeout.ms to at most 900000, or raise transaction.max.timeout.ms on the brokers.
#   since: "0.1.0"
package kcfglint.rules.producer.transaction_timeout_over_broker_max

# Flink's sinks have a rule of their own.
report contains finding if {
	timeout := input.values["transaction.timeout.ms"]
	timeout > 900000
	input.state["transaction.timeout.ms"] in {"explicit", "inherited"}
	not known
	input.owner != "flink"
	transactional
	finding := {
		"at": "transaction.timeout.ms",
		"message": $`transaction.timeout.ms="{timeout}" is above 900000, the default of the brokers' transaction.max.timeout.ms: they refuse the producer's first transaction; lower it or raise the limit`,
	}
}

# TransactionCoordinator.handleInitProducerId
report contains finding if {
	timeout := input.values["transaction.timeout.ms"]
	limit := input.values["@broker.transaction.max.timeout.ms"]
	timeout > limit
	input.state["transaction.timeout.ms"] in {"explicit", "inherited", "default"}
	input.owner != "flink"
	transactional
	finding := {
		"at": "transaction.timeout.ms",
		"severity": "error",
		"message": $`transaction.timeout.ms="{timeout}" is above {limit}, the transaction.max.timeout.ms of the brokers: they refuse the producer's first transaction; lower it or raise the limit`,
		"related": [{"at": "@broker.transaction.max.timeout.ms", "message": "the brokers"}],
	}
}

known if input.state["@broker.transaction.max.timeout.ms"] == "explicit"

transactional if input.settings["transactional.id"]

transactional if input.settings["@spring.transaction-id-prefix"]

transactional if input.values["@transactional"] == true
