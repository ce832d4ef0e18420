# METADATA
# title: offsets of idle groups go within a day
# description: |
#   offsets.retention.minutes is how long the offsets of a group are kept after its last member has left; 10080, a
#   week, unless it is set, and 1440 before 2.0. With less than a day a consumer that is stopped over night finds no
#   offsets and starts where auto.offset.reset says: it skips what came in the meantime, or reads everything again.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_offsets.retention.minutes
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-186%3A+Increase+offsets+retention+default+to+7+days
# custom:
#   id: KB012
#   severities: [warning]
#   confidence: certain
#   consequence: loss
#   kinds: [broker]
#   remediation: Set offsets.retention.minutes=10080 or more.
#   since: "0.2.0"
package kcfglint.rules.broker.offsets_retention_short

report contains finding if {
	input.state["offsets.retention.minutes"] in {"explicit", "inherited"}
	minutes := input.values["offsets.retention.minutes"]
	minutes < 1440 * 60000
	finding := {
		"at": "offsets.retention.minutes",
		"message": $`offsets.retention.minutes="{input.settings["offsets.retention.minutes"].value}": a group that is stopped for longer loses its offsets, and skips or repeats records; set 10080`,
	}
}
