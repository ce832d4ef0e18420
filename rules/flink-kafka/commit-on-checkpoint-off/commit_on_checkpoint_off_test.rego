package kcfglint.rules.flink_kafka.commit_on_checkpoint_off_test

import data.kcfglint.rules.flink_kafka.commit_on_checkpoint_off as rule

table(value) := {
	"values": {"connector": "kafka", "@sql.role": "source"},
	"state": {"properties.commit.offsets.on.checkpoint": "explicit"},
	"settings": {"properties.commit.offsets.on.checkpoint": {"written": "", "value": value, "line": 1, "from_default": false}},
}

test_off if {
	rule.report == {{
		"at": "properties.commit.offsets.on.checkpoint",
		"message": `properties.commit.offsets.on.checkpoint="false": the lag of the job is not seen, and a start without state has no offset to go on from; remove it`,
	}} with input as table("false")
}

test_on if rule.report == set() with input as table("TRUE")

test_sink if rule.report == set() with input as table("false") with input.values["@sql.role"] as "sink"

test_placeholder if rule.report == set() with input as table("${X}") with input.state["properties.commit.offsets.on.checkpoint"] as "unknown"
