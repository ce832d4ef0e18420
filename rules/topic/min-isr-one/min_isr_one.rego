# METADATA
# title: one in-sync replica is enough for acks=all
# description: |
#   acks=all does not wait for all replicas but for those that are in sync, at least min.insync.replicas. With 1, the
#   in-sync replicas may shrink to the leader alone; what it acknowledges then is lost with its disk, or when another
#   replica has to take over. Three replicas with min.insync.replicas=2 survive the loss of one broker.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#topicconfigs_min.insync.replicas
# custom:
#   id: KT005
#   severities: [warning]
#   confidence: certain
#   consequence: loss
#   kinds: [topic]
#   remediation: Set min.insync.replicas=2.
#   since: "0.2.0"
package kcfglint.rules.topic.min_isr_one

import data.kcfglint.lib.loss

report contains finding if {
	input.values["@replication-factor"] >= 3
	input.state["min.insync.replicas"] in {"explicit", "inherited"}
	input.values["min.insync.replicas"] == 1
	not loss.tolerated
	finding := {
		"at": "min.insync.replicas",
		"message": `min.insync.replicas="1": the in-sync replicas may shrink to the leader, and what acks=all acknowledges then is lost with it; set 2`,
	}
}
