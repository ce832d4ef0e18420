package kcfglint.rules.framework.quarkus_failure_ignore_test

import data.kcfglint.rules.framework.quarkus_failure_ignore as rule

channel(strategy) := {
	"name": "orders",
	"owner": "smallrye",
	"data_class": "",
	"links": {"topics": ["orders"]},
	"state": {"failure-strategy": "explicit"},
	"settings": {"failure-strategy": {"written": "mp.messaging.incoming.orders.failure-strategy", "value": strategy, "line": 3, "from_default": false}},
}

test_ignore if {
	rule.report == {{
		"at": "failure-strategy",
		"severity": "error",
		"message": `failure-strategy="ignore": a record whose processing fails is logged, its offset is committed, and it is lost; set dead-letter-queue`,
	}} with input as channel("ignore")
}

test_expendable if {
	{f.severity | some f in rule.report} == {"info"} with input as channel("ignore") with input.data_class as "logs"
}

test_others if {
	every strategy in ["fail", "dead-letter-queue", "delayed-retry-topic"] { rule.report == set() with input as channel(strategy) }
}

test_unknown if rule.report == set() with input as channel("ignore") with input.state["failure-strategy"] as "unknown"

test_exactly_once if {
	strategy := {"written": "mp.messaging.incoming.orders.commit-strategy", "value": "ignore", "line": 4, "from_default": false}
	rule.report == set() with input as channel("ignore")
		with input.state["@messaging.transactional"] as "explicit"
		with input.settings["commit-strategy"] as strategy
	count(rule.report) == 1 with input as channel("ignore") with input.state["@messaging.transactional"] as "explicit"
}
