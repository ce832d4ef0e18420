# METADATA
# title: acks=1 acknowledges records that a leader failure loses
# description: |
#   The leader acknowledges a record as soon as it has written it itself. If it fails before a follower has fetched
#   the record, the next leader never had it, and the producer was told that it is safe. Java clients from 3.0.1 on
#   also switch idempotence off when acks is 1. Set acks=all: the leader then waits for the in-sync replicas, which
#   are not all replicas but at least min.insync.replicas of them, so set that to 2 on a topic with three replicas.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_acks
# - ref: https://kafka.apache.org/documentation/#topicconfigs_min.insync.replicas
# custom:
#   id: KP002
#   severities: [error, info]
#   confidence: certain
#   consequence: loss
#   kinds: [producer]
#   remediation: Set acks=all, and min.insync.replicas=2 on a topic with three replicas.
#   supersedes: [KP007]
#   since: "0.1.0"
package kcfglint.rules.producer.producer_acks_one

import data.kcfglint.lib.loss

report contains finding if {
	input.values.acks == "1"
	input.state.acks in {"explicit", "inherited"}
	finding := {
		"at": "acks",
		"severity": severity,
		"message": `acks="1": the leader acknowledges before any follower has the record, so a leader failure loses it; set acks=all`,
	}
}

default severity := "error"

severity := "info" if input.workload in {"throughput", "latency"}

severity := "info" if loss.tolerated

severity := "info" if loss.expendable(input.values["client.id"])
