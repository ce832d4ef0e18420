package kcfglint.rules.consumer.crc_disabled_test

import data.kcfglint.rules.consumer.crc_disabled as rule

consumer := {
	"client": {"name": "java"},
	"values": {"check.crcs": false},
	"state": {"check.crcs": "explicit"},
}

finding(severity) := {
	"at": "check.crcs",
	"severity": severity,
	"message": `check.crcs="false": records that were damaged on a disk or on the way are handed on as if they were right; set true`,
}

test_java if rule.report == {finding("warning")} with input as consumer

test_librdkafka if rule.report == {finding("info")} with input as consumer with input.client.name as "librdkafka"

test_default if rule.report == set() with input as consumer with input.state["check.crcs"] as "default"
