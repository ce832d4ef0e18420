package kcfglint.rules.framework.exactly_once_chain_test

import data.kcfglint.rules.framework.exactly_once_chain as rule

channel(strategy) := {
	"name": "orders",
	"owner": "smallrye",
	"data_class": "",
	"links": {"topics": ["orders"]},
	"values": {"enable.auto.commit": true},
	"state": {"commit-strategy": "explicit", "enable.auto.commit": "explicit", "@messaging.transactional": "explicit"},
	"settings": {"commit-strategy": {"written": "mp.messaging.incoming.orders.commit-strategy", "value": strategy, "line": 3, "from_default": false}},
}

test_aborted_transactions if {
	rule.report == {{
		"at": "enable.auto.commit",
		"severity": "warning",
		"message": `enable.auto.commit="true" commits what is polled, apart from the transactions of this application: when one is aborted, its records are skipped; remove it`,
		"related": [{"at": "@messaging.transactional", "message": "writes in transactions"}],
	}} with input as channel("ignore")
}

test_expendable if {
	{f.severity | some f in rule.report} == {"info"} with input as channel("ignore") with input.data_class as "logs"
}

test_no_transactions if {
	rule.report == set() with input as channel("ignore") with input.state["@messaging.transactional"] as "absent"
}

test_other_strategy if rule.report == set() with input as channel("latest")

test_off if rule.report == set() with input as channel("ignore") with input.values["enable.auto.commit"] as false
