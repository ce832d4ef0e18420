# METADATA
# title: min.insync.replicas in the file of a broker may not count
# description: |
#   New clusters of Kafka 4.1 and newer have eligible leader replicas. With these min.insync.replicas is kept for the
#   whole cluster in its metadata, where kafka-configs sets it, and what the file of a single broker says is ignored.
#   Where only the file says 2, one in-sync replica is enough in truth.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#eligible_leader_replicas
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_min.insync.replicas
# custom:
#   id: KB006
#   severities: [info]
#   confidence: likely
#   consequence: loss
#   kinds: [broker]
#   remediation: Set min.insync.replicas for the cluster by kafka-configs --alter --entity-type brokers --entity-default --add-config min.insync.replicas=2.
#   versions: ["broker 4.1"]
#   since: "0.2.0"
package kcfglint.rules.broker.broker_min_isr_ignored

report contains finding if {
	input.versions.broker.assumed == false # an older cluster takes the line as it is
	input.versions.broker.version >= [4, 1]
	not input.dialect in {"strimzi", "cfk"}
	input.state["min.insync.replicas"] in {"explicit", "inherited"}
	input.values["min.insync.replicas"] > 1
	finding := {
		"at": "min.insync.replicas",
		"confidence": "likely",
		"message": $`min.insync.replicas="{input.values["min.insync.replicas"]}" in the file of a broker is ignored by a new cluster, which has eligible leader replicas; set it for the cluster with kafka-configs --entity-default`,
	}
}
