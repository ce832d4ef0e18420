package kcfglint.rules.connect.tolerance_all_source_test

import data.kcfglint.rules.connect.tolerance_all_source as rule

connector := {
	"kind": "sink-connector",
	"name": "orders-to-s3",
	"data_class": "",
	"links": {"topics": ["orders"]},
	"versions": {"connect": {"version": [4, 1], "assumed": false}},
	"values": {"errors.tolerance": "all"},
	"state": {},
	"settings": {},
}

finding(or_sent, severity) := {
	"at": "errors.tolerance",
	"severity": severity,
	"message": $`errors.tolerance="all" in a source: records that cannot be converted{or_sent} are skipped and their offsets are committed, as sources have no dead letter queue; remove it`,
}

test_all if rule.report == {finding(" or sent", "warning")} with input as connector

test_before_3_2 if rule.report == {finding("", "warning")} with input as connector with input.versions.connect.version as [3, 1]

test_logs if rule.report == {finding(" or sent", "info")} with input as connector with input.data_class as "logs"

test_none if rule.report == set() with input as connector with input.values["errors.tolerance"] as "none"
