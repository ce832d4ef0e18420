package kcfglint.rules.producer.idempotence_disabled_test

import data.kcfglint.rules.producer.idempotence_disabled as rule

off := {
	"client": {"name": "java"},
	"owner": "",
	"values": {"enable.idempotence": false, "acks": "all", "retries": 2147483647},
	"state": {"enable.idempotence": "explicit", "acks": "default", "retries": "default"},
}

finding := {
	"at": "enable.idempotence",
	"message": `enable.idempotence="false": a batch whose response was lost is stored a second time by its retry; remove it or set enable.idempotence=true`,
}

test_off if rule.report == {finding} with input as off

test_retries_unknown if {
	rule.report == {finding} with input as off with input.values as {"enable.idempotence": false, "acks": "all"}
}

test_acks_one if {
	rule.report == {{
		"at": "enable.idempotence",
		"message": `enable.idempotence="false": a batch whose response was lost is stored a second time by its retry; set acks=all and enable.idempotence=true`,
	}} with input as off with input.values.acks as "1" with input.state.acks as "explicit"
}

test_no_retries if rule.report == set() with input as off with input.values.retries as 0

test_no_acknowledgement if rule.report == set() with input as off with input.values.acks as "0"

test_connect if rule.report == set() with input as off with input.owner as "connect"

test_default if rule.report == set() with input as off with input.state["enable.idempotence"] as "default"
