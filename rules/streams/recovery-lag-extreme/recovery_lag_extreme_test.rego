package kcfglint.rules.streams.recovery_lag_extreme_test

import data.kcfglint.rules.streams.recovery_lag_extreme as rule

app(lag) := {"values": {"acceptable.recovery.lag": lag}, "state": {"acceptable.recovery.lag": "explicit"}}

test_any_lag if {
	rule.report == {{
		"at": "acceptable.recovery.lag",
		"message": `acceptable.recovery.lag="9223372036854775807": tasks go to instances without their state, which restore it before they process; remove it, the default is 10000`,
	}} with input as app(9223372036854775807)
}

test_none if {
	rule.report == {{
		"at": "acceptable.recovery.lag",
		"message": `acceptable.recovery.lag="0": hardly an instance counts as caught up, and probing rebalances go on; remove it, the default is 10000`,
	}} with input as app(0)
}

test_usual if rule.report == set() with input as app(50000)
