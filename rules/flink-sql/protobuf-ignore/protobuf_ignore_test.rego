package kcfglint.rules.flink_sql.protobuf_ignore_test

import data.kcfglint.rules.flink_sql.protobuf_ignore as rule

table(key, value, role) := {
	"name": "orders",
	"links": {"topics": []},
	"values": {"@sql.role": role, key: value},
	"state": {key: "explicit"},
}

test_ignored if {
	every key in ["protobuf.ignore-parse-errors", "value.protobuf.ignore-parse-errors", "key.protobuf.ignore-parse-errors"] {
		rule.report == {{
			"at": key,
			"message": sprintf("%s=\"true\" skips records that do not parse, uncounted; remove it, or read raw and keep what fails", [key]),
			"severity": "error",
		}} with input as table(key, true, "source")
	}
}

test_metrics if {
	{f.severity | some f in rule.report} == {"info"} with input as table("protobuf.ignore-parse-errors", true, "source") with input.data_class as "metrics"
}

test_sink if rule.report == set() with input as table("protobuf.ignore-parse-errors", true, "sink")

test_false if rule.report == set() with input as table("protobuf.ignore-parse-errors", false, "source")
