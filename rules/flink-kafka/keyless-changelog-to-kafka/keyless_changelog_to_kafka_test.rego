package kcfglint.rules.flink_kafka.keyless_changelog_to_kafka_test

import data.kcfglint.rules.flink_kafka.keyless_changelog_to_kafka as rule

table(format) := {
	"complete": "full",
	"values": {"connector": "kafka", "@sql.role": "sink", "format": format},
	"state": {"key.fields": "absent", "sink.partitioner": "absent"},
}

test_debezium if {
	rule.report == {{
		"at": "format",
		"message": `format="debezium-json" without key.fields: records have no key, so the changes of one row go to different partitions and are read out of order; set key.format and key.fields, or use upsert-kafka`,
	}} with input as table("debezium-json")
}

test_value_format if {
	some finding in rule.report with input as table("json")
		with input.values as {"connector": "kafka", "@sql.role": "sink", "value.format": "canal-json"}
	finding.at == "value.format"
}

test_json if rule.report == set() with input as table("json")

test_key if rule.report == set() with input as table("debezium-json") with input.state["key.fields"] as "explicit"

test_source if rule.report == set() with input as table("debezium-json") with input.values["@sql.role"] as "source"

test_own_partitioner if {
	rule.report == set() with input as table("debezium-json")
		with input.state["sink.partitioner"] as "explicit"
		with input.values["sink.partitioner"] as "com.example.ByOrder"
}
