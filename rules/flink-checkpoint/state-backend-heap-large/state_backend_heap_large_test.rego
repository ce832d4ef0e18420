package kcfglint.rules.flink_checkpoint.state_backend_heap_large_test

import data.kcfglint.rules.flink_checkpoint.state_backend_heap_large as rule

job := {
	"values": {
		"@sql.stateful": true,
		"@sql.stateful.by": "join",
		"table.exec.state.ttl": 0,
		"state.backend.type": "hashmap",
	},
	"state": {"table.exec.state.ttl": "default", "state.backend.type": "explicit"},
	"settings": {"state.backend.type": {"written": "state.backend", "value": "hashmap", "line": 1, "from_default": false}},
}

test_heap if {
	rule.report == {{
		"at": "@sql.stateful",
		"message": `the state of this join grows with its keys, and state.backend="hashmap" (line 1) keeps it on the heap; set state.backend.type=rocksdb, or table.exec.state.ttl`,
		"related": [{"at": "state.backend.type", "message": "the state backend"}],
	}} with input as job
}

test_bounded if rule.report == set() with input as job with input.values["table.exec.state.ttl"] as 3600000

test_rocksdb if rule.report == set() with input as job with input.values["state.backend.type"] as "rocksdb"

test_backend_by_default if rule.report == set() with input as job with input.state["state.backend.type"] as "default"

test_no_state if rule.report == set() with input as job with input.values["@sql.stateful"] as false
