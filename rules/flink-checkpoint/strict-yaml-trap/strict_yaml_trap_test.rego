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

env(fact, written, value) := {"settings": {fact: {"written": written, "value": value, "line": 7, "from_default": false}}}

test_nested if {
	rule.report == {{
		"at": {"key": "@env.nested.execution.checkpointing.interval", "part": "key"},
		"message": `execution.checkpointing.interval is nested, but FLINK_PROPERTIES is read line by line: Flink sees the key "interval" and execution.checkpointing.interval stays unset; write "execution.checkpointing.interval: value" on one line`,
		"severity": "error",
		"consequence": "loss",
	}} with input as env("@env.nested.execution.checkpointing.interval", "execution.checkpointing.interval", "interval")
}

test_clash if {
	rule.report == {{
		"at": {"key": "@env.clash.restart-strategy.type", "part": "key"},
		"message": "restart-strategy is a value and restart-strategy.fixed-delay.attempts lies below it: the image writes FLINK_PROPERTIES to config.yaml as a tree, which cannot hold both, so the longer key is lost or Flink does not start; write restart-strategy.type",
		"severity": "error",
		"consequence": "loss",
	}} with input as env("@env.clash.restart-strategy.type", "restart-strategy", "restart-strategy.fixed-delay.attempts")
}

test_clash_without_another_name if {
	some finding in rule.report with input as env("@env.clash.metrics.reporter", "metrics.reporter", "metrics.reporter.prom.port")
	endswith(finding.message, "; rename or remove one of them")
	not finding.severity
}

test_clash_of_the_backend if {
	some finding in rule.report with input as env("@env.clash.state.backend.type", "state.backend", "state.backend.incremental")
	not finding.severity
}

test_comment if {
	rule.report == {{
		"at": "@env.comment.rest.port",
		"message": `rest.port: FLINK_PROPERTIES has no comments and blanks are taken out, so the value is "8082#why"; put the comment on a line of its own`,
	}} with input as env("@env.comment.rest.port", "rest.port", "8082#why")
}

test_comment_behind_a_secret if {
	some finding in rule.report with input as {"settings": {"@env.comment.s3.secret-key": {
		"written": "s3.secret-key",
		"line": 7,
		"secret": {"known": true},
	}}}
	contains(finding.message, "the comment is part of the value")
}

test_quoted if {
	rule.report == {{
		"at": "@env.quoted.rest.port",
		"message": "rest.port: in FLINK_PROPERTIES the quotes are part of the value; remove them",
	}} with input as env("@env.quoted.rest.port", "rest.port", `"8082"`)
}

test_joined if {
	rule.report == {{
		"at": "@env.joined.env.java.opts.all",
		"message": "env.java.opts.all: all blanks are taken out of FLINK_PROPERTIES, so the options run together; give them in a configuration file or, one each, under keys of their own",
	}} with input as env("@env.joined.env.java.opts.all", "env.java.opts.all", "-Da=b-Dc=d")
}
