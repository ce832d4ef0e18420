# METADATA
# title: requests of an old consumer end before its session
# description: |
#   Java consumers before 2.0 refuse to start unless request.timeout.ms is above both session.timeout.ms and
#   fetch.max.wait.ms, as joining a group could take as long as a session. Their default is 305000. Remove the
#   setting, or use a client from 2.0 on.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_request.timeout.ms
# custom:
#   id: KC040
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [consumer]
#   remediation: Remove request.timeout.ms.
#   versions: ["2.0"]
#   since: "0.2.0"
package kcfglint.rules.consumer.legacy_request_timeout

# KafkaConsumer.<init> of 0.9 to 1.1. The session's default was 10000.
report contains finding if {
	input.client.name == "java"
	input.versions.client.version < [2, 0]
	input.state["request.timeout.ms"] in {"explicit", "inherited"}
	request := input.values["request.timeout.ms"]
	session >= request
	finding := {
		"at": "request.timeout.ms",
		"message": $`request.timeout.ms="{request}" is not above session.timeout.ms ({session}): consumers before 2.0 refuse to start; remove it`,
	}
}

session := input.values["session.timeout.ms"] if input.state["session.timeout.ms"] in {"explicit", "inherited"}

session := 10000 if input.state["session.timeout.ms"] == "default"
