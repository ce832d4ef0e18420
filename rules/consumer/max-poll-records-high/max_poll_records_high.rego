# METADATA
# title: one poll returns more records than its time allows for
# description: |
#   All records of one poll must be processed within max.poll.interval.ms, or the member leaves the group and others
#   process them again. More than 5000 records in the five minutes of the default leave less than 60 ms for each.
#   Lower max.poll.records, or raise max.poll.interval.ms to what they need.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_max.poll.records
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_max.poll.interval.ms
# custom:
#   id: KC018
#   severities: [info]
#   confidence: likely
#   consequence: duplication
#   kinds: [consumer]
#   remediation: Lower max.poll.records, or raise max.poll.interval.ms.
#   since: "0.2.0"
package kcfglint.rules.consumer.max_poll_records_high

import data.kcfglint.lib.group

report contains finding if {
	records := input.values["max.poll.records"]
	records > 5000
	input.state["max.poll.records"] in {"explicit", "inherited"}
	input.state["max.poll.interval.ms"] == "default"
	not input.owner in {"streams", "flink", "connect"}
	not group.missing(input.state["group.id"])
	interval := input.values["max.poll.interval.ms"]
	finding := {
		"at": "max.poll.records",
		"message": $`max.poll.records="{records}" within max.poll.interval.ms ({interval} by default): where a record takes longer than {ceil(interval / records)} ms, the member leaves the group and its records are processed again; lower it or raise max.poll.interval.ms`,
	}
}
