# METADATA
# title: a framework subscribes and no group is named
# description: |
#   A binding of Spring Cloud Stream without a group gets an anonymous one: it starts at the end of the topic, its
#   offsets are gone with the instance, and what arrives between two runs is never read. Name the group of the binding.
#   A listener of Spring for Apache Kafka does not start without a group.id, unless its annotation names the group.
# related_resources:
# - ref: https://docs.spring.io/spring-kafka/reference/kafka/receiving-messages/listener-group-id.html
# - ref: https://docs.spring.io/spring-cloud-stream/reference/spring-cloud-stream/consumer-groups.html
# custom:
#   id: KC030
#   severities: [warning]
#   confidence: likely
#   consequence: loss
#   kinds: [consumer]
#   remediation: Name the group of the listener or binding.
#   since: "0.1.0"
package kcfglint.rules.consumer.group_id_missing

report contains finding if {
	input.values["@binding.anonymous"] == true
	finding := {
		"at": "@binding.anonymous",
		"confidence": "certain",
		"message": "no group: the binding reads with an anonymous group that starts at the end of the topic, so records that arrive while it is down are lost; set group",
	}
}

report contains finding if {
	input.owner == "spring"
	input.state["group.id"] == "absent"
	not input.settings["@binding.anonymous"]
	finding := {
		"at": "group.id",
		"consequence": "startup-failure",
		"message": "group.id is not set: a listener whose annotation names no group does not start; set spring.kafka.consumer.group-id",
	}
}
