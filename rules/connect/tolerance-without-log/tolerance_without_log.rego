# METADATA
# title: records that are skipped are not logged
# description: |
#   With errors.tolerance=all records that fail are skipped, and unless errors.log.enable is true nothing says so:
#   neither how many, nor which, nor why. Set errors.log.enable=true. A sink with a dead letter queue keeps the records
#   at least.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#sinkconnectorconfigs_errors.log.enable
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-298%3A+Error+Handling+in+Connect
# custom:
#   id: KN007
#   severities: [warning, info]
#   confidence: certain
#   consequence: loss
#   kinds: [source-connector, sink-connector, mirror]
#   remediation: Set errors.log.enable=true.
#   since: "0.2.0"
package kcfglint.rules.connect.tolerance_without_log

report contains finding if {
	input.values["errors.tolerance"] == "all"
	input.values["errors.log.enable"] == false
	some severity in severities
	finding := {
		"at": "errors.tolerance",
		"severity": severity,
		"message": `errors.tolerance="all" without a log: nothing says which records are skipped, and why; set errors.log.enable=true`,
	}
}

severities contains "warning" if input.kind != "sink-connector"

# A sink without a queue is the matter of another rule, which says that nothing is logged.
severities contains "info" if {
	input.kind == "sink-connector"
	trim_space(input.settings["errors.deadletterqueue.topic.name"].value) != ""
}
