package kcfglint.rules.connect.mm2_offset_sync_off_test

import data.kcfglint.rules.connect.mm2_offset_sync_off as rule

mirror := {
	"dialect": "mirrormaker",
	"versions": {"connect": {"version": [4, 1], "assumed": false}},
	"values": {"sync.group.offsets.enabled": false, "emit.checkpoints.enabled": true},
}

test_off if {
	rule.report == {{
		"at": "sync.group.offsets.enabled",
		"message": "sync.group.offsets.enabled is false: consumers that move to the target cluster have no offsets there, and read everything again or skip; set true",
	}} with input as mirror
}

test_strimzi if {
	count(rule.report) == 1 with input as mirror with input.dialect as "strimzi" with input.values["@mirror.connector"] as "checkpointConnector"
	rule.report == set() with input as mirror with input.dialect as "strimzi" with input.values["@mirror.connector"] as "sourceConnector"
}

test_on if rule.report == set() with input as mirror with input.values["sync.group.offsets.enabled"] as true

test_no_checkpoints if rule.report == set() with input as mirror with input.values["emit.checkpoints.enabled"] as false

test_before_the_key if rule.report == set() with input as mirror with input.versions.connect.version as [2, 6]
