# METADATA
# title: MirrorMaker copies the same topics in both directions without renaming them
# description: |
#   IdentityReplicationPolicy gives a copy the name of the original, so MirrorMaker cannot tell which records came from
#   where. With a flow in each direction every record is copied back, and again, without end, until the disks are full.
#   Use DefaultReplicationPolicy, which prefixes the name of the source, copy in one direction, or choose topics that do
#   not meet.
# related_resources:
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-690%3A+Add+additional+configuration+to+control+MirrorMaker+2+internal+topics+naming+convention
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-382%3A+MirrorMaker+2.0
# custom:
#   id: KN030
#   severities: [error]
#   confidence: certain
#   consequence: stall
#   kinds: [mirror]
#   remediation: Use DefaultReplicationPolicy, or copy in one direction.
#   since: "0.2.0"
package kcfglint.rules.connect.mm2_identity_loop

# MirrorSourceConnector.isCycle asks the policy for the source of a topic, and this one knows none.
report contains finding if {
	input.values["@mirror.both-ways"] == true
	input.state["replication.policy.class"] in {"explicit", "inherited"}
	policy := trim_space(input.values["replication.policy.class"])
	regex.match(`(?:^|\.)(?:Identity|Legacy)ReplicationPolicy$`, policy)
	finding := {
		"at": "replication.policy.class",
		"message": $`replication.policy.class="{policy}" with flows in both directions ({input.name} and back): each record is copied to and fro without end; use DefaultReplicationPolicy, or one direction`,
		"related": [{"at": "@mirror.both-ways", "message": "the way back"}],
	}
}
