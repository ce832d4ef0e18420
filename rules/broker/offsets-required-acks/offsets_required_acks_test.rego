package kcfglint.rules.broker.offsets_required_acks_test

import data.kcfglint.rules.broker.offsets_required_acks as rule

broker(acks, version) := {
	"versions": {"broker": {"version": version, "assumed": false}},
	"values": {"offsets.commit.required.acks": acks},
	"state": {"offsets.commit.required.acks": "explicit"},
}

test_leader_only if {
	rule.report == {{
		"at": "offsets.commit.required.acks",
		"message": `offsets.commit.required.acks="1": a commit is confirmed before it is replicated, and a leader failure takes the group back; remove the line`,
	}} with input as broker(1, [3, 9])
}

test_all if rule.report == set() with input as broker(-1, [3, 9])

test_gone if rule.report == set() with input as broker(1, [4, 0])
