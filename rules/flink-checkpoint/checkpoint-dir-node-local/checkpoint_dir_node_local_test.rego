package kcfglint.rules.flink_checkpoint.checkpoint_dir_node_local_test

import data.kcfglint.rules.flink_checkpoint.checkpoint_dir_node_local as rule

dir := "execution.checkpointing.dir"

cluster(value, state, volumes) := {
	"kind": "flink-cluster",
	"values": {dir: value},
	"state": object.union({dir: "explicit"}, state),
	"settings": object.union(
		{dir: {"written": "state.checkpoints.dir", "value": value, "line": 3}},
		{sprintf("@volume.%s", [mount]): {"written": "@volume", "value": kind, "line": 20} | some mount, kind in volumes},
	),
}

operator := {"@job": "explicit"}

test_folder_for_temporary_files if {
	rule.report == {{
		"at": dir,
		"message": "state.checkpoints.dir=\"file:///tmp/flink/checkpoints\" lies on each machine's own disk, so a job that moves to another machine cannot restore its checkpoint; use s3, hdfs or a shared file system",
	}} with input as cluster("file:///tmp/flink/checkpoints", {}, {})
}

test_cluster_of_one_machine if {
	rule.report == {{
		"at": dir,
		"message": "state.checkpoints.dir=\"file:///tmp/checkpoints\" lies on a machine's own disk: unless the cluster is one machine, as jobmanager.rpc.address=\"localhost\" (line 1) has it, a job that moves to another cannot restore its checkpoint; use s3, hdfs or a shared file system",
		"severity": "warning",
		"confidence": "likely",
	}} with input as cluster("file:///tmp/checkpoints", {"jobmanager.rpc.address": "explicit"}, {})
		with input.values["jobmanager.rpc.address"] as "localhost"
		with input.settings["jobmanager.rpc.address"] as {"written": "jobmanager.rpc.address", "value": "localhost", "line": 1}
}

test_what_is_mounted_is_not_known if {
	rule.report == {{
		"at": dir,
		"message": "state.checkpoints.dir=\"file:///flink-data/checkpoints\" is a local path: unless all machines share what is mounted there, a job that moves cannot restore its checkpoint; use s3, hdfs or a shared file system",
		"severity": "warning",
		"confidence": "likely",
	}} with input as cluster("file:///flink-data/checkpoints", {}, {})
}

test_no_scheme if {
	count(rule.report) == 1 with input as cluster("/var/flink/checkpoints", {"fs.default-scheme": "absent"}, {})
}

test_no_scheme_with_a_default_scheme if {
	rule.report == set() with input as cluster("/flink/checkpoints", {"fs.default-scheme": "explicit"}, {})
}

test_object_store if {
	rule.report == set() with input as cluster("s3://flink/checkpoints", {}, {})
}

test_network_file_system if {
	rule.report == set() with input as cluster("file:///mnt/flink/checkpoints", {}, {})
}

test_network_file_system_by_its_name if {
	rule.report == set() with input as cluster("file:///data/nfs-flink/checkpoints", {}, {})
}

test_container if {
	rule.report == {{
		"at": dir,
		"message": "state.checkpoints.dir=\"file:///tmp/checkpoints\" lies in the container's own file system, which is gone when the pod is replaced; use s3, hdfs or a volume that all pods share",
	}} with input as cluster("file:///tmp/checkpoints", operator, {"/opt/flink/sql": "other"})
}

test_container_with_a_pod_template_elsewhere if {
	rule.report == set() with input as cluster(
		"file:///tmp/checkpoints",
		object.union(operator, {"kubernetes.pod-template-file.default": "explicit"}), {},
	)
}

test_empty_dir_within_a_claim if {
	rule.report == {{
		"at": dir,
		"message": "state.checkpoints.dir=\"file:///data/scratch/checkpoints\" lies on an emptyDir volume, which is empty again when the pod is replaced; use s3, hdfs or a volume that all pods share",
		"related": [{"at": "@volume./data/scratch", "message": "the emptyDir volume"}],
	}} with input as cluster("file:///data/scratch/checkpoints", operator, {"/data": "pvc", "/data/scratch": "emptyDir"})
}

test_host_path if {
	rule.report == {{
		"at": dir,
		"message": "state.checkpoints.dir=\"file:///flink-data/checkpoints\" lies on a hostPath volume: pods on another node do not find the checkpoints there; use s3, hdfs or a volume that all pods share",
		"severity": "warning",
		"related": [{"at": "@volume./flink-data", "message": "the hostPath volume"}],
	}} with input as cluster("file:///flink-data/checkpoints", operator, {"/flink-data": "hostPath"})
}

test_claim if {
	rule.report == set() with input as cluster("file:///flink-data/checkpoints", operator, {"/flink-data": "pvc"})
}

test_mount_of_another_name_is_none_of_ours if {
	count(rule.report) == 1 with input as cluster("file:///flink-data2/checkpoints", operator, {"/flink-data": "pvc"})
}

test_inherited_is_reported_where_it_stands if {
	rule.report == set() with input as cluster("file:///tmp/checkpoints", {dir: "inherited"}, {})
}
