# METADATA
# title: records that a source cannot convert or send are skipped
# description: |
#   With errors.tolerance=all a source connector goes on when a converter or a transformation fails, and from Kafka 3.2
#   on also when the producer cannot send a record. A source has no dead letter queue: the record is skipped and its
#   offset is committed, so it never reaches the topic. Let the task fail, and mend the cause.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#sourceconnectorconfigs_errors.tolerance
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-298%3A+Error+Handling+in+Connect
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-779%3A+Allow+Source+Tasks+to+Handle+Producer+Exceptions
# custom:
#   id: KN002
#   severities: [warning, info]
#   confidence: certain
#   consequence: loss
#   kinds: [source-connector, mirror]
#   remediation: Remove errors.tolerance, so that the task stops at the record.
#   supersedes: [KN007]
#   versions: ["connect 3.2"]
#   since: "0.2.0"
package kcfglint.rules.connect.tolerance_all_source

import data.kcfglint.lib.loss

report contains finding if {
	input.values["errors.tolerance"] == "all"
	finding := {
		"at": "errors.tolerance",
		"severity": severity,
		"message": $`errors.tolerance="all" in a source: records that cannot be converted{or_sent} are skipped and their offsets are committed, as sources have no dead letter queue; remove it`,
	}
}

default or_sent := ""

or_sent := " or sent" if input.versions.connect.version >= [3, 2]

default severity := "warning"

severity := "info" if loss.tolerated
