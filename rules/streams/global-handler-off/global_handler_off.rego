# METADATA
# title: the processing exception handler does not see global threads
# description: |
#   Until Kafka 5.0, processing.exception.handler is not asked for exceptions in the processors of global stores: those
#   stop the application whatever the handler says, and from 4.3 on Streams logs a warning. Set
#   processing.exception.handler.global.enabled to say which of the two is meant; the default changes with 5.0.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_processing.exception.handler.global.enabled
# custom:
#   id: KS015
#   severities: [info]
#   confidence: certain
#   consequence: stall
#   kinds: [streams]
#   remediation: Set processing.exception.handler.global.enabled.
#   versions: ["4.3"]
#   since: "0.2.0"
package kcfglint.rules.streams.global_handler_off

report contains finding if {
	input.state["processing.exception.handler"] in {"explicit", "inherited"}
	input.state["processing.exception.handler.global.enabled"] in {"absent", "default"}
	input.versions.client.version >= [4, 3]
	finding := {
		"at": "processing.exception.handler",
		"message": $`processing.exception.handler="{input.values["processing.exception.handler"]}" is not asked in global stores, where an exception stops the application; set processing.exception.handler.global.enabled, whose default changes with 5.0`,
	}
}
