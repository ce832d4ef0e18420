# METADATA
# title: a consumer that hangs keeps its partitions for long
# description: |
#   A member that does not poll for max.poll.interval.ms leaves the group, and others take its partitions over. Above
#   half an hour a consumer that is stuck in one record holds up its partitions for that long, and a rebalance waits
#   for it. Set what the slowest batch needs, and lower max.poll.records where that is much.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_max.poll.interval.ms
# custom:
#   id: KC017
#   severities: [warning]
#   confidence: likely
#   consequence: stall
#   kinds: [consumer]
#   remediation: Set max.poll.interval.ms to what the slowest batch needs, and lower max.poll.records.
#   since: "0.2.0"
package kcfglint.rules.consumer.max_poll_interval_huge

import data.kcfglint.lib.group

report contains finding if {
	interval := input.values["max.poll.interval.ms"]
	interval > 1800000
	input.state["max.poll.interval.ms"] in {"explicit", "inherited"}
	not input.owner in {"streams", "flink"}
	not group.missing(input.state["group.id"])
	finding := {
		"at": "max.poll.interval.ms",
		"message": $`max.poll.interval.ms="{interval}": a consumer that hangs holds its partitions up, and each rebalance, for {floor(interval / 60000)} minutes; set what the slowest batch needs and lower max.poll.records`,
	}
}
