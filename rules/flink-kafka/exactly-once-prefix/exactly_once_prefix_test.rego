package kcfglint.rules.flink_kafka.exactly_once_prefix_test

import data.kcfglint.rules.flink_kafka.exactly_once_prefix as rule

guarantee := "sink.delivery-guarantee"

prefix := "sink.transactional-id-prefix"

table(values, state) := {
	"kind": "flink-table",
	"values": object.union({"connector": "kafka", "@sql.role": "sink", guarantee: "exactly-once"}, values),
	"state": object.union({guarantee: "explicit", prefix: "absent"}, state),
}

refused := "sink.delivery-guarantee=\"exactly-once\" without sink.transactional-id-prefix: Flink refuses the sink and the job does not start; set a prefix that no other sink has"

test_sink if {
	rule.report == {{"at": guarantee, "message": refused}} with input as table({}, {})
}

test_upsert_kafka_that_no_query_in_view_uses if {
	rule.report == {{"at": guarantee, "message": refused}} with input as table({"connector": "upsert-kafka", "@sql.role": "unknown"}, {})
}

test_prefix_is_a_placeholder if {
	rule.report == set() with input as table({}, {prefix: "unknown"})
}

test_prefix if {
	rule.report == set() with input as table({prefix: "orders-clean"}, {prefix: "explicit"})
}

test_at_least_once if {
	rule.report == set() with input as table({guarantee: "at-least-once"}, {})
}

test_source if {
	rule.report == set() with input as table({"@sql.role": "source"}, {})
}

test_other_connector if {
	rule.report == set() with input as table({"connector": "elasticsearch-7"}, {})
}

by_older_name := {"written": "sink.semantic", "value": "exactly-once", "line": 9, "from_default": false}

test_older_name if {
	rule.report == set() with input as table({}, {}) with input.settings as {guarantee: by_older_name}
		with input.versions as {"kafka-connector": {"version": [3, 4], "assumed": false}}
	count(rule.report) == 1 with input as table({}, {}) with input.settings as {guarantee: by_older_name}
		with input.versions as {"kafka-connector": {"version": [5, 0], "assumed": false}}
}
