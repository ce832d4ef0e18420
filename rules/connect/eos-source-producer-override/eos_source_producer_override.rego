# METADATA
# title: exactly-once sources replace a setting of their producers
# description: |
#   Where sources run exactly once, Connect makes the transactional ids of their producers and turns idempotence on,
#   whatever is written, and only logs a warning. So the file says something else than what runs. Remove the setting.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#sourceconnectorconfigs_exactly.once.support
# - ref: https://kafka.apache.org/documentation/#connectconfigs_exactly.once.source.support
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-618%3A+Exactly-Once+Support+for+Source+Connectors
# custom:
#   id: KN013
#   severities: [warning]
#   confidence: certain
#   consequence: ignored
#   kinds: [source-connector, connect-worker]
#   remediation: Remove enable.idempotence and transactional.id of the producer.
#   supersedes: [KP006, KP007, KP013]
#   since: "0.2.0"
package kcfglint.rules.connect.eos_source_producer_override

report contains finding if {
	some key, value in replaced
	exactly_once
	finding := {
		"at": key,
		"message": $`{key}="{value}" has no effect: sources run exactly once here, and Connect sets it for their producers; remove it`,
	}
}

exactly_once if {
	input.kind == "source-connector"
	lower(trim_space(input.settings["exactly.once.support"].value)) == "required"
}

exactly_once if {
	input.kind == "connect-worker"
	lower(trim_space(input.settings["exactly.once.source.support"].value)) == "enabled"
}

# Worker.exactlyOnceSourceTaskProducerConfigs
replaced["producer.override.enable.idempotence"] := "false" if {
	lower(trim_space(input.settings["producer.override.enable.idempotence"].value)) == "false"
}

replaced["producer.enable.idempotence"] := "false" if {
	lower(trim_space(input.settings["producer.enable.idempotence"].value)) == "false"
}

replaced["producer.override.transactional.id"] := input.settings["producer.override.transactional.id"].value if {
	input.state["producer.override.transactional.id"] in {"explicit", "inherited"}
}

replaced["producer.transactional.id"] := input.settings["producer.transactional.id"].value if {
	input.state["producer.transactional.id"] in {"explicit", "inherited"}
}
