package kcfglint.rules.flink_checkpoint.legacy_parser_trap_test

import data.kcfglint.rules.flink_checkpoint.legacy_parser_trap as rule

cluster(fact, written, value) := {
	"kind": "flink-cluster",
	"state": {fact: "explicit"},
	"settings": {
		"jobmanager.rpc.address": {"written": "jobmanager.rpc.address", "value": "flink-jobmanager", "line": 1},
		fact: {"written": written, "value": value, "line": 4},
	},
}

test_nested if {
	rule.report == {{
		"at": {"key": "@conf.nested.execution.checkpointing.interval", "part": "key"},
		"message": "execution.checkpointing.interval is nested, but flink-conf.yaml is read line by line: Flink sees the key \"interval\" and execution.checkpointing.interval stays unset; write \"execution.checkpointing.interval: value\" on one line",
	}} with input as cluster("@conf.nested.execution.checkpointing.interval", "execution.checkpointing.interval", "interval")
}

test_nested_and_dropped if {
	rule.report == {{
		"at": {"key": "@conf.nested.taskmanager.numberOfTaskSlots", "part": "key"},
		"message": "taskmanager.numberOfTaskSlots is nested, but flink-conf.yaml is read line by line: Flink drops the line and taskmanager.numberOfTaskSlots stays unset; write \"taskmanager.numberOfTaskSlots: value\" on one line",
		"severity": "warning",
		"consequence": "ignored",
	}} with input as cluster("@conf.nested.taskmanager.numberOfTaskSlots", "taskmanager.numberOfTaskSlots", "")
}

test_line if {
	rule.report == {{
		"at": "@conf.line.execution.checkpointing.dir",
		"message": "Flink drops this line, as flink-conf.yaml needs a colon and a blank between key and value: execution.checkpointing.dir stays unset; write \"execution.checkpointing.dir: value\"",
	}} with input as cluster("@conf.line.execution.checkpointing.dir", "state.checkpoints.dir", "execution.checkpointing.dir")
}

test_quoted if {
	rule.report == {{
		"at": "@conf.quoted.execution.checkpointing.interval",
		"message": "execution.checkpointing.interval: in flink-conf.yaml the quotes are part of the value; remove them",
	}} with input as cluster("@conf.quoted.execution.checkpointing.interval", "execution.checkpointing.interval", `"60s"`)
}

test_yaml if {
	rule.report == {{
		"at": "@conf.yaml.execution.checkpointing.dir",
		"message": "state.checkpoints.dir: flink-conf.yaml is no YAML, so Flink takes \">-\" for the value as it stands; write a plain value",
	}} with input as cluster("@conf.yaml.execution.checkpointing.dir", "state.checkpoints.dir", ">-")
}

test_cut if {
	rule.report == {{
		"at": "@conf.cut.metrics.scope.jm",
		"message": "metrics.scope.jm: a line of flink-conf.yaml ends at the first number sign, quoted or not, so what follows is no part of the value",
		"severity": "warning",
		"consequence": "ignored",
	}} with input as cluster("@conf.cut.metrics.scope.jm", "metrics.scope.jm", "<host>")
}

test_duplicate if {
	rule.report == {{
		"at": "@conf.duplicate.parallelism.default",
		"message": "parallelism.default has no effect, as the same key is set again in this file to \"8\"; keep one of them",
		"severity": "warning",
		"consequence": "ignored",
		"related": [{"at": "parallelism.default", "message": "the one that counts"}],
	}} with input as cluster("@conf.duplicate.parallelism.default", "parallelism.default", "8")
}

test_duplicate_of_a_secret if {
	rule.report == {{
		"at": "@conf.duplicate.security.ssl.rest.key-password",
		"message": "security.ssl.rest.key-password has no effect, as the same key is set again in this file; keep one of them",
		"severity": "warning",
		"consequence": "ignored",
		"related": [{"at": "security.ssl.rest.key-password", "message": "the one that counts"}],
	}} with input as {
		"kind": "flink-cluster",
		"settings": {"@conf.duplicate.security.ssl.rest.key-password": {
			"written": "security.ssl.rest.key-password",
			"line": 4,
			"secret": {"known": true},
		}},
	}
}

test_plain_lines if {
	rule.report == set() with input as cluster("parallelism.default", "parallelism.default", "8")
}
