# METADATA
# title: the dead letter queue is one of the topics that the sink reads
# description: |
#   A sink that read its own dead letter queue would fail on the same records for ever. Connect refuses such a
#   connector, whether the queue is in topics or matched by topics.regex. Give the queue a name that the sink does not
#   read.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#sinkconnectorconfigs_errors.deadletterqueue.topic.name
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-298%3A+Error+Handling+in+Connect
# custom:
#   id: KN009
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [sink-connector]
#   remediation: Give the dead letter queue a name that the sink does not read.
#   since: "0.1.0"
package kcfglint.rules.connect.dlq_is_input

report contains finding if {
	queue in {trim_space(topic) | some topic in split(input.values.topics, ",")}
	finding := {
		"at": "errors.deadletterqueue.topic.name",
		"message": $`errors.deadletterqueue.topic.name="{queue}" is one of topics="{input.values.topics}" (line {input.settings.topics.line}): Connect refuses the connector; name another topic`,
		"related": [{"at": "topics", "message": "the sink reads the queue"}],
	}
}

report contains finding if {
	pattern := $`^(?:{input.values["topics.regex"]})$`
	regex.is_valid(pattern)
	regex.match(pattern, queue)
	finding := {
		"at": "errors.deadletterqueue.topic.name",
		"message": $`errors.deadletterqueue.topic.name="{queue}" is matched by topics.regex="{input.values["topics.regex"]}" (line {line}): Connect refuses the connector; name another topic`,
		"related": [{"at": "topics.regex", "message": "the sink reads the queue"}],
	}
}

queue := name if {
	name := trim_space(input.values["errors.deadletterqueue.topic.name"])
	name != ""
}

line := input.settings["topics.regex"].line
