# METADATA
# title: an idempotent producer needs a right of its own on old brokers
# description: |
#   Brokers before 2.8 let a producer be idempotent only if it has IDEMPOTENT_WRITE on the cluster, besides WRITE on
#   its topics. With an authorizer and without that right it fails at its first send with
#   ClusterAuthorizationException, which clients from 3.0 on run into by default. Grant the right, or write
#   enable.idempotence=false.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#upgrade_320_notable
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-679%3A+Producer+will+enable+the+strongest+delivery+guarantee+by+default
# custom:
#   id: KP033
#   severities: [info]
#   confidence: likely
#   consequence: startup-failure
#   kinds: [producer]
#   remediation: Grant IDEMPOTENT_WRITE on the cluster.
#   versions: ["broker 2.8"]
#   since: "0.2.0"
package kcfglint.rules.producer.idempotence_acl_old_broker

report contains finding if {
	input.versions.broker.version < [2, 8]
	input.versions.broker.assumed == false
	input.values["enable.idempotence"] == true
	input.state["transactional.id"] in {"absent", "default"}
	finding := {
		"at": "enable.idempotence",
		"message": "idempotence on brokers before 2.8: with an authorizer the producer fails at its first send unless it has IDEMPOTENT_WRITE on the cluster; grant it",
	}
}
