package kcfglint.rules.framework.quarkus_commit_strategy_test

import data.kcfglint.rules.framework.quarkus_commit_strategy as rule

setting(key, value) := {key: {"written": key, "value": value, "line": 3, "from_default": false}}

channel(strategy) := {
	"name": "orders",
	"owner": "smallrye",
	"data_class": "",
	"links": {"topics": ["orders"]},
	"values": {"enable.auto.commit": false},
	"state": {"commit-strategy": "explicit", "enable.auto.commit": "default", "@messaging.transactional": "absent"},
	"settings": setting("commit-strategy", strategy),
}

test_latest if {
	rule.report == {{
		"at": "commit-strategy",
		"severity": "warning",
		"message": `commit-strategy="latest" commits an offset as soon as its record is acknowledged: with asynchronous processing a crash loses the earlier records that are still under way; set throttled`,
	}} with input as channel("latest")
	{f.severity | some f in rule.report} == {"info"} with input as channel("latest") with input.data_class as "metrics"
}

test_ignore if {
	rule.report == {{
		"at": "commit-strategy",
		"severity": "warning",
		"consequence": "duplication",
		"message": `commit-strategy="ignore" with enable.auto.commit="false", which is SmallRye's default: nobody commits, so a restart processes the records again; set throttled`,
	}} with input as channel("ignore")
	rule.report == set() with input as channel("ignore") with input.values["enable.auto.commit"] as true
	rule.report == set() with input as channel("ignore") with input.values as {}
	rule.report == set() with input as channel("ignore") with input.state["@messaging.transactional"] as "explicit"
}

test_unwatched if {
	age := setting("throttled.unprocessed-record-max-age.ms", "0")
	every strategy in ["throttled", ""] {
		{f.severity | some f in rule.report} == {"info"} with input as channel(strategy)
			with input.settings as object.union(age, setting("commit-strategy", strategy))
	}
	{f.at | some f in rule.report} == {"throttled.unprocessed-record-max-age.ms"} with input as channel("")
		with input.settings as age
		with input.state["commit-strategy"] as "absent"
	rule.report == set() with input as channel("")
		with input.settings as setting("throttled.unprocessed-record-max-age.ms", "60000")
		with input.state["commit-strategy"] as "absent"
}

test_others if {
	rule.report == set() with input as channel("throttled")
	rule.report == set() with input as channel("latest") with input.owner as ""
	rule.report == set() with input as channel("latest") with input.state["commit-strategy"] as "unknown"
}
