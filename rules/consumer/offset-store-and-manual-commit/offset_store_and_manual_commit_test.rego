package kcfglint.rules.consumer.offset_store_and_manual_commit_test

import data.kcfglint.rules.consumer.offset_store_and_manual_commit as rule

consumer := {
	"client": {"name": "librdkafka"},
	"values": {"enable.auto.commit": false, "enable.auto.offset.store": true},
	"state": {"enable.auto.offset.store": "default"},
}

test_default_store if {
	rule.report == {{
		"at": "enable.auto.commit",
		"message": `enable.auto.commit="false" while enable.auto.offset.store is true: a commit() without offsets takes in records that are still in work; set enable.auto.offset.store=false, or name the offsets`,
		"related": [],
	}} with input as consumer
}

test_stored_by_hand if {
	rule.report == set() with input as consumer with input.values["enable.auto.offset.store"] as false
}

test_auto_commit_is_another_rule if rule.report == set() with input as consumer with input.values["enable.auto.commit"] as true
