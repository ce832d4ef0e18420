# METADATA
# title: Two exactly-once sinks share a prefix for their transactional ids
# description: |
#   Flink derives the transactional ids of a sink from its prefix, its subtask and a counter. Two sinks with the same prefix on one Kafka
#   cluster use the same ids: each aborts the open transactions of the other at its start, and fences it later. What the other
#   had in a transaction is gone, and Flink only logs it. Give each sink of each job a prefix of its own.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/datastream/kafka/#fault-tolerance
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/kafka/#consistency-guarantees
# custom:
#   id: FK016
#   severities: [error]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-table]
#   scope: project
#   remediation: Give each exactly-once sink a sink.transactional-id-prefix of its own.
#   since: "0.1.0"
package kcfglint.rules.project.duplicate_transactional_prefix

import data.kcfglint.lib.near

report contains finding if {
	some ids in input.joins["transactional-prefix"]

	# Other frameworks add what is unique to their prefixes themselves.
	sinks := [id | some id in ids; input.components[id].values["sink.delivery-guarantee"] == "exactly-once"]
	some id, other in near.peers(sinks)
	finding := {
		"at": {"key": "sink.transactional-id-prefix", "component": id},
		"message": sprintf(
			"sink.transactional-id-prefix=%q is also that of %s in %s: each sink aborts the other's transactions, and their records are lost; give each its own",
			[input.components[id].links.transactional_prefix, input.components[other].name, input.components[other].file],
		),
		"related": [{"at": {"key": "sink.transactional-id-prefix", "component": other}, "message": "the same prefix"}],
	}
}
