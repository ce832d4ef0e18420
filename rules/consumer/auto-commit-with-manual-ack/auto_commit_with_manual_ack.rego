# METADATA
# title: auto-commit contradicts acknowledgement by hand
# description: |
#   Spring's listener containers with ack-mode manual or manual_immediate refuse to start while enable-auto-commit is
#   true: the client would commit what the listener has not acknowledged. Remove enable-auto-commit.
#   Where a channel of SmallRye has enable.auto.commit=true and a commit-strategy, both commit, and the client does it for
#   messages that are not acknowledged yet.
# related_resources:
# - ref: https://smallrye.io/smallrye-reactive-messaging/latest/kafka/receiving-kafka-records/
# - ref: https://docs.spring.io/spring-kafka/reference/kafka/receiving-messages/message-listener-container.html
# custom:
#   id: KC003
#   severities: [error, warning]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [consumer]
#   remediation: Remove enable-auto-commit.
#   supersedes: [KC001]
#   since: "0.2.0"
package kcfglint.rules.consumer.auto_commit_with_manual_ack

# KafkaMessageListenerContainer.ListenerConsumer.
report contains finding if {
	input.owner == "spring"
	input.values["enable.auto.commit"] == true
	input.state["enable.auto.commit"] in {"explicit", "inherited"}
	mode := input.values["@listener.ack-mode"]
	regex.replace(lower(mode), `[-_]`, "") in {"manual", "manualimmediate"}
	finding := {
		"at": "enable.auto.commit",
		"message": $`enable.auto.commit="true" with ack-mode="{mode}" (line {input.settings["@listener.ack-mode"].line}): the listener container refuses to start; remove enable-auto-commit`,
		"related": [{"at": "@listener.ack-mode", "message": "records are acknowledged by hand"}],
	}
}

report contains finding if {
	input.owner == "smallrye"
	input.values["enable.auto.commit"] == true
	input.state["enable.auto.commit"] in {"explicit", "inherited"}
	strategy := trim_space(input.settings["commit-strategy"].value)
	strategy in {"throttled", "latest", "checkpoint"}
	finding := {
		"at": "enable.auto.commit",
		"severity": "warning",
		"consequence": "loss",
		"message": $`enable.auto.commit="true" with commit-strategy="{strategy}" (line {input.settings["commit-strategy"].line}): the client commits messages that are not acknowledged yet, so a crash loses them; remove enable.auto.commit`,
		"related": [{"at": "commit-strategy", "message": "SmallRye commits what is acknowledged"}],
	}
}
