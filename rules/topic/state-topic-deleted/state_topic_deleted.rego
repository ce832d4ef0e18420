# METADATA
# title: a topic that holds state is not compacted
# description: |
#   The changelogs of Kafka Streams, the three internal topics of Kafka Connect and the topic of Schema Registry hold
#   the only copy of what they keep, under the latest record of each key. With cleanup.policy=delete, the default, old
#   records go after the retention time whether they are the latest of their key or not: state, offsets, connectors or
#   schemas are lost. Connect refuses to start with such a topic. compact keeps the latest record of every key;
#   changelogs of windows use compact,delete.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#topicconfigs_cleanup.policy
# - ref: https://kafka.apache.org/documentation/#connect_running
# - ref: https://docs.confluent.io/platform/current/schema-registry/installation/deployment.html
# custom:
#   id: KT007
#   severities: [error]
#   confidence: certain
#   consequence: loss
#   kinds: [topic]
#   remediation: Set cleanup.policy=compact.
#   since: "0.2.0"
package kcfglint.rules.topic.state_topic_deleted

report contains finding if {
	regex.match(`-changelog$|^_?_?connect[-_.](configs?|offsets?|status(es)?)$|^_schemas$|^__consumer_offsets$`, input.name)
	input.state["cleanup.policy"] in {"explicit", "inherited", "default"}
	policy := input.values["cleanup.policy"]
	not contains(policy, "compact")
	finding := {
		"at": "cleanup.policy",
		"message": $`{input.name} holds state, but {how(policy)}: records go after the retention time though they are the only copy; set cleanup.policy=compact`,
	}
}

how(policy) := $`cleanup.policy="{policy}" deletes` if input.state["cleanup.policy"] in {"explicit", "inherited"}

how(_) := "cleanup.policy is not set and deletes by default" if input.state["cleanup.policy"] == "default"
