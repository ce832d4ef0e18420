package kcfglint.rules.catalog.env_name_mapping_test

import data.kcfglint.rules.catalog.env_name_mapping as rule

component(kind, key, written, meant) := {
	"kind": kind,
	"settings": {key: {
		"written": written, "value": "2", "line": 5, "from_default": false,
		"issues": [{"code": "unknown-key", "suggestion": meant, "refused": false}],
	}},
}

test_misspelt if {
	rule.report == {{
		"at": {"key": "min.insync.replica", "part": "key"},
		"message": "KAFKA_MIN_INSYNC_REPLICA becomes min.insync.replica, which the broker does not know and ignores; write KAFKA_MIN_INSYNC_REPLICAS",
	}} with input as component("broker", "min.insync.replica", "KAFKA_MIN_INSYNC_REPLICA", "min.insync.replicas")
}

test_prefix_of_another_image if {
	{f.message | some f in rule.report} == {"KAFKA_CFG_MIN_INSYNC_REPLICAS becomes cfg.min.insync.replicas, which the broker does not know and ignores; KAFKA_CFG_ is the prefix of another image; write KAFKA_MIN_INSYNC_REPLICAS"} with input as component("broker", "cfg.min.insync.replicas", "KAFKA_CFG_MIN_INSYNC_REPLICAS", "min.insync.replicas")
}

test_prefix_of_the_image if {
	{f.message | some f in rule.report} == {"KAFKA_CFG_MIN_INSYNC_REPLICA becomes min.insync.replica, which the broker does not know and ignores; write KAFKA_CFG_MIN_INSYNC_REPLICAS"} with input as component("broker", "min.insync.replica", "KAFKA_CFG_MIN_INSYNC_REPLICA", "min.insync.replicas")
}

test_worker if {
	{f.message | some f in rule.report} == {"CONNECT_OFFSET_FLUSH_INTERVAL becomes offset.flush.interval, which Kafka Connect does not know and ignores; write CONNECT_OFFSET_FLUSH_INTERVAL_MS"} with input as component("connect-worker", "offset.flush.interval", "CONNECT_OFFSET_FLUSH_INTERVAL", "offset.flush.interval.ms")
}

test_underscores if {
	{f.message | some f in rule.report} == {"KAFKA_A___B becomes a_b, which the broker does not know and ignores; write the variable of a.b.c"} with input as component("broker", "a_b", "KAFKA_A___B", "a.b.c")
	{f.message | some f in rule.report} == {"KAFKA_A_B becomes a.b, which the broker does not know and ignores; write the variable of a-b"} with input as component("broker", "a.b", "KAFKA_A_B", "a-b")
}

test_property if rule.report == set() with input as component("broker", "min.insync.replica", "min.insync.replica", "min.insync.replicas")
