# METADATA
# title: the Kafka sink of a pipeline writes to one partition, or in transactions of all
# description: |
#   The Kafka sink of Flink CDC writes all records to partition 0 unless partition.strategy says otherwise, which keeps the order of
#   all changes and makes one broker and one consumer do all the work; hash-by-key keeps it within each key. The sink has no option for a
#   prefix of transactional ids, so that with exactly-once two pipelines fence each other, or, with the connector for Flink 2.0, it does not start. With
#   none a checkpoint does not wait for the producer's buffer. at-least-once is the default.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-cdc-docs-stable/docs/connectors/pipeline-connectors/kafka/#pipeline-connector-options
# custom:
#   id: FS022
#   severities: [error, warning]
#   confidence: certain
#   consequence: stall
#   kinds: [flink-cdc-pipeline]
#   remediation: Set partition.strategy to hash-by-key and leave sink.delivery-guarantee out.
#   since: "0.2.0"
package kcfglint.rules.flink_sql.cdc_yaml_kafka_sink

# KafkaDataSinkOptions
report contains finding if {
	kafka
	input.complete == "full"
	input.state["sink.partition.strategy"] in {"absent", "default"}
	finding := {
		"at": "sink.type",
		"severity": "warning",
		"consequence": "performance",
		"message": "a kafka sink without partition.strategy writes all records to partition 0 of its topics; set hash-by-key",
	}
}

report contains finding if {
	kafka
	input.state["sink.partition.strategy"] == "explicit"
	lower(input.values["sink.partition.strategy"]) == "all-to-zero"
	finding := {
		"at": "sink.partition.strategy",
		"severity": "warning",
		"consequence": "performance",
		"message": sprintf("partition.strategy=%q writes all records to partition 0 of its topics; set hash-by-key", [input.values["sink.partition.strategy"]]),
	}
}

report contains finding if {
	guarantee == "exactly-once"
	finding := {
		"at": "sink.sink.delivery-guarantee",
		"severity": "error",
		"message": "sink.delivery-guarantee=\"exactly-once\": a pipeline cannot set a prefix of transactional ids, so two of them fence each other, or the sink does not start; remove it",
	}
}

report contains finding if {
	guarantee == "none"
	finding := {
		"at": "sink.sink.delivery-guarantee",
		"severity": "error",
		"consequence": "loss",
		"message": "sink.delivery-guarantee=\"none\": checkpoints do not wait for the producer's buffer, so a failure loses records that count as written; remove it",
	}
}

kafka if {
	input.state["sink.type"] == "explicit"
	lower(input.values["sink.type"]) == "kafka"
}

guarantee := lower(input.values["sink.sink.delivery-guarantee"]) if {
	kafka
	input.state["sink.sink.delivery-guarantee"] == "explicit"
}
