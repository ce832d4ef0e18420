package kcfglint.rules.flink_checkpoint.strict_yaml_trap_test

import data.kcfglint.rules.flink_checkpoint.strict_yaml_trap as rule

cluster(key, value) := {"settings": {sprintf("@conf.twice.%s", [key]): {
	"written": "",
	"value": value,
	"line": 3,
	"from_default": false,
}}}

test_safety if {
	rule.report == {{
		"at": "@conf.twice.execution.checkpointing.interval",
		"message": `execution.checkpointing.interval has no effect: the same key with "60s" stands in another form further down in this file, and the last one counts; keep one of them`,
		"consequence": "loss",
		"related": [{"at": "execution.checkpointing.interval", "message": "the one that counts"}],
	}} with input as cluster("execution.checkpointing.interval", "60s")
}

test_other_key if {
	some finding in rule.report with input as cluster("rest.port", "8081")
	not finding.consequence
}

test_nothing_twice if rule.report == set() with input as {"settings": {"rest.port": {"written": "rest.port", "value": "1", "line": 1, "from_default": false}}}
