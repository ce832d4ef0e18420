# METADATA
# title: the application.id of a Streams application is empty
# description: |
#   The application.id is the name of the application's group and the prefix of its internal topics. Streams refuses to
#   start without one. An empty one passes as a setting, but from Kafka 4.0 on the main consumer, whose group it
#   becomes, is refused. Set a name that no other application of the cluster has, and never change it: the state belongs
#   to it.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_application.id
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_group.id
# custom:
#   id: KS001
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [streams]
#   remediation: Set application.id to a name of the application's own.
#   versions: ["4.0"]
#   since: "0.2.0"
package kcfglint.rules.streams.application_id_missing

# One that is not written is often set in code, or by a framework; an empty one reaches
# ClassicKafkaConsumer as its group.
report contains finding if {
	input.state["application.id"] in {"explicit", "inherited"}
	trim_space(input.values["application.id"]) == ""
	input.versions.client.version >= [4, 0]
	finding := {
		"at": "application.id",
		"message": `application.id="": it is the consumers' group.id, and Kafka 4.0 and newer refuse an empty one, so Streams does not start; set a name of its own`,
	}
}
