# METADATA
# title: a list with an eager assignor keeps the group eager
# description: |
#   The cooperative-sticky assignor moves only what must move, but a list that also has range, roundrobin or sticky
#   lets the group keep the eager protocol. That is the state in the middle of a migration: finish it by removing the
#   other one in a second round of restarts.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_partition.assignment.strategy
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-429%3A+Kafka+Consumer+Incremental+Rebalance+Protocol
# custom:
#   id: KC023
#   severities: [info]
#   confidence: certain
#   consequence: performance
#   kinds: [consumer]
#   remediation: Remove the eager assignor in a second round of restarts.
#   versions: ["2.4"]
#   since: "0.2.0"
package kcfglint.rules.consumer.assignor_mixed_is_eager

report contains finding if {
	input.client.name == "java"
	input.versions.client.version >= [2, 4]
	input.state["partition.assignment.strategy"] in {"explicit", "inherited"}
	names := [trim_space(name) | some name in split(input.values["partition.assignment.strategy"], ",")]
	"org.apache.kafka.clients.consumer.CooperativeStickyAssignor" in names
	some eager in names
	eager in {
		"org.apache.kafka.clients.consumer.RangeAssignor",
		"org.apache.kafka.clients.consumer.RoundRobinAssignor",
		"org.apache.kafka.clients.consumer.StickyAssignor",
	}
	finding := {
		"at": "partition.assignment.strategy",
		"message": $`partition.assignment.strategy also has "{eager}": with it the group stays eager and every rebalance stops all members; once all members have this list, remove it`,
	}
}
