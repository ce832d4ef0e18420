package kcfglint.rules.flink_checkpoint.checkpointing_disabled_test

import data.kcfglint.rules.flink_checkpoint.checkpointing_disabled

interval := "execution.checkpointing.interval"

written(value, milliseconds) := {
	"kind": "flink-cluster",
	"dialect": "flink-conf",
	"values": {interval: milliseconds},
	"state": {interval: "explicit"},
	"settings": {interval: {"written": interval, "value": value, "line": 1}},
}

absent(kind, dialect, values, state, settings) := {
	"kind": kind,
	"dialect": dialect,
	"values": values,
	"state": object.union({interval: "absent"}, state),
	"settings": {key: {"written": spelling, "line": 3} | some key, spelling in settings},
}

test_zero_is_refused if {
	checkpointing_disabled.report == {{
		"at": interval,
		"message": "execution.checkpointing.interval=\"0\": Flink refuses less than 10 ms and the job does not start; set e.g. 60s, or leave the key out for a batch job",
		"consequence": "startup-failure",
	}} with input as written("0", 0)
}

test_ten_milliseconds_are_accepted if {
	checkpointing_disabled.report == set() with input as written("10", 10)
}

test_long_max_means_never if {
	checkpointing_disabled.report == {{
		"at": interval,
		"message": "execution.checkpointing.interval=\"9223372036854775807\" means never: a failure loses the job's state, and sinks do not flush or commit; set e.g. 60s",
	}} with input as written("9223372036854775807", 9223372036854775807)
}

test_a_day_is_an_interval if {
	checkpointing_disabled.report == set() with input as written("1 d", 86400000)
}

lost := "execution.checkpointing.interval is not set, so checkpointing is off: a failure loses the job's state, sinks do not flush or commit, and no Kafka offset is committed; set e.g. 60s"

test_job_without_interval if {
	checkpointing_disabled.report == {{"at": interval, "message": lost, "confidence": "certain", "related": []}} with input as absent("flink-job", "flink-operator", {"@job": true}, {}, {})
}

test_job_whose_code_may_enable_checkpointing if {
	checkpointing_disabled.report == {{
		"at": interval,
		"message": "execution.checkpointing.interval is not set: unless the job's code enables checkpointing, a failure loses the job's state, sinks do not flush or commit, and no Kafka offset is committed; set e.g. 60s",
		"confidence": "likely",
		"related": [],
	}} with input as object.union(absent("flink-job", "flink-operator", {"@job": true}, {}, {}), {"code_may_set": true})
}

# The dialect puts in the interval that the operator sets under last-state.
test_operator_sets_an_interval if {
	checkpointing_disabled.report == set() with input as {
		"kind": "flink-job",
		"dialect": "flink-operator",
		"values": {"@job": true, "job.upgradeMode": "last-state", interval: 300000},
		"state": {"@job": "explicit", "job.upgradeMode": "explicit", interval: "default"},
		"settings": {},
	}
}

test_batch_job if {
	checkpointing_disabled.report == set() with input as absent("flink-job", "flink-sql", {"@streaming": false}, {}, {})
}

test_runtime_mode_batch if {
	checkpointing_disabled.report == set() with input as absent("flink-cluster", "flink-conf", {"execution.runtime-mode": "BATCH"}, {}, {})
}

test_script_that_sets_a_mode if {
	checkpointing_disabled.report == {{
		"at": interval,
		"message": lost,
		"confidence": "likely",
		"related": [{"at": "execution.checkpointing.mode", "message": "configured here, without an interval"}],
	}} with input as absent("flink-job", "flink-sql", {}, {"execution.checkpointing.mode": "explicit"}, {"execution.checkpointing.mode": "execution.checkpointing.mode"})
}

# The cluster's own finding says so.
test_script_whose_cluster_is_configured if {
	checkpointing_disabled.report == set() with input as absent(
		"flink-job", "flink-sql", {},
		{"@file": "inherited", "execution.checkpointing.dir": "inherited"},
		{"execution.checkpointing.dir": "state.checkpoints.dir"},
	)
}

test_script_that_sets_a_mode_on_a_configured_cluster if {
	count(checkpointing_disabled.report) == 1 with input as absent(
		"flink-job", "flink-sql", {},
		{"execution.checkpointing.dir": "inherited", "execution.checkpointing.mode": "explicit"},
		{"execution.checkpointing.dir": "state.checkpoints.dir", "execution.checkpointing.mode": "execution.checkpointing.mode"},
	)
}

test_script_whose_cluster_is_in_view if {
	checkpointing_disabled.report == {{"at": interval, "message": lost, "confidence": "likely", "related": []}} with input as absent("flink-job", "flink-sql", {}, {"@file": "inherited"}, {})
}

test_script_within_a_resource if {
	checkpointing_disabled.report == set() with input as absent("flink-job", "flink-sql", {"@job": true}, {"@job": "inherited"}, {})
}

test_script_alone if {
	checkpointing_disabled.report == {{
		"at": interval,
		"message": "nothing in view sets execution.checkpointing.interval: unless the cluster does, a failure loses the job's state and sinks do not flush or commit; set it to e.g. 60s",
		"severity": "warning",
		"confidence": "likely",
	}} with input as absent("flink-job", "flink-sql", {}, {}, {})
}

test_cluster_with_a_directory if {
	checkpointing_disabled.report == {{
		"at": interval,
		"message": "execution.checkpointing.interval is not set beside state.checkpoints.dir, so every job that does not enable checkpointing itself runs without and loses its state at a failure; set e.g. 60s",
		"confidence": "likely",
		"related": [{"at": "execution.checkpointing.dir", "message": "configured here, without an interval"}],
	}} with input as absent("flink-cluster", "flink-conf", {}, {"execution.checkpointing.dir": "explicit"}, {"execution.checkpointing.dir": "state.checkpoints.dir"})
}

test_cluster_without_a_word if {
	checkpointing_disabled.report == {{
		"at": interval,
		"message": "execution.checkpointing.interval is not set, so a job that does not enable checkpointing itself loses its state at a failure; set a default such as 60s",
		"severity": "info",
		"confidence": "likely",
	}} with input as absent("flink-cluster", "flink-conf", {}, {}, {})
}

test_unknown_is_not_absent if {
	checkpointing_disabled.report == set() with input as {
		"kind": "flink-job",
		"dialect": "flink-sql",
		"values": {},
		"state": {interval: "unknown", "execution.checkpointing.mode": "unknown"},
		"settings": {},
	}
}

test_an_interval_that_the_reader_does_not_see_is_reported_as_such if {
	every fact, value in {"@conf.nested.execution.checkpointing.interval": "interval", "@conf.line.execution.checkpointing.interval": interval} {
		checkpointing_disabled.report == set() with input as {
			"kind": "flink-cluster",
			"dialect": "flink-conf",
			"values": {"execution.checkpointing.dir": "s3://state/orders", fact: value},
			"state": {interval: "absent", "execution.checkpointing.dir": "explicit", fact: "explicit"},
			"settings": {
				fact: {"written": fact, "value": value, "line": 2},
				"execution.checkpointing.dir": {"written": "state.checkpoints.dir", "value": "s3://state/orders", "line": 3},
			},
		}
	}
}
