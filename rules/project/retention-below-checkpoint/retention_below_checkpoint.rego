# METADATA
# title: records expire before a job has a checkpoint behind them
# description: |
#   After a failure a job reads again from the offsets of its last checkpoint, which may be as old as the checkpoint interval, plus
#   the time that the job was down. Records that retention.ms has deleted by then are skipped without an error. A retention below
#   twice the interval leaves no time to restart. Keep records for days, or take checkpoints more often.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/datastream/kafka/#fault-tolerance
# - ref: https://kafka.apache.org/documentation/#topicconfigs_retention.ms
# custom:
#   id: KT028
#   severities: [error, warning]
#   confidence: likely
#   consequence: loss
#   kinds: [flink-table]
#   scope: project
#   remediation: Set retention.ms to several days, or execution.checkpointing.interval to some minutes.
#   since: "0.2.0"
package kcfglint.rules.project.retention_below_checkpoint

import data.kcfglint.lib.declared
import data.kcfglint.lib.loss
import data.kcfglint.lib.near

report contains finding if {
	some topic, clusters in first
	not loss.expendable(topic)
	some id in input.joins.sources[topic]
	table := input.components[id]
	table.data_class == ""
	table.state["execution.checkpointing.interval"] in {"explicit", "inherited"}
	interval := table.values["execution.checkpointing.interval"]
	interval < 9223372036854775807 # never: FC001
	where := near.pick(clusters, table.cluster)
	kept := input.components[where].values["retention.ms"]
	kept < interval * 2
	finding := {
		"at": {"key": "topic", "component": id},
		"severity": severity(kept, interval),
		"message": $`topic {topic} keeps records for retention.ms="{kept}" ({input.components[where].file}), and execution.checkpointing.interval is {interval} ms: after a failure the job goes back that far and more, and skips what is gone; set retention.ms=604800000, or a shorter interval`,
		"related": [{"at": {"key": "retention.ms", "component": where}, "message": "how long records are kept"}],
	}
}

# Without a word from the topic, the brokers' retention holds.
report contains finding if {
	some ids in input.joins["known-brokers"]
	some id in ids
	consumer := input.components[id]
	consumer.kind == "consumer"
	consumer.owner == "flink"
	kept := consumer.values["@broker.log.retention.ms"]
	kept >= 0
	count(consumer.links.topics) > 0
	every topic in consumer.links.topics { not declared.topics[topic] }
	table := input.components[consumer.of]
	table.data_class == ""
	table.state["execution.checkpointing.interval"] in {"explicit", "inherited"}
	interval := table.values["execution.checkpointing.interval"]
	interval < 9223372036854775807
	kept < interval * 2
	finding := {
		"at": {"key": "topic", "component": consumer.of},
		"severity": severity(kept, interval),
		"message": $`the brokers keep records for {kept} ms, and execution.checkpointing.interval is {interval} ms: after a failure the job goes back that far and more, and skips what is gone; set log.retention.hours=168, or a shorter interval`,
		"related": [{"at": {"key": "@broker.log.retention.ms", "component": id}, "message": "how long records are kept"}],
	}
}

severity(kept, interval) := "error" if kept <= interval

severity(kept, interval) := "warning" if kept > interval

first := {topic: near.first(limited) |
	some topic, ids in declared.topics
	limited := [id | some id in ids; expires(input.components[id])]
	limited != []
}

expires(topic) if {
	topic.state["retention.ms"] in {"explicit", "inherited"}
	topic.values["retention.ms"] >= 0
	topic.values["cleanup.policy"] == "delete"
	topic.data_class == ""
}
