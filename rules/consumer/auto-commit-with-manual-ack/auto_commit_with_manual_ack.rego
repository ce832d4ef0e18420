# METADATA
# title: auto-commit contradicts acknowledgement by hand
# description: |
#   Spring's listener containers with ack-mode manual or manual_immediate refuse to start while enable-auto-commit is
#   true: the client would commit what the listener has not acknowledged. Remove enable-auto-commit.
# related_resources:
# - ref: https://docs.spring.io/spring-kafka/reference/kafka/receiving-messages/message-listener-container.html
# custom:
#   id: KC003
#   severities: [error]
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
	regex.replace(lower(mode), "[-_]", "") in {"manual", "manualimmediate"}
	finding := {
		"at": "enable.auto.commit",
		"message": $`enable.auto.commit="true" with ack-mode="{mode}" (line {input.settings["@listener.ack-mode"].line}): the listener container refuses to start; remove enable-auto-commit`,
		"related": [{"at": "@listener.ack-mode", "message": "records are acknowledged by hand"}],
	}
}
