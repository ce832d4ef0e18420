# METADATA
# title: records that cannot be written are dropped
# description: |
#   A production exception handler decides what happens to a record that the brokers do not take, because it is too
#   large or the topic is gone. By default Streams fails. A handler that continues drops the record, while the offset of
#   its input is committed: the result is missing for good. Let it fail, or write such records to a topic of their own.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_production.exception.handler
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-210+-+Provide+for+custom+error+handling++when+Kafka+Streams+fails+to+produce
# custom:
#   id: KS012
#   severities: [warning, info]
#   confidence: likely
#   consequence: loss
#   kinds: [streams]
#   remediation: Remove the handler, so that the application fails.
#   versions: ["4.0"]
#   since: "0.2.0"
package kcfglint.rules.streams.production_continue

import data.kcfglint.lib.loss

report contains finding if {
	class := trim_space(handler)
	regex.match(`(?i)[^.]*(?:continue|ignor|swallow|skip)[^.]*$`, class)
	finding := {
		"at": key,
		"severity": severity,
		"message": $`{key}="{class}": by its name it drops records that cannot be written, whose input counts as processed; let the application fail, or keep them in a topic of their own`,
	}
}

key := "production.exception.handler" if {
	input.state["production.exception.handler"] in {"explicit", "inherited"}
	input.versions.client.version >= [4, 0]
}

# What has the new name counts before what has the old one.
key := "default.production.exception.handler" if {
	input.state["default.production.exception.handler"] in {"explicit", "inherited"}
	renamed_unset
}

renamed_unset if not input.settings["production.exception.handler"]

renamed_unset if input.versions.client.version < [4, 0]

handler := input.values["production.exception.handler"] if key == "production.exception.handler"

handler := input.values["default.production.exception.handler"] if startswith(key, "default.")

default severity := "warning"

severity := "info" if loss.tolerated
