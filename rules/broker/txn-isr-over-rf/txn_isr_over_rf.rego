# METADATA
# title: no transaction can be written, or none while a broker is down
# description: |
#   The topic that holds the state of transactions is written with acks=all. If transaction.state.log.min.isr, which
#   is 2 unless it is set, is above transaction.state.log.replication.factor, there are never enough replicas in sync:
#   initTransactions fails for every producer, and so does exactly-once in Kafka Streams, Flink and Connect. It
#   happens where the factor is lowered to 1 for a single broker and the other setting is forgotten. Brokers from 3.7 on
#   take a number above the replicas for all of them; then, as with equal numbers, transactions stop while one broker is
#   down or restarts.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_transaction.state.log.min.isr
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_transaction.state.log.replication.factor
# - ref: https://issues.apache.org/jira/browse/KAFKA-15583
# custom:
#   id: KB004
#   severities: [error, warning, info]
#   confidence: certain
#   consequence: stall
#   kinds: [broker]
#   remediation: Set transaction.state.log.min.isr below transaction.state.log.replication.factor, or to 1 for a single broker.
#   versions: ["broker 3.7"]
#   since: "0.2.0"
package kcfglint.rules.broker.txn_isr_over_rf

report contains finding if {
	replicas := input.values["transaction.state.log.replication.factor"]
	needed := input.values["transaction.state.log.min.isr"]
	needed > replicas
	input.versions.broker.version < [3, 7] # Partition.effectiveMinIsr
	some at in places
	finding := {
		"at": at,
		"message": $`transaction.state.log.min.isr ({needed}{how}) is above transaction.state.log.replication.factor ({replicas}): transactions fail for every producer; set transaction.state.log.min.isr={max([1, replicas - 1])}`,
	}
}

report contains finding if {
	replicas := input.values["transaction.state.log.replication.factor"]
	replicas > 1
	needed := input.values["transaction.state.log.min.isr"]
	all_of(needed, replicas)
	some at in places
	finding := {
		"at": at,
		"severity": severity(replicas),
		"message": $`transaction.state.log.min.isr ({needed}{how}) needs all of transaction.state.log.replication.factor ({replicas}): with one broker down, transactions stop for every producer; {mend(replicas)}`,
	}
}

all_of(needed, replicas) if needed == replicas

all_of(needed, replicas) if {
	needed > replicas
	input.versions.broker.version >= [3, 7]
}

severity(replicas) := "warning" if replicas > 2

severity(2) := "warning" if more_brokers

# Two brokers have no better choice: with 1, what was committed can be lost.
severity(2) := "info" if not more_brokers

more_brokers if input.values["@brokers"] > 2

mend(replicas) := $`set transaction.state.log.min.isr={replicas - 1}` if replicas > 2

mend(2) := "set transaction.state.log.replication.factor=3"

places contains "transaction.state.log.min.isr" if input.state["transaction.state.log.min.isr"] in {"explicit", "inherited"}

places contains "transaction.state.log.replication.factor" if {
	input.state["transaction.state.log.replication.factor"] in {"explicit", "inherited"}
	input.state["transaction.state.log.min.isr"] == "default"
}

how := "" if input.state["transaction.state.log.min.isr"] in {"explicit", "inherited"}

how := " by default" if input.state["transaction.state.log.min.isr"] == "default"
