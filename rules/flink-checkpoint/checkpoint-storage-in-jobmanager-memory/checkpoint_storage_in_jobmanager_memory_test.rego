package kcfglint.rules.flink_checkpoint.checkpoint_storage_in_jobmanager_memory_test

import data.kcfglint.rules.flink_checkpoint.checkpoint_storage_in_jobmanager_memory as rule

interval := "execution.checkpointing.interval"

dir := "execution.checkpointing.dir"

storage := "execution.checkpointing.storage"

backend := "state.backend.type"

with_interval(version, values, state, settings) := {
	"kind": "flink-cluster",
	"dialect": "flink-conf",
	"versions": {"flink": {"version": version, "assumed": false}},
	"values": object.union({interval: 60000}, values),
	"state": object.union({interval: "explicit", dir: "absent"}, state),
	"settings": settings,
}

test_no_directory if {
	rule.report == {{
		"at": dir,
		"message": "no checkpoint directory is set: the last good state is on the JobManager's heap and gone when that process ends; set execution.checkpointing.dir (state.checkpoints.dir before 1.20) to durable storage",
	}} with input as with_interval([1, 18], {}, {}, {})
}

test_high_availability_keeps_it_over_a_restart if {
	rule.report == {{
		"at": dir,
		"message": "no checkpoint directory is set: checkpoints are on the JobManager's heap, fail above 5 MB a state and end with the job; set execution.checkpointing.dir (state.checkpoints.dir before 1.20) to durable storage",
		"severity": "warning",
		"consequence": "stall",
	}} with input as with_interval([1, 18], {"high-availability.type": "KUBERNETES"}, {"high-availability.type": "explicit"}, {})
}

test_storage_jobmanager if {
	rule.report == {{
		"at": storage,
		"message": "state.checkpoint-storage=\"jobmanager\" and no checkpoint directory: the last good state is on the JobManager's heap and gone when that process ends; set filesystem and a directory on durable storage",
	}} with input as with_interval(
		[1, 18], {storage: "jobmanager", backend: "rocksdb"}, {storage: "explicit", backend: "explicit"},
		{storage: {"written": "state.checkpoint-storage", "value": "jobmanager", "line": 4}},
	)
}

test_backend_jobmanager if {
	rule.report == {{
		"at": backend,
		"message": "state.backend=\"jobmanager\" and no checkpoint directory: the last good state is on the JobManager's heap and gone when that process ends; set hashmap and a directory on durable storage",
	}} with input as with_interval(
		[1, 17], {backend: "jobmanager"}, {backend: "explicit"},
		{backend: {"written": "state.backend", "value": "jobmanager", "line": 4}},
	)
}

test_backend_jobmanager_is_gone_in_2_0 if {
	rule.report == {{
		"at": backend,
		"message": "state.backend=\"jobmanager\": Flink 2.0 has no such state backend and jobs do not start; set hashmap and execution.checkpointing.dir",
		"consequence": "startup-failure",
	}} with input as with_interval(
		[2, 1], {backend: "jobmanager"}, {backend: "explicit"},
		{backend: {"written": "state.backend", "value": "jobmanager", "line": 4}},
	)
}

test_storage_filesystem_without_directory if {
	rule.report == {{
		"at": storage,
		"message": "execution.checkpointing.storage=\"filesystem\", but no checkpoint directory is set and jobs do not start; set execution.checkpointing.dir",
		"consequence": "startup-failure",
	}} with input as with_interval(
		[2, 1], {storage: "filesystem"}, {storage: "explicit"},
		{storage: {"written": storage, "value": "filesystem", "line": 4}},
	)
}

test_operator_rejects_savepoint_upgrades_without_directory if {
	rule.report == {{
		"at": dir,
		"message": "job.upgradeMode=\"savepoint\" needs a checkpoint directory, so the operator rejects the resource; set state.checkpoints.dir to durable storage",
		"consequence": "startup-failure",
		"confidence": "likely",
		"related": [{"at": "job.upgradeMode", "message": "the upgrade mode that needs it"}],
	}} with input as with_interval([1, 20], {"job.upgradeMode": "savepoint", "@job": true}, {"@job": "explicit"}, {})
}

test_directory_is_set if {
	rule.report == set() with input as with_interval([1, 20], {dir: "s3://flink/checkpoints"}, {dir: "explicit"}, {})
}

test_directory_is_a_placeholder if {
	rule.report == set() with input as with_interval([1, 20], {}, {dir: "unknown"}, {})
}

test_script_whose_cluster_is_not_in_view if {
	rule.report == set() with input as object.union(with_interval([1, 20], {}, {}, {}), {"dialect": "flink-sql"})
}

test_script_whose_cluster_is_in_view if {
	rule.report == {{
		"at": dir,
		"message": "no checkpoint directory is set: the last good state is on the JobManager's heap and gone when that process ends; set execution.checkpointing.dir (state.checkpoints.dir before 1.20) to durable storage",
		"severity": "warning",
		"confidence": "likely",
	}} with input as object.union(with_interval([1, 20], {}, {"@file": "inherited"}, {}), {"dialect": "flink-sql"})
}

test_no_checkpoints if {
	rule.report == set() with input as {
		"kind": "flink-cluster",
		"dialect": "flink-conf",
		"versions": {"flink": {"version": [1, 20], "assumed": false}},
		"values": {},
		"state": {interval: "absent", dir: "absent"},
		"settings": {},
	}
}
