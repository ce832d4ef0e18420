# METADATA
# title: a commit without offsets takes in what is still in work
# description: |
#   librdkafka stores the offset of a record as soon as it hands it out, while enable.auto.offset.store is true. A
#   commit() that names no offsets commits what is stored, and with it records that another thread or a batch is
#   still working on. Set enable.auto.offset.store=false and store offsets after processing, or name the offsets in
#   each commit.
# related_resources:
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
# custom:
#   id: KC043
#   severities: [info]
#   confidence: likely
#   consequence: loss
#   kinds: [consumer]
#   remediation: Set enable.auto.offset.store=false and store offsets after processing.
#   since: "0.2.0"
package kcfglint.rules.consumer.offset_store_and_manual_commit

report contains finding if {
	input.client.name == "librdkafka"
	input.values["enable.auto.commit"] == false
	input.values["enable.auto.offset.store"] == true
	finding := {
		"at": "enable.auto.commit",
		"message": `enable.auto.commit="false" while enable.auto.offset.store is true: a commit() without offsets takes in records that are still in work; set enable.auto.offset.store=false, or name the offsets`,
		"related": [{"at": "enable.auto.offset.store", "message": "offsets are stored when records are handed out"} |
			input.state["enable.auto.offset.store"] in {"explicit", "inherited"}
		],
	}
}
