package kcfglint.rules.broker.broker_fsync_test

import data.kcfglint.rules.broker.broker_fsync as rule

broker(key, n) := {"values": {key: n}, "state": {key: "explicit"}}

test_records if {
	rule.report == {{
		"at": "log.flush.interval.messages",
		"message": `log.flush.interval.messages="1": the broker writes to the disk every 1 records and everything waits for it, while replicas already keep records safe; remove the line`,
	}} with input as broker("log.flush.interval.messages", 1)
}

test_time if {finding.at | some finding in rule.report} == {"log.flush.interval.ms"} with input as broker("log.flush.interval.ms", 100)

test_seldom if {
	rule.report == set() with input as broker("log.flush.interval.messages", 10000)
	rule.report == set() with input as broker("log.flush.interval.ms", 1000)
}
