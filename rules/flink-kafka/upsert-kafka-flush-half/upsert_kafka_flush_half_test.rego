package kcfglint.rules.flink_kafka.upsert_kafka_flush_half_test

import data.kcfglint.rules.flink_kafka.upsert_kafka_flush_half as rule

rows := "sink.buffer-flush.max-rows"

interval := "sink.buffer-flush.interval"

table(values, state) := {
	"values": object.union({"connector": "upsert-kafka", "@sql.role": "sink"}, values),
	"state": state,
}

finding(written, other) := {
	"at": written,
	"message": sprintf("%s is set, but %s is not above 0: Flink refuses the sink and the job does not start; set both or remove both", [written, other]),
}

test_rows_alone if {
	rule.report == {finding(rows, interval)} with input as table({rows: 100}, {rows: "explicit", interval: "absent"})
}

test_interval_beside_zero if {
	rule.report == {finding(interval, rows)} with input as table({rows: 0, interval: 1000}, {rows: "explicit", interval: "explicit"})
}

test_both if {
	rule.report == set() with input as table({rows: 100, interval: 1000}, {rows: "explicit", interval: "explicit"})
}

test_placeholder if rule.report == set() with input as table({rows: 100}, {rows: "explicit", interval: "unknown"})

test_source if {
	rule.report == set() with input as table({rows: 100, "@sql.role": "source"}, {rows: "explicit", interval: "absent"})
}
