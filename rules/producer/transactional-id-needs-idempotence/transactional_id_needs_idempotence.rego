# METADATA
# title: transactional.id contradicts a setting that rules idempotence out
# description: |
#   Transactions need an idempotent producer. With a transactional.id, the producer refuses to start if
#   enable.idempotence is false, acks is not all, retries is 0 or more than five requests may be in flight. This often
#   comes from adding transactions to an older configuration with acks=1. Set acks=all and remove the others.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_transactional.id
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
# custom:
#   id: KP013
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer]
#   remediation: Set acks=all, and remove enable.idempotence=false, retries=0 and more than five requests in flight.
#   supersedes: [KP001, KP002, KP006, KP007, KP009, KP012, KP020]
#   since: "0.1.0"
package kcfglint.rules.producer.transactional_id_needs_idempotence

report contains finding if {
	input.values["enable.idempotence"] == false
	input.state["enable.idempotence"] in {"explicit", "inherited"}
	transactional
	finding := {
		"at": "enable.idempotence",
		"message": $`enable.idempotence="false" with {id}: the producer refuses to start; remove enable.idempotence`,
		"related": related,
	}
}

report contains finding if {
	acks := input.values.acks
	not acks in {"all", "-1"}
	input.state.acks in {"explicit", "inherited"}
	unsaid
	transactional
	finding := {
		"at": "acks",
		"message": $`acks="{acks}" with {id}: the producer refuses to start; set acks=all`,
		"related": related,
	}
}

report contains finding if {
	input.values.retries == 0
	input.state.retries in {"explicit", "inherited"}
	unsaid
	transactional
	finding := {
		"at": "retries",
		"message": $`retries="0" with {id}: the producer refuses to start; remove retries`,
		"related": related,
	}
}

report contains finding if {
	in_flight := input.values["max.in.flight.requests.per.connection"]
	in_flight > 5
	input.state["max.in.flight.requests.per.connection"] in {"explicit", "inherited"}
	unsaid
	transactional
	finding := {
		"at": "max.in.flight.requests.per.connection",
		"message": $`max.in.flight.requests.per.connection="{in_flight}" with {id}: the producer refuses to start; set at most 5`,
		"related": related,
	}
}

# Config.Validate of sarama, and cfg.validate of franz-go.
report contains finding if {
	input.client.name == "sarama"
	input.settings["transactional.id"].value != ""
	input.values["enable.idempotence"] == false
	finding := {
		"at": "enable.idempotence",
		"message": $`Producer.Idempotent is false with {id}: sarama refuses to start; set it to true`,
		"related": related,
	}
}

report contains finding if {
	input.client.name == "franz-go"
	input.settings["transactional.id"]
	input.values.DisableIdempotentWrite == true
	finding := {
		"at": "DisableIdempotentWrite",
		"message": $`DisableIdempotentWrite="true" with {id}: franz-go refuses to start; remove it`,
		"related": related,
	}
}

# Where idempotence is written, a contradiction is KP008's, or that of the first rule above.
unsaid if input.state["enable.idempotence"] in {"absent", "default"}

# The id may be unknown, as in orders-${HOSTNAME}; that there is one is what counts.
transactional if {
	input.client.name == "java"
	input.settings["transactional.id"]
}

# librdkafka takes an empty one for none.
transactional if {
	input.client.name == "librdkafka"
	input.settings["transactional.id"].value != ""
}

id := $`transactional.id="{setting.value}" (line {setting.line})` if setting := input.settings["transactional.id"]

related := [{"at": "transactional.id", "message": "transactions need an idempotent producer"}]
