# METADATA
# title: a topic has a single replica
# description: |
#   The records of a partition are on one broker only. When its disk is lost they are gone, and while it restarts
#   nobody can read or write the partition; acks=all waits for that one broker. A cluster of a single broker cannot do
#   better, so nothing is reported where it is known that there is no other.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#replication
# custom:
#   id: KT001
#   severities: [error, warning]
#   confidence: certain
#   consequence: loss
#   kinds: [topic]
#   remediation: Set a replication factor of 3 with min.insync.replicas=2.
#   since: "0.2.0"
package kcfglint.rules.topic.topic_rf_one

report contains finding if {
	input.values["@replication-factor"] == 1
	finding := {
		"at": "@replication-factor",
		"severity": severity,
		"message": "replication factor 1: losing the disk of one broker loses the records, and every restart of it stops readers and writers; set 3",
	}
}

severity := "error" if input.values["@brokers"] > 1

# There may be no more than one broker.
severity := "warning" if input.state["@brokers"] == "absent"

severity := "warning" if input.state["@brokers"] == "unknown"
