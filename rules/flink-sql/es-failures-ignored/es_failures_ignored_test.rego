package kcfglint.rules.flink_sql.es_failures_ignored_test

import data.kcfglint.rules.flink_sql.es_failures_ignored as rule

table(handler) := {
	"name": "orders",
	"values": {"connector": "elasticsearch-7", "failure-handler": handler},
	"state": {"failure-handler": "explicit"},
	"settings": {"failure-handler": {"written": "failure-handler", "value": handler, "line": 9, "from_default": false}},
	"links": {"topics": []},
}

test_ignore if {
	rule.report == {{
		"at": "failure-handler",
		"message": `failure-handler="IGNORE" throws away each document that Elasticsearch refuses, and the job goes on; remove it, and set a backoff for what a second attempt mends`,
		"severity": "error",
	}} with input as table("IGNORE")
}

test_metrics if {
	{f.severity | some f in rule.report} == {"info"} with input as table("ignore") with input.name as "order_metrics"
}

test_class if {f.severity | some f in rule.report} == {"warning"} with input as table("com.example.Handler")

test_class_for_dead_letters if {f.severity | some f in rule.report} == set() with input as table("com.example.DeadLetterHandler")

test_retry if {f.severity | some f in rule.report} == {"info"} with input as table("retry-rejected")

test_fail if {f.severity | some f in rule.report} == set() with input as table("fail")

test_absent if {
	rule.report == set() with input as table("ignore") with input.state as {"failure-handler": "absent"}
}

told(connector, handler, flink) := {[f.severity, object.get(f, "consequence", "loss")] |
	some f in rule.report with input as {
		"name": "order_search",
		"links": {"topics": []},
		"values": {"connector": connector, "failure-handler": handler},
		"state": {"failure-handler": "explicit"},
		"settings": {"failure-handler": {"written": "failure-handler", "value": handler, "line": 9, "from_default": false}},
		"versions": {"flink": {"version": flink, "assumed": false}},
	}
}

test_no_option if {
	told("elasticsearch-7", "fail", [2, 0]) == {["error", "startup-failure"]}
	told("elasticsearch-7", "fail", [1, 20]) == set()
	told("elasticsearch-7", "ignore", [2, 0]) == {["error", "loss"]}
	told("elasticsearch-8", "ignore", [2, 0]) == {["error", "startup-failure"]}
}
