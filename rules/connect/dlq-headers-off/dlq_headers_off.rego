# METADATA
# title: the dead letter queue does not say why a record is in it
# description: |
#   Without errors.deadletterqueue.context.headers.enable a record in the dead letter queue is a copy of the original,
#   without its topic, partition and offset, and without the exception. Nobody can tell where it belongs and what to
#   mend before it is written again. Set it to true.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#sinkconnectorconfigs_errors.deadletterqueue.context.headers.enable
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-298%3A+Error+Handling+in+Connect
# custom:
#   id: KN006
#   severities: [info]
#   confidence: certain
#   consequence: loss
#   kinds: [sink-connector]
#   remediation: Set errors.deadletterqueue.context.headers.enable=true.
#   since: "0.2.0"
package kcfglint.rules.connect.dlq_headers_off

report contains finding if {
	input.values["errors.tolerance"] == "all"
	input.values["errors.deadletterqueue.context.headers.enable"] == false
	queue := trim_space(input.settings["errors.deadletterqueue.topic.name"].value)
	queue != ""
	finding := {
		"at": "errors.deadletterqueue.topic.name",
		"message": $`the records in "{queue}" do not say where they come from and why they failed; set errors.deadletterqueue.context.headers.enable=true`,
	}
}
