# METADATA
# title: savepoints or the memory of the JobManager lie on a pod's volume
# description: |
#   A pod that Kubernetes starts on another node finds nothing of what the old one wrote on a hostPath volume, and an
#   emptyDir volume is gone with its pod. What high availability keeps, which names the last checkpoint, and savepoints
#   must outlive both. Use an object store, or a volume that all pods share. The directory of checkpoints is the matter of
#   FC007.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/pod-template/
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/savepoints/
# custom:
#   id: FO017
#   severities: [error, warning]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-cluster, flink-job]
#   remediation: Set the directory to an object store, hdfs or a volume that all pods share.
#   since: "0.2.0"
package kcfglint.rules.flink_operator.checkpoint_on_hostpath

# The names of volumes hold their mount paths, so this rule goes over all settings.
report contains finding if {
	some key, dir in dirs
	mount := max([[count(point), point] | some point, _ in volumes; within(dir.path, point)])[1]
	loses := losing[volumes[mount]]
	finding := object.union(
		{
			"at": key,
			"message": sprintf("%s=%q lies on %s; use s3, hdfs or a volume that all pods share", [dir.written, dir.value, loses.how]),
			"related": [{"at": sprintf("@volume.%s", [mount]), "message": sprintf("the %s volume", [volumes[mount]])}],
		},
		loses.level,
	)
}

losing := {
	"emptyDir": {"how": "an emptyDir volume, which is empty again when the pod is replaced", "level": {}},
	"hostPath": {"how": "a hostPath volume, which a pod on another node does not have", "level": {"severity": "warning"}},
}

dirs["high-availability.storageDir"] := directory(input.settings["high-availability.storageDir"]) if {
	input.state["high-availability.storageDir"] == "explicit"
}

dirs["execution.checkpointing.savepoint-dir"] := directory(input.settings["execution.checkpointing.savepoint-dir"]) if {
	input.state["execution.checkpointing.savepoint-dir"] == "explicit"
}

directory(setting) := {"written": setting.written, "value": setting.value, "path": regex.replace(setting.value, `^file:(//[^/]*)?`, "")} if {
	regex.match(`^(file:|/)`, setting.value)
}

volumes[trim_prefix(key, "@volume.")] := setting.value if {
	some key, setting in input.settings
	startswith(key, "@volume.")
}

within(path, point) if startswith(sprintf("%s/", [path]), sprintf("%s/", [trim_suffix(point, "/")]))
