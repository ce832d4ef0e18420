package kcfglint.rules.producer.idempotence_default_bug_test

import data.kcfglint.rules.producer.idempotence_default_bug as rule

producer := {
	"client": {"name": "java"},
	"owner": "",
	"versions": {"client": {"version": [3, 1, 0], "assumed": false}},
	"values": {"acks": "all"},
	"state": {"acks": "default", "enable.idempotence": "default", "transactional.id": "absent"},
}

test_default if {
	rule.report == {{
		"at": "enable.idempotence",
		"message": "enable.idempotence is not set, and the client 3.1.0 does not act on its own default: a retry can store a batch twice; write enable.idempotence=true or use a later client",
	}} with input as producer
}

test_first_release_of_3_0 if {
	count(rule.report) == 1 with input as producer with input.versions.client.version as [3, 0, 0]
}

test_other_releases if {
	every version in [[2, 8], [3, 0], [3, 0, 1], [3, 1, 1], [3, 2, 0]] {
		rule.report == set() with input as producer with input.versions.client.version as version
	}
}

test_written if rule.report == set() with input as producer with input.state["enable.idempotence"] as "explicit"

test_acks_one if {
	rule.report == set() with input as producer with input.values.acks as "1" with input.state.acks as "explicit"
}
