package kcfglint.rules.framework.admin_timeouts_test

import data.kcfglint.rules.framework.admin_timeouts as rule

admin := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"default.api.timeout.ms": 10000, "request.timeout.ms": 30000},
	"state": {"default.api.timeout.ms": "explicit", "request.timeout.ms": "default"},
}

test_below if {
	rule.report == {{
		"at": "default.api.timeout.ms",
		"message": `default.api.timeout.ms="10000" is below request.timeout.ms (30000): the admin client refuses to start; set at least 30000`,
		"related": [],
	}} with input as admin
}

test_raised if rule.report == set() with input as admin with input.state["default.api.timeout.ms"] as "default"

test_equal if rule.report == set() with input as admin with input.values["default.api.timeout.ms"] as 30000

test_before_2_5 if rule.report == set() with input as admin with input.versions.client.version as [2, 4]
