# METADATA
# title: Checkpoints are kept in the JobManager's memory
# description: |
#   Without a checkpoint directory Flink keeps every checkpoint on the heap of the JobManager: when that process ends, the
#   last good state is gone with it, and a single state of more than 5 MB fails the checkpoint. With high availability the
#   checkpoint survives a restart of the JobManager, but still not the end of the job. Set execution.checkpointing.dir (up to
#   Flink 1.19 state.checkpoints.dir) to durable storage such as s3, hdfs, gs or abfs.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/checkpoints/
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/state_backends/
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/job-management/
# custom:
#   id: FC006
#   severities: [error, warning]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-cluster, flink-job]
#   versions: ["flink 2.0"]
#   remediation: Set execution.checkpointing.dir to durable storage.
#   since: "0.1.0"
package kcfglint.rules.flink_checkpoint.checkpoint_storage_in_jobmanager_memory

import data.kcfglint.lib.jobs

report contains finding if {
	in_memory
	input.state["execution.checkpointing.storage"] == "explicit"
	input.values["execution.checkpointing.storage"] == "jobmanager"
	not memory_backend
	finding := object.union(
		{
			"at": "execution.checkpointing.storage",
			"message": sprintf(
				"%s=\"jobmanager\" and no checkpoint directory: %s; set filesystem and a directory on durable storage",
				[input.settings["execution.checkpointing.storage"].written, lost],
			),
		},
		level,
	)
}

# MemoryStateBackend: gone in 2.0, where the value is taken for a class name.
report contains finding if {
	input.state["state.backend.type"] == "explicit"
	memory_backend
	input.versions.flink.version >= [2, 0]
	finding := {
		"at": "state.backend.type",
		"message": sprintf(
			"%s=%q: Flink 2.0 has no such state backend and jobs do not start; set hashmap and execution.checkpointing.dir",
			[input.settings["state.backend.type"].written, input.values["state.backend.type"]],
		),
		"consequence": "startup-failure",
	}
}

report contains finding if {
	in_memory
	input.state["state.backend.type"] == "explicit"
	memory_backend
	not input.versions.flink.version >= [2, 0]
	finding := object.union(
		{
			"at": "state.backend.type",
			"message": sprintf(
				"%s=%q and no checkpoint directory: %s; set hashmap and a directory on durable storage",
				[input.settings["state.backend.type"].written, input.values["state.backend.type"], lost],
			),
		},
		level,
	)
}

# FileSystemCheckpointStorage.createFromConfig
report contains finding if {
	input.state["execution.checkpointing.storage"] == "explicit"
	input.values["execution.checkpointing.storage"] == "filesystem"
	no_directory
	not managed
	finding := {
		"at": "execution.checkpointing.storage",
		"message": sprintf(
			"%s=\"filesystem\", but no checkpoint directory is set and jobs do not start; set execution.checkpointing.dir",
			[input.settings["execution.checkpointing.storage"].written],
		),
		"consequence": "startup-failure",
	}
}

report contains finding if {
	in_memory
	not named
	not rejected
	finding := object.union(
		{
			"at": "execution.checkpointing.dir",
			"message": sprintf(
				"no checkpoint directory is set: %s; set execution.checkpointing.dir (state.checkpoints.dir before 1.20) to durable storage",
				[lost],
			),
		},
		level,
	)
}

# DefaultValidator.validateJobSpec; the operator's own defaults may supply the directory.
report contains finding if {
	no_directory
	rejected
	finding := {
		"at": "execution.checkpointing.dir",
		"message": sprintf(
			"job.upgradeMode=%q needs a checkpoint directory, so the operator rejects the resource; set state.checkpoints.dir to durable storage",
			[input.values["job.upgradeMode"]],
		),
		"consequence": "startup-failure",
		"confidence": "likely",
		"related": [{"at": "job.upgradeMode", "message": "the upgrade mode that needs it"}],
	}
}

memory_backend if input.values["state.backend.type"] in {
	"jobmanager",
	"org.apache.flink.runtime.state.memory.MemoryStateBackendFactory",
}

# Checkpoints are switched on here, and nothing gives them a place.
in_memory if {
	input.state["execution.checkpointing.interval"] == "explicit"
	input.values["execution.checkpointing.interval"] >= 10
	no_directory
	not jobs.batch
}

# Where checkpoints go is set for the cluster: of a script alone it is not known.
no_directory if {
	input.state["execution.checkpointing.dir"] == "absent"
	input.dialect != "flink-sql"
}

no_directory if {
	input.state["execution.checkpointing.dir"] == "absent"
	input.dialect == "flink-sql"
	input.state["@file"] == "inherited"
}

# Another place names the storage, and is where it is reported.
named if input.state["execution.checkpointing.storage"] in {"explicit", "inherited", "unknown"}

named if memory_backend

managed if input.state["@job"] in {"explicit", "inherited"}

rejected if input.values["job.upgradeMode"] in {"savepoint", "last-state"}

highly_available if input.state["high-availability.type"] == "unknown"

highly_available if {
	input.state["high-availability.type"] in {"explicit", "inherited"}
	input.values["high-availability.type"] != "NONE"
}

lost := "the last good state is on the JobManager's heap and gone when that process ends" if not highly_available

lost := "checkpoints are on the JobManager's heap, fail above 5 MB a state and end with the job" if highly_available

level := {} if {
	not highly_available
	input.dialect != "flink-sql"
}

# Which cluster a script runs on is told by where the files are.
level := {"severity": "warning", "confidence": "likely"} if {
	not highly_available
	input.dialect == "flink-sql"
}

level := {"severity": "warning", "consequence": "stall"} if highly_available
