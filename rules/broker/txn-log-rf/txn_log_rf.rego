# METADATA
# title: the state of transactions has a single safe copy
# description: |
#   __transaction_state says which transactions are open, committed or aborted. With one replica, or where one in-sync
#   replica is enough, the loss of one broker loses that: transactions that a producer was told are committed are not,
#   or stay open and hold up all who read committed records. The server.properties that comes with Kafka has 1 for
#   both.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_transaction.state.log.replication.factor
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_transaction.state.log.min.isr
# custom:
#   id: KB003
#   severities: [error, warning]
#   confidence: certain
#   consequence: loss
#   kinds: [broker]
#   remediation: Set transaction.state.log.replication.factor=3 and transaction.state.log.min.isr=2.
#   since: "0.2.0"
package kcfglint.rules.broker.txn_log_rf

import data.kcfglint.lib.brokers

report contains finding if {
	single
	severity := brokers.level
	finding := {
		"at": "transaction.state.log.replication.factor",
		"severity": severity,
		"message": `transaction.state.log.replication.factor="1": losing one broker's disk loses the state of its transactions; set 3, and transaction.state.log.min.isr=2`,
	}
}

report contains finding if {
	input.state["transaction.state.log.min.isr"] in {"explicit", "inherited"}
	input.values["transaction.state.log.min.isr"] == 1
	not single
	severity := brokers.level
	finding := {
		"at": "transaction.state.log.min.isr",
		"severity": severity,
		"message": $`transaction.state.log.min.isr="1": a commit may be on the leader alone and is lost with it; {mend}`,
	}
}

default mend := "set 2"

# With two of two, one broker that is down would stop all transactions.
mend := "set 2, and transaction.state.log.replication.factor=3" if {
	input.values["transaction.state.log.replication.factor"] == 2
}

single if {
	input.state["transaction.state.log.replication.factor"] in {"explicit", "inherited"}
	input.values["transaction.state.log.replication.factor"] == 1
}
