package kcfglint.rules.flink_operator.initial_savepoint_misuse_test

import data.kcfglint.rules.flink_operator.initial_savepoint_misuse as rule

job(path, state) := {
	"values": {"job.initialSavepointPath": path},
	"state": {"job.savepointRedeployNonce": "explicit", "job.initialSavepointPath": state},
}

test_no_path if {
	rule.report == {{
		"at": "job.savepointRedeployNonce",
		"message": "job.savepointRedeployNonce without job.initialSavepointPath: the operator rejects a change of the nonce; name the savepoint to start from",
	}} with input as job("", "absent")
}

test_empty_path if {
	rule.report == {{
		"at": "job.initialSavepointPath",
		"message": "job.initialSavepointPath is empty beside job.savepointRedeployNonce: the operator rejects a change of the nonce; name the savepoint to start from",
	}} with input as job(" ", "explicit")
}

test_path if rule.report == set() with input as job("s3://a/savepoint-1", "explicit")

test_unknown_path if rule.report == set() with input as job("", "unknown")
