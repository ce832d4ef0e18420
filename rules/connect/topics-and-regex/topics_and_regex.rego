# METADATA
# title: a sink connector needs either topics or topics.regex
# description: |
#   A sink reads the topics of a list or those that a pattern matches. Connect refuses a connector that has both or none of
#   them; an empty text counts as none. Keep one.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#sinkconnectorconfigs_topics
# - ref: https://kafka.apache.org/documentation/#sinkconnectorconfigs_topics.regex
# custom:
#   id: KN022
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [sink-connector]
#   remediation: Set one of topics and topics.regex.
#   since: "0.2.0"
package kcfglint.rules.connect.topics_and_regex

# SinkConnectorConfig.validate
report contains finding if {
	named
	matched
	finding := {
		"at": "topics.regex",
		"message": $`topics.regex="{input.settings["topics.regex"].value}" stands beside topics="{input.settings.topics.value}" (line {input.settings.topics.line}): Connect refuses a sink with both; remove one`,
		"related": [{"at": "topics", "message": "the list of topics"}],
	}
}

report contains finding if {
	input.complete == "full"
	none_named
	none_matched
	finding := {
		"at": "topics",
		"message": "neither topics nor topics.regex is set: Connect refuses a sink that reads nothing; set one of them",
	}
}

named if trim_space(input.values.topics) != ""

matched if trim_space(input.values["topics.regex"]) != ""

none_named if input.state.topics == "absent"

none_named if trim_space(input.values.topics) == ""

none_matched if input.state["topics.regex"] == "absent"

none_matched if trim_space(input.values["topics.regex"]) == ""
