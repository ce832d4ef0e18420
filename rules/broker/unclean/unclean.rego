# METADATA
# title: a replica that lags behind may become leader
# description: |
#   With unclean.leader.election.enable=true a replica that is not in sync may become leader of any topic when no
#   other is left. Records that it has not copied yet are cut off on all replicas, those that were acknowledged with
#   acks=all included. In a KRaft cluster the controllers decide by their own configuration. The default is false
#   since 0.11.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_unclean.leader.election.enable
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-106+-+Change+Default+unclean.leader.election.enabled+from+True+to+False
# custom:
#   id: KB007
#   severities: [error]
#   confidence: certain
#   consequence: loss
#   kinds: [broker]
#   remediation: Set unclean.leader.election.enable=false, and allow it for single topics where it is right.
#   since: "0.2.0"
package kcfglint.rules.broker.unclean

import data.kcfglint.lib.brokers

report contains finding if {
	input.values["unclean.leader.election.enable"] == true
	input.state["unclean.leader.election.enable"] in {"explicit", "inherited"}
	not brokers.single
	finding := {
		"at": "unclean.leader.election.enable",
		"message": `unclean.leader.election.enable="true": a replica that lags behind may become leader, and records that were acknowledged are cut off; set false`,
	}
}
