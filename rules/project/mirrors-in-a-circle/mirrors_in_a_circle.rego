# METADATA
# title: two mirrors copy the same topics to and fro
# description: |
#   IdentityReplicationPolicy keeps the names of topics, and so MirrorMaker 2 cannot tell which records it has copied itself. One mirror from A to B and one
#   from B to A then copy each record in a circle without end. Use DefaultReplicationPolicy, or copy in one direction.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#georeplication-topic-naming
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-382%3A+MirrorMaker+2.0
# custom:
#   id: KN040
#   severities: [error]
#   confidence: certain
#   consequence: stall
#   kinds: [mirror]
#   scope: project
#   remediation: Use DefaultReplicationPolicy, or copy in one direction.
#   since: "0.2.0"
package kcfglint.rules.project.mirrors_in_a_circle

# MirrorSourceConnector.isCycle asks the policy for the source of a topic, and this one knows none.
report contains finding if {
	some pair, ids in input.joins["mirror-pair"]
	flows := object.union_n([{input.components[id].name: id} | some id in array.reverse(sort(ids)); identical(input.components[id])])
	some flow, id in flows
	some back in [other | some f, other in flows; f != flow]
	input.components[id].file != input.components[back].file # else the mirror's own rule says so
	same_topics(input.components[id], input.components[back])
	policy := trim_space(input.components[id].values["replication.policy.class"])
	finding := {
		"at": {"key": "replication.policy.class", "component": id},
		"message": $`replication.policy.class="{policy}" from {flow}, and {input.components[back].file} copies the same topics back: each record goes in a circle without end between {pair}; use DefaultReplicationPolicy, or one direction`,
		"related": [{"at": {"key": "replication.policy.class", "component": back}, "message": "the way back"}],
	}
}

same_topics(a, b) if a.values.topics == b.values.topics

identical(mirror) if {
	copies_records(mirror)
	regex.match(`(?:^|\.)(?:Identity|Legacy)ReplicationPolicy$`, trim_space(mirror.values["replication.policy.class"]))
}

# A resource has a connector for each purpose, a file of MirrorMaker's own one flow for all.
copies_records(component) if component.values["@mirror.connector"] == "sourceConnector"

copies_records(component) if component.state["@mirror.connector"] == "absent"
