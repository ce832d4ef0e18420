# METADATA
# title: partitions of a sink topic stay empty
# description: |
#   With sink.partitioner fixed each task of the sink writes to one partition. With fewer tasks than the topic has partitions
#   the others get nothing: who reads the topic with event time waits for their watermarks unless an idle timeout is set, and
#   the load is uneven. Leave the partitioner out, or run as many tasks as there are partitions.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/kafka/#sink-partitioning
# custom:
#   id: FK025
#   severities: [info]
#   confidence: certain
#   consequence: stall
#   kinds: [flink-table]
#   scope: project
#   remediation: Remove sink.partitioner, or set sink.parallelism to the number of partitions.
#   since: "0.2.0"
package kcfglint.rules.project.fixed_partitioner_starves

import data.kcfglint.lib.declared
import data.kcfglint.lib.near

# FlinkFixedPartitioner
report contains finding if {
	some topic, ids in input.joins.sinks
	some id in ids
	input.components[id].values["sink.partitioner"] == "fixed"
	input.components[id].state["sink.partitioner"] in {"explicit", "inherited"}
	tasks := parallelism(input.components[id])
	where := near.pick(declared.first(topic), input.components[id].cluster)
	partitions := input.components[where].values["@partitions"]
	tasks < partitions
	finding := {
		"at": {"key": "sink.partitioner", "component": id},
		"message": sprintf("sink.partitioner=\"fixed\" with a parallelism of %d writes to as many of the %d partitions of topic %q, and readers wait for the others; remove it", [tasks, partitions, topic]),
		"related": [{"at": {"key": "@partitions", "component": where}, "message": "the partitions"}],
	}
}

parallelism(table) := table.values["sink.parallelism"] if {
	table.state["sink.parallelism"] in {"explicit", "inherited"}
}

parallelism(table) := table.values["parallelism.default"] if {
	table.state["sink.parallelism"] in {"absent", "default"}
	table.state["parallelism.default"] in {"explicit", "inherited"}
}
