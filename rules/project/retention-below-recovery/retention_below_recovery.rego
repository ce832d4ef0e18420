# METADATA
# title: a group that is away for a night loses records
# description: |
#   A consumer that is stopped, or stuck, for longer than retention.ms finds that the oldest records it has not read
#   are gone; it goes on where auto.offset.reset says and nothing tells what is missing. With less than a day an
#   outage over night is enough. Keep records at least as long as it takes to notice and to mend an outage, weekends
#   included.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#topicconfigs_retention.ms
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_auto.offset.reset
# custom:
#   id: KT011
#   severities: [warning]
#   confidence: likely
#   consequence: loss
#   kinds: [topic]
#   scope: project
#   remediation: Set retention.ms to several days.
#   since: "0.2.0"
package kcfglint.rules.project.retention_below_recovery

import data.kcfglint.lib.loss
import data.kcfglint.lib.near

report contains finding if {
	some topic, ids in input.joins.declarations
	short := [id | some id in ids; forgets(input.components[id])]
	short != []
	not loss.expendable(topic)
	readers := near.first([reader | some reader in input.joins.consumers[topic]; input.components[reader].links.group != ""])
	some id in short
	reader := min([reader | some cluster, reader in readers; near.meet(input.components[id].cluster, cluster)])
	retention := input.components[id].values["retention.ms"]
	finding := {
		"at": {"key": "retention.ms", "component": id},
		"message": $`retention.ms="{retention}": group {input.components[reader].links.group} in {input.components[reader].file} loses records of {topic} when it is away for longer; set 604800000`,
		"related": [{"at": {"key": "group.id", "component": reader}, "message": "the group that reads it"}],
	}
}

forgets(topic) if {
	topic.state["retention.ms"] in {"explicit", "inherited"}
	topic.values["retention.ms"] >= 3600000
	topic.values["retention.ms"] < 86400000
	topic.values["cleanup.policy"] == "delete"
	topic.data_class == ""
}
