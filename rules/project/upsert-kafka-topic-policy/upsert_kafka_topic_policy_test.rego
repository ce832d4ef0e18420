package kcfglint.rules.project.upsert_kafka_topic_policy_test

import data.kcfglint.lib.topics_test
import data.kcfglint.rules.project.upsert_kafka_topic_policy as rule

project(policy, state, retention) := topics_test.project({"totals": ["p", "t"]}, {
	"p": {"kind": "producer", "owner": "flink", "of": "table", "cluster": ""},
	"t": {
		"kind": "topic", "owner": "", "of": "", "cluster": "", "file": "totals.yaml", "complete": "full",
		"values": {"cleanup.policy": policy, "retention.ms": retention, "retention.bytes": -1},
		"state": {"cleanup.policy": state},
	},
	"table": {"kind": "flink-table", "cluster": "shop:9092", "values": {"connector": "upsert-kafka"}},
})

test_delete if {
	rule.report == {{
		"at": {"key": "connector", "component": "table"},
		"message": `connector="upsert-kafka", but topic "totals" has cleanup.policy="delete" (totals.yaml): rows that are not written again within the retention vanish from the table; set compact`,
		"related": [{"at": {"key": "cleanup.policy", "component": "t"}, "message": "what becomes of old records"}],
	}} with input as project("delete", "explicit", 604800000)
}

test_delete_by_default if {
	rule.report == {{
		"at": {"key": "connector", "component": "table"},
		"severity": "warning",
		"confidence": "likely",
		"message": `connector="upsert-kafka", but topic "totals" has no cleanup.policy (totals.yaml) and deletes by default: rows that are not written again within the retention vanish from the table; set compact`,
		"related": [{"at": {"key": "cleanup.policy", "component": "t"}, "message": "the topic"}],
	}} with input as project("delete", "default", 604800000)
}

test_compact if rule.report == set() with input as project("compact", "explicit", 604800000)

test_unlimited if rule.report == set() with input as project("delete", "explicit", -1)

test_other_connector if {
	rule.report == set() with input as project("delete", "explicit", 604800000)
		with input.components.table.values.connector as "kafka"
}
