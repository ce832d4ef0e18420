package kcfglint.rules.flink_checkpoint.checkpoint_limits_test

import data.kcfglint.rules.flink_checkpoint.checkpoint_limits as rule

job(key, value, written) := {
	"values": {key: value},
	"state": {key: "explicit"},
	"settings": {key: {"written": key, "value": written, "line": 1, "from_default": false}},
}

test_timeout if {
	rule.report == {{
		"at": "execution.checkpointing.timeout",
		"message": `execution.checkpointing.timeout="9 ms": Flink refuses less than 10 ms and the job does not start; set e.g. 10 min`,
	}} with input as job("execution.checkpointing.timeout", 9, "9 ms")
	rule.report == set() with input as job("execution.checkpointing.timeout", 10, "10 ms")
}

test_failures if {
	{f.at | some f in rule.report} == {"execution.checkpointing.tolerable-failed-checkpoints"} with input as job("execution.checkpointing.tolerable-failed-checkpoints", -1, "-1")
	rule.report == set() with input as job("execution.checkpointing.tolerable-failed-checkpoints", 0, "0")
}

test_parallelism if {
	every case in [["parallelism.default", 0], ["pipeline.max-parallelism", 0], ["pipeline.max-parallelism", -1], ["pipeline.max-parallelism", 32769]] {
		{f.at | some f in rule.report} == {case[0]} with input as job(case[0], case[1], "x")
	}
	every case in [["parallelism.default", -1], ["parallelism.default", 1], ["pipeline.max-parallelism", 1], ["pipeline.max-parallelism", 32768]] {
		rule.report == set() with input as job(case[0], case[1], "x")
	}
}

test_paths if {
	every path in ["/flink/checkpoints", "checkpoints", "s3://bucket", "s3://bucket/", "file:///"] {
		count(rule.report) == 1 with input as job("execution.checkpointing.dir", path, path)
		count(rule.report) == 1 with input as job("execution.checkpointing.savepoint-dir", path, path)
	}
	every path in ["s3://bucket/c", "file:///c", "file:/c", "hdfs:///flink"] {
		rule.report == set() with input as job("execution.checkpointing.dir", path, path)
	}
}

test_too_long if {
	count(rule.report) == 1 with input as job("task.cancellation.timeout", 9223372036854775807, "99999999999999999999")
	count(rule.report) == 1 with input as job("execution.checkpointing.aligned-checkpoint-timeout", 9223372036854775807, "99999999999999999999")
	rule.report == set() with input as job("task.cancellation.timeout", 9223372036854775806, "x")
}

test_too_long_to_buffer if {
	buffers := job("execution.buffer-timeout.interval", 9223372036854775807, "99999999999999999999")
	count(rule.report) == 1 with input as buffers with input.values["execution.buffer-timeout.enabled"] as true
	rule.report == set() with input as buffers with input.values["execution.buffer-timeout.enabled"] as false
}
