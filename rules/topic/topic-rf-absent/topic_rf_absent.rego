# METADATA
# title: the number of replicas is left to the brokers
# description: |
#   Where a topic does not say how many replicas it has, or says -1, it gets default.replication.factor of the
#   brokers, which is 1 unless somebody has set it. Whether the topic survives the loss of a disk then cannot be seen
#   where it is declared.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_default.replication.factor
# custom:
#   id: KT002
#   severities: [info]
#   confidence: certain
#   consequence: loss
#   kinds: [topic]
#   remediation: Say how many replicas the topic has, as a rule 3.
#   since: "0.2.0"
package kcfglint.rules.topic.topic_rf_absent

report contains finding if {
	input.values["@replication-factor"] == -1
	input.dialect != "cfk" # whose operator sets it by the number of brokers
	finding := {"at": "@replication-factor", "message": "replication factor -1 leaves the number to default.replication.factor of the brokers, which is 1 unless it is set; write 3"}
}

report contains finding if {
	input.dialect in {"strimzi", "compose", "kubernetes"}
	input.state["@replication-factor"] == "absent"
	finding := {"at": "@replication-factor", "message": "no replication factor leaves the number to default.replication.factor of the brokers, which is 1 unless it is set; write 3"}
}
