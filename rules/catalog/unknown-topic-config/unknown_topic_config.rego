# METADATA
# title: no setting of topics has this name
# description: |
#   Clients ignore a key that they do not know, but a broker refuses to create or alter a topic with one: the whole
#   request fails, and so does the rest of the topic's settings. Write the name that is meant.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#topicconfigs
# custom:
#   id: KT025
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [topic]
#   remediation: Write the name that is meant.
#   supersedes: [KM001]
#   since: "0.2.0"
package kcfglint.rules.catalog.unknown_topic_config

# LogConfig.validateNames. The catalog's verdict leaves out what vendors may have added.
report contains finding if {
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "unknown-key"
	finding := {
		"at": {"key": key, "part": "key"},
		"message": $`{setting.written} is no setting of topics, and a broker refuses a topic with a setting that it does not know; did you mean {issue.suggestion}`,
	}
}
