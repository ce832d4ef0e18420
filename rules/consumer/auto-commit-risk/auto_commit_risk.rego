# METADATA
# title: auto-commit can commit records that were not processed
# description: |
#   With auto-commit, a poll of the Java client commits what the poll before it returned. That is safe only as long as
#   every record of a poll is finished before the next one: records that went to another thread, or that failed, are
#   skipped after a restart. librdkafka (while enable.auto.offset.store is true) and aiokafka commit in the
#   background whatever they handed out, so a crash loses what was in work. Set enable.auto.commit=false and commit
#   after processing; with librdkafka, set enable.auto.offset.store=false and store offsets after processing.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_enable.auto.commit
# - ref: https://docs.spring.io/spring-kafka/reference/kafka/receiving-messages/message-listener-container.html
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
# custom:
#   id: KC001
#   severities: [warning, info]
#   confidence: likely
#   consequence: loss
#   kinds: [consumer]
#   remediation: Set enable.auto.commit=false and commit after processing; with librdkafka, set enable.auto.offset.store=false.
#   since: "0.1.0"
package kcfglint.rules.consumer.auto_commit_risk

import data.kcfglint.lib.group

report contains finding if {
	input.values["enable.auto.commit"] == true
	input.client.name in {"java", "kafka-python", "franz-go"}
	written
	finding := {
		"at": "enable.auto.commit",
		"message": `enable.auto.commit="true": the next poll commits records that another thread has not finished or that failed; set false and commit after processing`,
	}
}

report contains finding if {
	input.values["enable.auto.commit"] == true
	input.client.name == "aiokafka"
	written
	finding := {
		"at": "enable.auto.commit",
		"confidence": "certain",
		"message": `enable.auto.commit="true": a background task commits records that are still in work, so a crash loses them; set false and commit after processing`,
	}
}

report contains finding if {
	input.values["enable.auto.commit"] == true
	stores_at_once
	written
	finding := {
		"at": "enable.auto.commit",
		"confidence": "certain",
		"message": $`enable.auto.commit="true" {with_store}: a background thread commits records that are still in work, so a crash loses them; set enable.auto.offset.store=false`,
	}
}

report contains finding if {
	input.values["enable.auto.commit"] == true
	input.state["enable.auto.commit"] == "default"
	stores_at_once
	in_group
	finding := {
		"at": "enable.auto.commit",
		"severity": "info",
		"confidence": "certain",
		"message": $`enable.auto.commit is on by default {with_store}: a background thread commits records that are still in work; set enable.auto.offset.store=false`,
	}
}

written if {
	input.state["enable.auto.commit"] in {"explicit", "inherited"}
	in_group
}

# Streams keeps the setting away from its consumers, and Flink restores its positions
# from checkpoints whatever is committed.
in_group if {
	not input.owner in {"streams", "flink"}
	not group.missing(input.state["group.id"])
}

stores_at_once if {
	input.client.name == "librdkafka"
	input.values["enable.auto.offset.store"] == true
}

with_store := `with enable.auto.offset.store="true"`
