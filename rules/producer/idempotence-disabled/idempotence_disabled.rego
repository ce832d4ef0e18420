# METADATA
# title: without idempotence a retry can store a batch twice
# description: |
#   The broker stores a batch, its response is lost, the producer sends the batch again and the broker appends it a
#   second time. With more than one request in flight a retried batch can also land behind its successor. Remove
#   enable.idempotence=false, or set it to true where the client's default is off. The rule is silent where nothing
#   is retried, and for producers of Connect, which turns idempotence off itself.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_enable.idempotence
# custom:
#   id: KP006
#   severities: [warning]
#   confidence: certain
#   consequence: duplication
#   kinds: [producer]
#   remediation: Set enable.idempotence=true.
#   supersedes: [KP012]
#   since: "0.1.0"
package kcfglint.rules.producer.idempotence_disabled

report contains finding if {
	input.values["enable.idempotence"] == false
	input.state["enable.idempotence"] in {"explicit", "inherited"}
	not input.owner in {"connect", "mirrormaker"}
	not never_retries
	finding := {
		"at": "enable.idempotence",
		"message": $`enable.idempotence="false": a batch whose response was lost is stored a second time by its retry; {mend}`,
	}
}

default mend := "remove it or set enable.idempotence=true"

# Idempotence needs acks=all, which old Java clients put in place of their default by themselves.
mend := "set acks=all and enable.idempotence=true" if {
	input.values.acks == "1"
	input.state.acks in {"explicit", "inherited"}
}

never_retries if input.values.retries == 0

never_retries if input.values.acks == "0"
