# METADATA
# title: transactions may stay open for more than an hour
# description: |
#   transaction.max.timeout.ms is the longest transaction.timeout.ms that a producer may ask for. Consumers that read
#   committed records wait at the first open transaction of a partition, so a producer that dies may hold them up for
#   that long. The default is 15 minutes.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_transaction.max.timeout.ms
# custom:
#   id: KB030
#   severities: [info]
#   confidence: certain
#   consequence: stall
#   kinds: [broker]
#   remediation: Set transaction.max.timeout.ms to an hour or less.
#   since: "0.2.0"
package kcfglint.rules.broker.txn_max_timeout

report contains finding if {
	input.state["transaction.max.timeout.ms"] in {"explicit", "inherited"}
	value := input.values["transaction.max.timeout.ms"]
	value > 3600000
	finding := {
		"at": "transaction.max.timeout.ms",
		"message": $`transaction.max.timeout.ms="{value}": a producer that dies may hold up all who read committed records for that long; set 3600000 or less`,
	}
}
