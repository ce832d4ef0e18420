# METADATA
# title: corrupt records are not noticed
# description: |
#   Each batch carries a checksum. With check.crcs=false the consumer hands on what was damaged on a disk or on the
#   way as if it were right. The check costs next to nothing. Remove the setting; with librdkafka, which does not
#   check by default, set it to true where payloads must be intact.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_check.crcs
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
# custom:
#   id: KC039
#   severities: [warning, info]
#   confidence: certain
#   consequence: corruption
#   kinds: [consumer, share-consumer]
#   remediation: Set check.crcs=true.
#   since: "0.2.0"
package kcfglint.rules.consumer.crc_disabled

report contains finding if {
	input.values["check.crcs"] == false
	input.state["check.crcs"] in {"explicit", "inherited"}
	finding := {
		"at": "check.crcs",
		"severity": severity,
		"message": `check.crcs="false": records that were damaged on a disk or on the way are handed on as if they were right; set true`,
	}
}

default severity := "warning"

# The same as its default.
severity := "info" if input.client.name == "librdkafka"
