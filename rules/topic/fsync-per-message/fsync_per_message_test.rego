package kcfglint.rules.topic.fsync_per_message_test

import data.kcfglint.rules.topic.fsync_per_message as rule

topic(key, n) := {"values": {key: n}, "state": {key: "explicit"}}

test_records if {
	rule.report == {{
		"at": "flush.messages",
		"message": `flush.messages="1": the broker writes to the disk every 1 records and everything waits for it, while replicas already keep records safe; remove the line`,
	}} with input as topic("flush.messages", 1)
}

test_time if {finding.at | some finding in rule.report} == {"flush.ms"} with input as topic("flush.ms", 10)

test_seldom if {
	rule.report == set() with input as topic("flush.messages", 1000)
	rule.report == set() with input as topic("flush.ms", 100)
}
