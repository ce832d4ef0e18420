# METADATA
# title: the worker's log holds what failed records contain
# description: |
#   With errors.log.include.messages=true Connect writes each source record that failed into its log, keys and values
#   included, so whatever the records contain ends up where logs are collected, read and kept. Set it to false: the log
#   says which step failed, and why, all the same. In a sink only topic, partition, offset and timestamp are logged.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#sourceconnectorconfigs_errors.log.include.messages
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-298%3A+Error+Handling+in+Connect
# custom:
#   id: KN008
#   severities: [warning]
#   confidence: certain
#   consequence: security
#   kinds: [source-connector]
#   remediation: Set errors.log.include.messages=false.
#   since: "0.2.0"
package kcfglint.rules.connect.error_log_payloads

# LogReporter.Source; that of sinks logs where the record is.
report contains finding if {
	input.values["errors.log.include.messages"] == true
	input.values["errors.log.enable"] == true
	finding := {
		"at": "errors.log.include.messages",
		"message": `errors.log.include.messages="true": the log of the worker holds the source records that failed, with what is confidential in them; set false`,
	}
}
