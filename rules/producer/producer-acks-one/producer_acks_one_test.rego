package kcfglint.rules.producer.producer_acks_one_test

import data.kcfglint.rules.producer.producer_acks_one as rule

message := `acks="1": the leader acknowledges before any follower has the record, so a leader failure loses it; set acks=all`

written := {"name": "orders", "workload": "durability", "values": {"acks": "1"}, "state": {"acks": "explicit"}}

test_written if {
	rule.report == {{"at": "acks", "severity": "error", "message": message}} with input as written
}

test_inherited if {
	rule.report == {{"at": "acks", "severity": "error", "message": message}} with input as written
		with input.state.acks as "inherited"
}

test_throughput if {
	rule.report == {{"at": "acks", "severity": "info", "message": message}} with input as written
		with input.workload as "throughput"
}

test_expendable_topic if {
	rule.report == {{"at": "acks", "severity": "info", "message": message}} with input as written
		with input.links as {"topics": ["page-clicks"]}
}

test_default if rule.report == set() with input as written with input.state.acks as "default"

test_all if rule.report == set() with input as written with input.values.acks as "all"
