# METADATA
# title: pooled transactional ids need a newer connector or broker
# description: |
#   sink.transaction-naming-strategy POOLING is new in the Kafka connector 4.0, for Flink 2.0: an older one refuses the option.
#   At its start the sink then asks the brokers for the open transactions of its topics, which they tell from Kafka 3.0 on, and
#   only to who may read the topics. To switch, take a checkpoint with a connector from 4.0 on and the strategy INCREMENTING
#   first, or a savepoint; the way back is not supported.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/datastream/kafka/#kafka-sink
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-664%3A+Provide+tooling+to+detect+and+abort+hanging+transactions
# custom:
#   id: FK018
#   severities: [error, info]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [flink-table]
#   supersedes: [KM003]
#   versions: ["flink 2.0"]
#   remediation: Upgrade Flink to 2.0 and the brokers to 3.0 first, or remove sink.transaction-naming-strategy.
#   since: "0.2.0"
package kcfglint.rules.flink_kafka.naming_strategy_switch

report contains finding if {
	pooled
	input.versions.flink.version < [2, 0]
	finding := {
		"at": {"key": "sink.transaction-naming-strategy", "part": "key"},
		"message": sprintf("%s: the Kafka connector has the option from 4.0 on, for Flink 2.0, and an older one refuses the table; remove it", [setting]),
	}
}

# TransactionNamingStrategy
report contains finding if {
	pooled
	input.versions.flink.version >= [2, 0]
	input.versions.broker.version < [3, 0]
	finding := {
		"at": {"key": "sink.transaction-naming-strategy", "part": "key"},
		"message": sprintf("%s: the sink lists the open transactions at its start, which brokers before 3.0 cannot, and does not start; remove it", [setting]),
	}
}

report contains finding if {
	pooled
	input.versions.flink.version >= [2, 0]
	not input.versions.broker
	finding := {
		"at": {"key": "sink.transaction-naming-strategy", "part": "key"},
		"message": sprintf("%s: the sink lists the open transactions of its topics at its start, for which brokers have to be of 3.0 or newer and it has to be allowed to read the topics", [setting]),
		"severity": "info",
		"confidence": "likely",
	}
}

pooled if {
	upper(trim_space(input.settings["sink.transaction-naming-strategy"].value)) == "POOLING"
	input.state["sink.transaction-naming-strategy"] in {"explicit", "invalid"}
	input.values["sink.delivery-guarantee"] == "exactly-once"
	input.values["@sql.role"] != "source"
}

setting := sprintf("sink.transaction-naming-strategy=%q", [input.settings["sink.transaction-naming-strategy"].value])
