package kcfglint.rules.consumer.auto_commit_risk_test

import data.kcfglint.rules.consumer.auto_commit_risk as rule

consumer := {
	"client": {"name": "java"},
	"owner": "",
	"values": {"enable.auto.commit": true, "group.id": "billing"},
	"state": {"enable.auto.commit": "explicit", "group.id": "explicit"},
}

java := {
	"at": "enable.auto.commit",
	"message": `enable.auto.commit="true": the next poll commits records that another thread has not finished or that failed; set false and commit after processing`,
}

test_java if rule.report == {java} with input as consumer

test_spring_listener_names_its_group_elsewhere if {
	rule.report == {java} with input as consumer
		with input.owner as "spring"
		with input.state["group.id"] as "absent"
}

test_librdkafka if {
	rule.report == {{
		"at": "enable.auto.commit",
		"confidence": "certain",
		"message": `enable.auto.commit="true" with enable.auto.offset.store="true": a background thread commits records that are still in work, so a crash loses them; set enable.auto.offset.store=false`,
	}} with input as consumer
		with input.client.name as "librdkafka"
		with input.values["enable.auto.offset.store"] as true
}

test_librdkafka_by_default if {
	rule.report == {{
		"at": "enable.auto.commit",
		"severity": "info",
		"confidence": "certain",
		"message": `enable.auto.commit is on by default with enable.auto.offset.store="true": a background thread commits records that are still in work; set enable.auto.offset.store=false`,
	}} with input as consumer
		with input.client.name as "librdkafka"
		with input.state["enable.auto.commit"] as "default"
		with input.values["enable.auto.offset.store"] as true
}

test_librdkafka_stores_by_hand if {
	rule.report == set() with input as consumer
		with input.client.name as "librdkafka"
		with input.values["enable.auto.offset.store"] as false
}

test_aiokafka if {
	rule.report == {{
		"at": "enable.auto.commit",
		"confidence": "certain",
		"message": `enable.auto.commit="true": a background task commits records that are still in work, so a crash loses them; set false and commit after processing`,
	}} with input as consumer with input.client.name as "aiokafka"
}

test_default if rule.report == set() with input as consumer with input.state["enable.auto.commit"] as "default"

test_frameworks_that_do_not_rely_on_it if {
	every owner in ["streams", "flink"] {
		rule.report == set() with input as consumer with input.owner as owner
	}
}

test_no_group if rule.report == set() with input as consumer with input.state["group.id"] as "absent"
