# METADATA
# title: topics are created with a single replica
# description: |
#   default.replication.factor is how many replicas a topic gets that is created on first use, or by a client that
#   leaves the number to the brokers, as Kafka Streams and Connect can. It is 1 unless it is set. The disk of one
#   broker then holds the only copy. Where there is one broker it cannot be otherwise.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_default.replication.factor
# - ref: https://kafka.apache.org/documentation/#replication
# custom:
#   id: KB001
#   severities: [error, warning]
#   confidence: certain
#   consequence: loss
#   kinds: [broker]
#   remediation: Set default.replication.factor=3.
#   since: "0.2.0"
package kcfglint.rules.broker.default_rf_one

import data.kcfglint.lib.brokers

report contains finding if {
	input.state["default.replication.factor"] in {"explicit", "inherited"}
	input.values["default.replication.factor"] == 1
	severity := brokers.level
	finding := {
		"at": "default.replication.factor",
		"severity": severity,
		"message": `default.replication.factor="1": topics that are created without a number have one replica, and the loss of one broker's disk loses them; set 3`,
	}
}

report contains finding if {
	input.state["default.replication.factor"] == "default"
	brokers.level == "error"
	finding := {
		"at": "default.replication.factor",
		"severity": "warning",
		"message": "default.replication.factor is not set and defaults to 1: topics that are created without a number are lost with one broker's disk; set 3",
	}
}
