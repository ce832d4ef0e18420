# METADATA
# title: A Kafka sink that does not wait for the in-sync replicas loses records
# description: |
#   Flink counts a record as written when the producer has its acknowledgement. With acks 0 nobody acknowledges, with 1 the leader
#   alone does: a broker that fails takes records along that a checkpoint counts as written, and no replay sends them again. An
#   exactly-once sink does not start with either. Leave properties.acks out (the connectors from Flink 1.16 on then use all) or set it to
#   all, which waits for the in-sync replicas, at least min.insync.replicas of them.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/datastream/kafka/#fault-tolerance
# - ref: https://kafka.apache.org/documentation/#producerconfigs_acks
# custom:
#   id: FK013
#   severities: [error, warning, info]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-table]
#   supersedes: [KP001, KP002, KP003, KP007]
#   versions: ["flink 1.16"]
#   remediation: Remove properties.acks, or set it to all.
#   since: "0.1.0"
package kcfglint.rules.flink_kafka.sink_acks_weak

import data.kcfglint.lib.loss

report contains finding if {
	weak
	not exactly_once
	finding := {
		"at": "properties.acks",
		"message": sprintf(
			"properties.acks=%q: a broker that fails loses records that a checkpoint counts as written, and no replay sends them again; remove it, or set all",
			[input.values["properties.acks"]],
		),
		"severity": severity,
	}
}

report contains finding if {
	weak
	exactly_once
	finding := {
		"at": "properties.acks",
		"message": sprintf(
			"properties.acks=%q with sink.delivery-guarantee=\"exactly-once\": a transactional producer needs acks=all, and the sink does not start; remove it",
			[input.values["properties.acks"]],
		),
		"severity": "error",
		"consequence": "startup-failure",
		"related": [{"at": "sink.delivery-guarantee", "message": "writes in transactions"}],
	}
}

# Flink 1.15 and older bring clients of Kafka 2.8, whose default is 1.
report contains finding if {
	input.state["properties.acks"] in {"absent", "default"}
	input.versions.flink.version < [1, 16]
	kafka
	not exactly_once
	input.values["@sql.role"] in {"sink", "both"}
	not loss.tolerated
	finding := {
		"at": "properties.acks",
		"message": "properties.acks is not set and is 1 in the client of this Flink version: a broker that fails loses records that a checkpoint counts as written; set all",
		"severity": "warning",
	}
}

weak if {
	input.values["properties.acks"] in {"0", "1"}
	input.state["properties.acks"] == "explicit"
	kafka
	input.values["@sql.role"] != "source"
}

kafka if input.values.connector in {"kafka", "kafka-inlong", "ververica-kafka", "upsert-kafka", "upsert-kafka-inlong"}

exactly_once if input.values["sink.delivery-guarantee"] == "exactly-once"

default severity := "error"

severity := "info" if loss.tolerated

severity := "info" if {
	input.values["properties.acks"] == "1"
	input.workload in {"throughput", "latency"}
}
