# METADATA
# title: The checkpoint directory is local to one machine
# description: |
#   JobManager and TaskManagers write parts of one checkpoint to the same directory, and whoever restores it reads them all. On a
#   local disk, in a container's own file system or on an emptyDir volume the parts lie on different machines and vanish with
#   them, so a checkpoint cannot be restored once a process moves. Use an object store, hdfs, or a volume that all of them share.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/checkpoints/
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/pod-template/
# custom:
#   id: FC007
#   severities: [error, warning]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-cluster, flink-job]
#   remediation: Set execution.checkpointing.dir to an object store, hdfs or a volume that all pods share.
#   since: "0.1.0"
package kcfglint.rules.flink_checkpoint.checkpoint_dir_node_local

# The names of volumes hold their mount paths, so this rule goes over all settings.
report contains finding if {
	path
	volume == "emptyDir"
	finding := {
		"at": "execution.checkpointing.dir",
		"message": sprintf("%s lies on an emptyDir volume, which is empty again when the pod is replaced; use s3, hdfs or a volume that all pods share", [setting]),
		"related": [{"at": sprintf("@volume.%s", [mount]), "message": "the emptyDir volume"}],
	}
}

report contains finding if {
	path
	volume == "hostPath"
	finding := {
		"at": "execution.checkpointing.dir",
		"message": sprintf("%s lies on a hostPath volume: pods on another node do not find the checkpoints there; use s3, hdfs or a volume that all pods share", [setting]),
		"severity": "warning",
		"related": [{"at": sprintf("@volume.%s", [mount]), "message": "the hostPath volume"}],
	}
}

report contains finding if {
	path
	not mount
	managed
	not template_elsewhere
	finding := {
		"at": "execution.checkpointing.dir",
		"message": sprintf("%s lies in the container's own file system, which is gone when the pod is replaced; use s3, hdfs or a volume that all pods share", [setting]),
	}
}

report contains finding if {
	path
	not mount
	not managed
	own
	not alone
	finding := {
		"at": "execution.checkpointing.dir",
		"message": sprintf("%s lies on each machine's own disk, so a job that moves to another machine cannot restore its checkpoint; use s3, hdfs or a shared file system", [setting]),
	}
}

# TaskManagers of other machines do not reach such a JobManager; with high availability the address is another.
report contains finding if {
	path
	not mount
	not managed
	own
	alone
	finding := {
		"at": "execution.checkpointing.dir",
		"message": sprintf(
			"%s lies on a machine's own disk: unless the cluster is one machine, as jobmanager.rpc.address=%q (line %d) has it, a job that moves to another cannot restore its checkpoint; use s3, hdfs or a shared file system",
			[setting, input.settings["jobmanager.rpc.address"].value, input.settings["jobmanager.rpc.address"].line],
		),
		"severity": "warning",
		"confidence": "likely",
	}
}

# What is mounted where, nothing in view tells.
report contains finding if {
	path
	not mount
	not managed
	not own
	not shared
	finding := {
		"at": "execution.checkpointing.dir",
		"message": sprintf("%s is a local path: unless all machines share what is mounted there, a job that moves cannot restore its checkpoint; use s3, hdfs or a shared file system", [setting]),
		"severity": "warning",
		"confidence": "likely",
	}
}

setting := sprintf("%s=%q", [
	input.settings["execution.checkpointing.dir"].written,
	input.settings["execution.checkpointing.dir"].value,
])

# The path of a directory on the local file system: FileSystem takes what has no scheme for that, unless fs.default-scheme is set.
path := regex.replace(dir, `^file:(//[^/]*)?`, "") if {
	input.state["execution.checkpointing.dir"] == "explicit"
	dir := input.values["execution.checkpointing.dir"]
	startswith(dir, "file:")
}

path := dir if {
	input.state["execution.checkpointing.dir"] == "explicit"
	dir := input.values["execution.checkpointing.dir"]
	startswith(dir, "/")
	not input.state["fs.default-scheme"] in {"explicit", "inherited", "unknown"}
}

mounts contains point if {
	some key, _ in input.settings
	startswith(key, "@volume.")
	point := trim_prefix(key, "@volume.")
	startswith(sprintf("%s/", [path]), sprintf("%s/", [trim_suffix(point, "/")]))
}

# The innermost mount that holds the path.
mount := max([[count(point), point] | some point in mounts])[1]

volume := input.settings[sprintf("@volume.%s", [mount])].value

managed if input.state["@job"] in {"explicit", "inherited"}

managed if input.state.flinkVersion in {"explicit", "inherited"}

template_elsewhere if input.state["kubernetes.pod-template-file.default"] in {"explicit", "inherited", "unknown"}

# Folders that no two machines share.
own if regex.match(`^/(tmp|var/tmp|Users)(/|$)`, path)

alone if {
	input.state["jobmanager.rpc.address"] == "explicit"
	input.values["jobmanager.rpc.address"] in {"localhost", "127.0.0.1"}
}

# Names under which network file systems are mounted by custom.
shared if regex.match(`(?i)^/(mnt|media|net|volumes?)/|(^|[/_-])(nfs|efs|shared?|gpfs|lustre|ceph(fs)?|gluster(fs)?|nas|filestore|azurefile)([/_-]|$)`, path)
