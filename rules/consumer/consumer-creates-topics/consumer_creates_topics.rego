# METADATA
# title: a name with a typo becomes a topic
# description: |
#   A consumer asks for a topic that does not exist, and the broker creates it: allow.auto.create.topics is true by
#   default, and so is auto.create.topics.enable of these brokers. The topic gets the brokers' defaults, and the consumer
#   waits for records that go elsewhere. Set allow.auto.create.topics=false.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_allow.auto.create.topics
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_auto.create.topics.enable
# custom:
#   id: KC037
#   severities: [info]
#   confidence: likely
#   consequence: cost
#   kinds: [consumer]
#   remediation: Set allow.auto.create.topics=false.
#   since: "0.2.0"
package kcfglint.rules.consumer.consumer_creates_topics

report contains finding if {
	input.values["@broker.auto.create.topics.enable"] == true
	input.values["allow.auto.create.topics"] == true
	not input.owner in {"connect", "streams", "flink", "mirrormaker"}
	finding := {
		"at": "allow.auto.create.topics",
		"message": `allow.auto.create.topics is true, and so is auto.create.topics.enable of the brokers: a topic whose name has a typo is created, empty; set allow.auto.create.topics=false`,
		"related": [{"at": "@broker.auto.create.topics.enable", "message": "the brokers"}],
	}
}
