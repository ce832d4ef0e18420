# METADATA
# title: one in-sync replica is enough for acks=all on every topic
# description: |
#   acks=all waits for the replicas that are in sync, at least min.insync.replicas, which is 1 unless it is set.
#   Topics have three replicas here, but these may shrink to the leader alone, and what it acknowledges then is lost
#   with it. With 2, one broker may fail and no acknowledged record is lost.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_min.insync.replicas
# custom:
#   id: KB005
#   severities: [warning]
#   confidence: certain
#   consequence: loss
#   kinds: [broker]
#   remediation: Set min.insync.replicas=2.
#   since: "0.2.0"
package kcfglint.rules.broker.broker_min_isr_one

import data.kcfglint.lib.brokers

report contains finding if {
	brokers.level
	input.state["default.replication.factor"] in {"explicit", "inherited"}
	replicas := input.values["default.replication.factor"]
	replicas >= 3
	input.values["min.insync.replicas"] == 1
	some at, how in place
	finding := {
		"at": at,
		"message": $`{how} with default.replication.factor="{replicas}": the in-sync replicas may shrink to the leader, and what acks=all acknowledges then is lost with it; set min.insync.replicas=2`,
	}
}

place["min.insync.replicas"] := `min.insync.replicas="1"` if input.state["min.insync.replicas"] in {"explicit", "inherited"}

place["default.replication.factor"] := "min.insync.replicas is 1 by default" if input.state["min.insync.replicas"] == "default"
