package kcfglint.rules.flink_operator.checkpoint_on_hostpath_test

import data.kcfglint.rules.flink_operator.checkpoint_on_hostpath as rule

job(key, volume) := {
	"state": {key: "explicit"},
	"settings": {
		key: {"written": "dir", "value": "file:///data/flink"},
		"@volume./data": {"value": volume},
		"@volume./": {"value": "other"},
	},
}

test_empty_dir if {
	every key in ["high-availability.storageDir", "execution.checkpointing.savepoint-dir"] {
		rule.report == {{
			"at": key,
			"message": "dir=\"file:///data/flink\" lies on an emptyDir volume, which is empty again when the pod is replaced; use s3, hdfs or a volume that all pods share",
			"related": [{"at": "@volume./data", "message": "the emptyDir volume"}],
		}} with input as job(key, "emptyDir")
	}
}

test_host_path if {
	rule.report == {{
		"at": "high-availability.storageDir",
		"severity": "warning",
		"message": "dir=\"file:///data/flink\" lies on a hostPath volume, which a pod on another node does not have; use s3, hdfs or a volume that all pods share",
		"related": [{"at": "@volume./data", "message": "the hostPath volume"}],
	}} with input as job("high-availability.storageDir", "hostPath")
}

test_shared if rule.report == set() with input as job("high-availability.storageDir", "pvc")

test_object_store if {
	rule.report == set() with input as {
		"state": {"high-availability.storageDir": "explicit"},
		"settings": {"high-availability.storageDir": {"written": "dir", "value": "s3://a/b"}, "@volume./": {"value": "emptyDir"}},
	}
}
