# METADATA
# title: nothing of the topic is ever deleted or compacted
# description: |
#   An empty cleanup.policy turns off both ways in which a broker gets rid of records: they stay until somebody
#   deletes them by hand, whatever retention.ms and retention.bytes say, and the disk fills up.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#topicconfigs_cleanup.policy
# custom:
#   id: KT024
#   severities: [warning]
#   confidence: certain
#   consequence: cost
#   kinds: [topic]
#   remediation: Set cleanup.policy=delete or compact.
#   since: "0.2.0"
package kcfglint.rules.topic.cleanup_empty

report contains finding if {
	input.settings["cleanup.policy"].value == ""
	finding := {
		"at": "cleanup.policy",
		"message": `cleanup.policy="": nothing is deleted or compacted, whatever the retention says, and the disk fills up; set delete or compact`,
	}
}
