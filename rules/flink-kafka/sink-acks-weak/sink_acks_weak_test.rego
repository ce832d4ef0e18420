package kcfglint.rules.flink_kafka.sink_acks_weak_test

import data.kcfglint.rules.flink_kafka.sink_acks_weak as rule

acks := "properties.acks"

table(values, state, version) := {
	"kind": "flink-table",
	"name": "orders_clean",
	"values": object.union({"connector": "kafka", "@sql.role": "sink", "sink.delivery-guarantee": "at-least-once"}, values),
	"state": object.union({acks: "explicit"}, state),
	"versions": {"flink": {"version": version, "assumed": false}},
}

lost := "properties.acks=\"1\": a broker that fails loses records that a checkpoint counts as written, and no replay sends them again; remove it, or set all"

test_one if {
	rule.report == {{"at": acks, "message": lost, "severity": "error"}} with input as table({acks: "1"}, {}, [1, 20])
}

test_telemetry if {
	rule.report == {{"at": acks, "message": lost, "severity": "info"}} with input as table({acks: "1"}, {}, [1, 20])
		with input.name as "device_telemetry"
}

test_exactly_once if {
	rule.report == {{
		"at": acks,
		"message": "properties.acks=\"0\" with sink.delivery-guarantee=\"exactly-once\": a transactional producer needs acks=all, and the sink does not start; remove it",
		"severity": "error",
		"consequence": "startup-failure",
		"related": [{"at": "sink.delivery-guarantee", "message": "writes in transactions"}],
	}} with input as table({acks: "0", "sink.delivery-guarantee": "exactly-once"}, {}, [1, 20])
}

test_left_out_on_1_15 if {
	rule.report == {{
		"at": acks,
		"message": "properties.acks is not set and is 1 in the client of this Flink version: a broker that fails loses records that a checkpoint counts as written; set all",
		"severity": "warning",
	}} with input as table({}, {acks: "absent"}, [1, 15])
}

test_left_out_on_1_16 if {
	rule.report == set() with input as table({}, {acks: "absent"}, [1, 16])
}

test_all if {
	rule.report == set() with input as table({acks: "all"}, {}, [1, 20])
}

test_source if {
	rule.report == set() with input as table({acks: "1", "@sql.role": "source"}, {}, [1, 20])
}

test_other_connector if {
	rule.report == set() with input as table({acks: "1", "connector": "pulsar"}, {}, [1, 20])
}

test_throughput if {
	rule.report == {{"at": acks, "message": lost, "severity": "info"}} with input as table({acks: "1"}, {}, [1, 20])
		with input.workload as "throughput"
	{f.severity | some f in rule.report} == {"error"} with input as table({acks: "0"}, {}, [1, 20])
		with input.workload as "throughput"
}
