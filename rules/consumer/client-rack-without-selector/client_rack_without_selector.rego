# METADATA
# title: client.rack has no effect with these brokers
# description: |
#   A consumer with client.rack reads from a replica nearby only if the brokers have a replica.selector.class such as
#   RackAwareReplicaSelector. Without one they send it to the leader, and the traffic between zones that client.rack was to save
#   is paid for. Set replica.selector.class on the brokers.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_client.rack
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_replica.selector.class
# custom:
#   id: KC041
#   severities: [info]
#   confidence: certain
#   consequence: cost
#   kinds: [consumer]
#   remediation: Set replica.selector.class=org.apache.kafka.common.replica.RackAwareReplicaSelector on the brokers.
#   since: "0.2.0"
package kcfglint.rules.consumer.client_rack_without_selector

report contains finding if {
	input.state["client.rack"] in {"explicit", "inherited"}
	rack := trim_space(input.values["client.rack"])
	rack != ""
	trim_space(input.values["@broker.replica.selector.class"]) == ""
	finding := {
		"at": "client.rack",
		"message": $`client.rack="{rack}", but the brokers have no replica.selector.class: the consumer reads from the leaders all the same; set RackAwareReplicaSelector there`,
		"related": [{"at": "@broker.replica.selector.class", "message": "the brokers"}],
	}
}
