package kcfglint.rules.broker.controlled_shutdown_off_test

import data.kcfglint.rules.broker.controlled_shutdown_off as rule

broker(value) := {"values": {"controlled.shutdown.enable": value}, "state": {"controlled.shutdown.enable": "explicit"}}

test_reported if {
	rule.report == {{
		"at": "controlled.shutdown.enable",
		"message": `controlled.shutdown.enable="false": at every restart the partitions of this broker are without a leader for a while; remove the line`,
	}} with input as broker(false)
}

test_fine if {
	rule.report == set() with input as broker(true)
}

test_left_alone if rule.report == set() with input as broker(false) with input.state["controlled.shutdown.enable"] as "default"
