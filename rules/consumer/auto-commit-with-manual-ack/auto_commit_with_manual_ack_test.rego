package kcfglint.rules.consumer.auto_commit_with_manual_ack_test

import data.kcfglint.rules.consumer.auto_commit_with_manual_ack as rule

listener := {
	"owner": "spring",
	"values": {"enable.auto.commit": true, "@listener.ack-mode": "manual_immediate"},
	"state": {"enable.auto.commit": "explicit"},
	"settings": {"@listener.ack-mode": {"written": "spring.kafka.listener.ack-mode", "value": "manual_immediate", "line": 7, "from_default": false}},
}

test_manual if {
	rule.report == {{
		"at": "enable.auto.commit",
		"message": `enable.auto.commit="true" with ack-mode="manual_immediate" (line 7): the listener container refuses to start; remove enable-auto-commit`,
		"related": [{"at": "@listener.ack-mode", "message": "records are acknowledged by hand"}],
	}} with input as listener
}

test_spellings if {
	every mode in ["MANUAL", "manual", "manual-immediate", "MANUAL_IMMEDIATE"] {
		count(rule.report) == 1 with input as listener with input.values["@listener.ack-mode"] as mode
	}
}

test_other_modes if rule.report == set() with input as listener with input.values["@listener.ack-mode"] as "batch"

test_no_auto_commit if rule.report == set() with input as listener with input.values["enable.auto.commit"] as false

test_smallrye if {
	channel := {
		"owner": "smallrye",
		"values": {"enable.auto.commit": true},
		"state": {"enable.auto.commit": "explicit"},
		"settings": {"commit-strategy": {"written": "mp.messaging.incoming.orders.commit-strategy", "value": "throttled", "line": 4, "from_default": false}},
	}
	rule.report == {{
		"at": "enable.auto.commit",
		"severity": "warning",
		"consequence": "loss",
		"message": `enable.auto.commit="true" with commit-strategy="throttled" (line 4): the client commits messages that are not acknowledged yet, so a crash loses them; remove enable.auto.commit`,
		"related": [{"at": "commit-strategy", "message": "SmallRye commits what is acknowledged"}],
	}} with input as channel
	rule.report == set() with input as channel with input.settings["commit-strategy"].value as "ignore"
}
