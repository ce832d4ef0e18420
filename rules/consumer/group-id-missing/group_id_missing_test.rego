package kcfglint.rules.consumer.group_id_missing_test

import data.kcfglint.rules.consumer.group_id_missing as rule

finding(severity) := {
	"at": "@binding.anonymous",
	"severity": severity,
	"message": "no group: the binding reads with an anonymous group that starts at the end of the topic, so records that arrive while it is down are lost; set its group",
}

binding := {"name": "orders-in-0", "values": {"@binding.anonymous": true}, "state": {"group.id": "absent"}}

test_anonymous_binding if rule.report == {finding("warning")} with input as binding

test_expendable if rule.report == {finding("info")} with input as binding with input.links as {"topics": ["page-clicks"]}

test_listener if rule.report == set() with input as {"owner": "spring", "values": {}, "state": {"group.id": "absent"}}
