# METADATA
# title: every rebalance stops all members
# description: |
#   With range, roundrobin and sticky every member gives all its partitions up before a rebalance and waits until it
#   has new ones. The cooperative-sticky assignor moves only what must move. A running group changes in two rounds of
#   restarts: first with both in the list, then with cooperative-sticky alone.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_partition.assignment.strategy
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-429%3A+Kafka+Consumer+Incremental+Rebalance+Protocol
# custom:
#   id: KC022
#   severities: [info]
#   confidence: certain
#   consequence: stall
#   kinds: [consumer]
#   remediation: Change to the cooperative-sticky assignor.
#   versions: ["2.4"]
#   since: "0.2.0"
package kcfglint.rules.consumer.assignor_eager_only

report contains finding if {
	input.client.name == "java"
	input.versions.client.version >= [2, 4]
	eager(`^org\.apache\.kafka\.clients\.consumer\.(?:Range|RoundRobin|Sticky)Assignor$`)
	finding := stops("org.apache.kafka.clients.consumer.CooperativeStickyAssignor")
}

report contains finding if {
	input.client.name == "librdkafka"
	input.versions.client.version >= [1, 6]
	eager(`^(?:range|roundrobin)$`)
	finding := stops("cooperative-sticky")
}

eager(pattern) if {
	input.state["partition.assignment.strategy"] in {"explicit", "inherited"}
	names := [trim_space(name) | some name in split(input.values["partition.assignment.strategy"], ",")]
	names != []
	every name in names { regex.match(pattern, name) }
}

stops(instead) := {
	"at": "partition.assignment.strategy",
	"message": $`partition.assignment.strategy="{input.values["partition.assignment.strategy"]}": every rebalance stops all members of the group; change to {instead} in two rounds of restarts`,
}
