# METADATA
# title: a binding without a group loses what arrives while it is down
# description: |
#   A consumer binding of Spring Cloud Stream without a group gets an anonymous one: it starts at the end of the topic,
#   its offsets are gone with the instance, and what arrives between two runs is never read. Name the group of the
#   binding, unless each instance is to read only what is new, as a dashboard does. Listeners of Spring for Apache Kafka
#   are left out: they name their group in an annotation, or do not start.
# related_resources:
# - ref: https://docs.spring.io/spring-cloud-stream/reference/spring-cloud-stream/consumer-groups.html
# custom:
#   id: KC030
#   severities: [warning, info]
#   confidence: likely
#   consequence: loss
#   kinds: [consumer]
#   remediation: Set spring.cloud.stream.bindings.<name>.group.
#   since: "0.1.0"
package kcfglint.rules.consumer.group_id_missing

import data.kcfglint.lib.loss

report contains finding if {
	input.values["@binding.anonymous"] == true
	finding := {
		"at": "@binding.anonymous",
		"severity": severity,
		"message": "no group: the binding reads with an anonymous group that starts at the end of the topic, so records that arrive while it is down are lost; set its group",
	}
}

default severity := "warning"

severity := "info" if loss.tolerated
