# METADATA
# title: readers of one topic do not see the same records
# description: |
#   The topic is written in transactions, and one consumer reads what was committed while another one reads all: the default of the Java client is
#   read_uncommitted, that of librdkafka and KafkaJS read_committed. What was aborted is counted by the one and not by the other. Set isolation.level to
#   read_committed in all of them.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_isolation.level
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
# custom:
#   id: KM012
#   severities: [info]
#   confidence: certain
#   consequence: duplication
#   kinds: [consumer]
#   scope: project
#   remediation: Set isolation.level to read_committed in all readers.
#   since: "0.2.0"
package kcfglint.rules.project.isolation_differs

import data.kcfglint.lib.near
import data.kcfglint.lib.transactions

report contains finding if {
	some id, topic in transactions.exposed
	peer := near.pick(first[topic], input.components[id].cluster)
	finding := {
		"at": {"key": "isolation.level", "component": id},
		"message": $`isolation.level="read_uncommitted": {near.place(input.components[peer])} reads what was committed of {topic}, and this consumer all, so the two do not agree; set read_committed`,
		"related": [{"at": {"key": "isolation.level", "component": peer}, "message": "reads what was committed"}],
	}
}

first := {topic: near.first(committed) |
	some topic in {t | some t in transactions.exposed}
	committed := [id | some id in input.joins.consumers[topic]; input.components[id].values["isolation.level"] == "read_committed"]
	committed != []
}
