# METADATA
# title: a static member is removed before it is back
# description: |
#   A member with a group.instance.id keeps its partitions over a restart, as long as it is back within
#   session.timeout.ms. A session below a minute is over before a pod is scheduled and started again, and the group
#   rebalances as it would without. Set 120000 or more, up to the brokers' group.max.session.timeout.ms.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_group.instance.id
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-345%3A+Introduce+static+membership+protocol+to+reduce+consumer+rebalances
# custom:
#   id: KC019
#   severities: [info]
#   confidence: likely
#   consequence: stall
#   kinds: [consumer]
#   remediation: Set session.timeout.ms to 120000 or more.
#   since: "0.2.0"
package kcfglint.rules.consumer.static_member_short_session

report contains finding if {
	input.state["group.instance.id"] in {"explicit", "inherited", "unknown"}
	input.settings["group.instance.id"]
	session := input.values["session.timeout.ms"]
	session < 60000
	not brokers_decide
	finding := {
		"at": place,
		"message": $`session.timeout.ms ({session}) of a static member: a restart that takes longer makes the group rebalance all the same; set 120000 or more`,
		"related": [{"at": "group.instance.id", "message": "the member is static"}],
	}
}

default place := "group.instance.id"

place := "session.timeout.ms" if input.state["session.timeout.ms"] in {"explicit", "inherited"}

# With group.protocol=consumer the brokers keep the session.
brokers_decide if lower(input.values["group.protocol"]) == "consumer"

brokers_decide if input.state["group.protocol"] == "unknown"
