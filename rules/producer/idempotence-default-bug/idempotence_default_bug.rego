# METADATA
# title: clients 3.0.0 and 3.1.0 are not idempotent by default
# description: |
#   Java clients 3.0.0 and 3.1.0 declare enable.idempotence=true as their default and do not act on it, so a retry
#   after a lost response stores a batch twice. Use 3.0.1, 3.1.1 or later, or write enable.idempotence=true.
# related_resources:
# - ref: https://issues.apache.org/jira/browse/KAFKA-13598
# - ref: https://kafka.apache.org/documentation/#upgrade_320_notable
# custom:
#   id: KP010
#   severities: [warning]
#   confidence: certain
#   consequence: duplication
#   kinds: [producer]
#   remediation: Use a client from 3.1.1 on, or write enable.idempotence=true.
#   since: "0.2.0"
package kcfglint.rules.producer.idempotence_default_bug

report contains finding if {
	input.client.name == "java"
	version := input.versions.client.version
	array.slice(version, 0, 3) in {[3, 0, 0], [3, 1, 0]}
	input.state["enable.idempotence"] == "default"
	input.state["transactional.id"] in {"absent", "default"}
	acknowledged
	not input.owner in {"connect", "mirrormaker", "streams"}
	finding := {
		"at": "enable.idempotence",
		"message": $`enable.idempotence is not set, and the client {version[0]}.{version[1]}.0 does not act on its own default: a retry can store a batch twice; write enable.idempotence=true or use a later client`,
	}
}

# What is written against idempotence says that it is not expected.
acknowledged if input.values.acks == "all"

acknowledged if input.state.acks == "default"
