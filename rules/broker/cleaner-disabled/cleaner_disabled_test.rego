package kcfglint.rules.broker.cleaner_disabled_test

import data.kcfglint.rules.broker.cleaner_disabled as rule

broker(value) := {"values": {"log.cleaner.enable": value}, "state": {"log.cleaner.enable": "explicit"}}

test_reported if {
	rule.report == {{
		"at": "log.cleaner.enable",
		"message": `log.cleaner.enable="false": the topics of offsets and transactions and every changelog grow without end; remove the line`,
	}} with input as broker(false)
}

test_fine if {
	rule.report == set() with input as broker(true)
}

test_left_alone if rule.report == set() with input as broker(false) with input.state["log.cleaner.enable"] as "default"
