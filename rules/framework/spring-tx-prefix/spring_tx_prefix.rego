# METADATA
# title: transactions of Spring contradict a setting that rules idempotence out
# description: |
#   A transaction-id-prefix makes Spring's producers transactional, and therefore idempotent. They refuse to start with acks
#   other than all, retries=0 or enable.idempotence=false. This often comes from adding transactions to an older
#   configuration with acks: 1. Set acks: all and remove the others.
# related_resources:
# - ref: https://docs.spring.io/spring-kafka/reference/kafka/transactions.html
# - ref: https://kafka.apache.org/documentation/#producerconfigs_transactional.id
# custom:
#   id: KM018
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer]
#   remediation: Set acks to all, and remove retries=0 and enable.idempotence=false.
#   supersedes: [KP001, KP002, KP006, KP007, KP008, KP009, KP012, KP013, KP020]
#   since: "0.1.0"
package kcfglint.rules.framework.spring_tx_prefix

report contains finding if {
	prefix
	input.values.acks in {"0", "1"}
	input.state.acks in {"explicit", "inherited"}
	finding := {
		"at": "acks",
		"message": $`acks="{input.values.acks}" with {prefix}: the transactional producer refuses to start; set acks=all`,
		"related": related,
	}
}

report contains finding if {
	prefix
	input.values.retries == 0
	input.state.retries in {"explicit", "inherited"}
	finding := {
		"at": "retries",
		"message": $`retries="0" with {prefix}: the transactional producer refuses to start; remove retries`,
		"related": related,
	}
}

report contains finding if {
	prefix
	input.values["enable.idempotence"] == false
	input.state["enable.idempotence"] in {"explicit", "inherited"}
	finding := {
		"at": "enable.idempotence",
		"message": $`enable.idempotence="false" with {prefix}: the transactional producer refuses to start; remove enable.idempotence`,
		"related": related,
	}
}

prefix := $`transaction-id-prefix="{setting.value}" (line {setting.line})` if {
	setting := input.settings["@spring.transaction-id-prefix"]
}

related := [{"at": "@spring.transaction-id-prefix", "message": "transactions need an idempotent producer"}]
