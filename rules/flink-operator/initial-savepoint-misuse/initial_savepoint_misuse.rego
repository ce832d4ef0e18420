# METADATA
# title: a redeployment names no savepoint
# description: |
#   A new savepointRedeployNonce tells the operator to start the job from initialSavepointPath. Without the path operators
#   from 1.10 on reject each change of the nonce, and the job goes on as it was.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/job-management/#redeploy-using-the-savepointredeploynonce
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/reference/
# custom:
#   id: FO007
#   severities: [warning]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [flink-job]
#   remediation: Set job.initialSavepointPath beside job.savepointRedeployNonce, or remove the nonce.
#   since: "0.2.0"
package kcfglint.rules.flink_operator.initial_savepoint_misuse

# DefaultValidator.validateSpecChange; the first deployment passes.
report contains finding if {
	input.state["job.savepointRedeployNonce"] == "explicit"
	input.state["job.initialSavepointPath"] == "absent"
	finding := {
		"at": "job.savepointRedeployNonce",
		"message": "job.savepointRedeployNonce without job.initialSavepointPath: the operator rejects a change of the nonce; name the savepoint to start from",
	}
}

report contains finding if {
	input.state["job.savepointRedeployNonce"] == "explicit"
	input.state["job.initialSavepointPath"] == "explicit"
	trim_space(input.values["job.initialSavepointPath"]) == ""
	finding := {
		"at": "job.initialSavepointPath",
		"message": "job.initialSavepointPath is empty beside job.savepointRedeployNonce: the operator rejects a change of the nonce; name the savepoint to start from",
	}
}
