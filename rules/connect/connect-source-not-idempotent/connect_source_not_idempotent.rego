# METADATA
# title: sources write duplicates when a request is repeated
# description: |
#   Connect turns idempotence off for the producers of its sources, from 3.0.2, 3.1.1 and 3.2 on explicitly. A request
#   that is repeated because its answer was lost is written twice, and after a crash a source repeats what it wrote
#   since the last commit of offsets. Set exactly.once.source.support=enabled (3.3), or at least
#   producer.enable.idempotence=true.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#connectconfigs_exactly.once.source.support
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-618%3A+Exactly-Once+Support+for+Source+Connectors
# custom:
#   id: KN027
#   severities: [info]
#   confidence: certain
#   consequence: duplication
#   kinds: [connect-worker]
#   remediation: Set exactly.once.source.support=enabled, or producer.enable.idempotence=true.
#   versions: ["connect 3.3"]
#   since: "0.2.0"
package kcfglint.rules.connect.connect_source_not_idempotent

report contains finding if {
	input.state["exactly.once.source.support"] in {"absent", "default"}
	input.state["group.id"] in {"explicit", "inherited"} # a standalone worker has no such support
	not input.settings["producer.enable.idempotence"]
	input.versions.connect.version >= [3, 3]
	finding := {
		"at": "exactly.once.source.support",
		"message": "the producers of sources are not idempotent in Connect, so a request that is repeated is written twice; set exactly.once.source.support=enabled, or producer.enable.idempotence=true",
	}
}
