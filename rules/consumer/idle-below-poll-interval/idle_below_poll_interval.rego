# METADATA
# title: connections are closed before a slow poll comes back
# description: |
#   A consumer closes a connection that it has not used for connections.max.idle.ms. Where a poll may take longer than
#   that, it comes back to closed connections, must find its coordinator again, and can miss its heartbeats and commits.
#   Java clients from 4.4 on say so in their log. Raise connections.max.idle.ms above max.poll.interval.ms.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_connections.max.idle.ms
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_max.poll.interval.ms
# custom:
#   id: KC042
#   severities: [info]
#   confidence: certain
#   consequence: duplication
#   kinds: [consumer]
#   remediation: Raise connections.max.idle.ms above max.poll.interval.ms.
#   versions: ["4.4"]
#   since: "0.1.0"
package kcfglint.rules.consumer.idle_below_poll_interval

report contains finding if {
	input.client.name == "java"
	input.versions.client.version >= [4, 4]
	idle := input.values["connections.max.idle.ms"]
	idle >= 0
	poll := input.values["max.poll.interval.ms"]
	idle < poll
	finding := {
		"at": place,
		"message": $`connections.max.idle.ms ({idle}) is below max.poll.interval.ms ({poll}): a slow poll comes back to closed connections; raise connections.max.idle.ms`,
	}
}

default place := "max.poll.interval.ms"

place := "connections.max.idle.ms" if input.state["connections.max.idle.ms"] in {"explicit", "inherited"}
