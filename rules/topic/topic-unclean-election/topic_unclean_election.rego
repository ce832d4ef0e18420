# METADATA
# title: a replica that lags behind may become leader of the topic
# description: |
#   With unclean.leader.election.enable=true a replica that is not in sync may take over when no other is left. What
#   it has not copied yet is cut off everywhere, records that were acknowledged with acks=all included. The default is
#   false; true is for data where being able to write matters more than keeping records.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#topicconfigs_unclean.leader.election.enable
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-106+-+Change+Default+unclean.leader.election.enabled+from+True+to+False
# custom:
#   id: KT006
#   severities: [error]
#   confidence: certain
#   consequence: loss
#   kinds: [topic]
#   remediation: Set unclean.leader.election.enable=false.
#   since: "0.2.0"
package kcfglint.rules.topic.topic_unclean_election

import data.kcfglint.lib.loss

report contains finding if {
	input.values["unclean.leader.election.enable"] == true
	input.state["unclean.leader.election.enable"] in {"explicit", "inherited"}
	not single
	not loss.tolerated
	finding := {
		"at": "unclean.leader.election.enable",
		"message": `unclean.leader.election.enable="true": a replica that lags behind may become leader, and records that were acknowledged are cut off; set false`,
	}
}

# Nothing can take over.
single if input.values["@replication-factor"] == 1
