# METADATA
# title: committed offsets are acknowledged too early
# description: |
#   offsets.commit.required.acks is what a commit of offsets waits for. -1, the default, waits for the in-sync
#   replicas of __consumer_offsets. Anything less tells the consumer that its offsets are safe while the leader alone
#   has them, or nobody: a leader failure takes the group back, or to where auto.offset.reset says. Kafka 4.0 removed
#   the setting.
# related_resources:
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-1041%3A+Drop+%60offsets.commit.required.acks%60+config+in+4.0+%28deprecate+in+3.8%29
# custom:
#   id: KB033
#   severities: [error]
#   confidence: certain
#   consequence: loss
#   kinds: [broker]
#   remediation: Remove offsets.commit.required.acks.
#   versions: ["broker 4.0"]
#   since: "0.2.0"
package kcfglint.rules.broker.offsets_required_acks

report contains finding if {
	input.versions.broker.version < [4, 0]
	input.state["offsets.commit.required.acks"] in {"explicit", "inherited"}
	acks := input.values["offsets.commit.required.acks"]
	acks in {0, 1}
	finding := {
		"at": "offsets.commit.required.acks",
		"message": $`offsets.commit.required.acks="{acks}": a commit is confirmed before it is replicated, and a leader failure takes the group back; remove the line`,
	}
}
