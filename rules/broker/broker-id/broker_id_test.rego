package kcfglint.rules.broker.broker_id_test

import data.kcfglint.rules.broker.broker_id as rule

broker(old, new) := {
	"versions": {"broker": {"version": [3, 9], "assumed": false}},
	"values": {"broker.id": old, "node.id": new},
	"state": {"broker.id": "explicit", "node.id": "explicit"},
	"settings": {"node.id": {"written": "node.id", "value": "2", "line": 3, "from_default": false}},
}

test_differ if {
	rule.report == {{
		"at": "broker.id",
		"message": `broker.id="1" differs from node.id="2" (line 3): the broker refuses to start; remove broker.id`,
		"related": [{"at": "node.id", "message": "the id of the node"}],
	}} with input as broker(1, 2)
}

test_same if rule.report == set() with input as broker(2, 2)

test_one if rule.report == set() with input as broker(-1, 2) with input.state["broker.id"] as "default"

test_before_node_ids if rule.report == set() with input as broker(1, 2) with input.versions.broker.version as [2, 7]
