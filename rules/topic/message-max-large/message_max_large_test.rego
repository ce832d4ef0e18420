package kcfglint.rules.topic.message_max_large_test

import data.kcfglint.rules.topic.message_max_large as rule

topic(value) := {"values": {"max.message.bytes": value}, "state": {"max.message.bytes": "explicit"}}

test_reported if {
	rule.report == {{
		"at": "max.message.bytes",
		"message": `max.message.bytes="52428800": every broker and client that handles such a batch needs the memory for it, and must be set to take it; keep large objects elsewhere`,
	}} with input as topic(52428800)
}

test_fine if {
	rule.report == set() with input as topic(10485760)
	rule.report == set() with input as topic(1048588)
}

test_left_alone if rule.report == set() with input as topic(52428800) with input.state["max.message.bytes"] as "default"
