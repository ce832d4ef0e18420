# METADATA
# title: nobody starts a failed job again
# description: |
#   A restart strategy with a limit ends the job in the state FAILED when the limit is reached. The operator then leaves
#   it there: kubernetes.operator.job.restart.failed is off by default, and the health check of clusters passes over jobs
#   that have ended. Let the operator restart failed jobs, or let an alert tell of them.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/operations/configuration/
# custom:
#   id: FO009
#   severities: [info]
#   confidence: certain
#   consequence: stall
#   kinds: [flink-job]
#   remediation: Set kubernetes.operator.job.restart.failed to true.
#   since: "0.2.0"
package kcfglint.rules.flink_operator.failed_job_not_restarted

import data.kcfglint.lib.jobs

report contains finding if {
	input.values["restart-strategy.type"] in {"fixed-delay", "failure-rate"}
	input.state["restart-strategy.type"] == "explicit"
	input.values["kubernetes.operator.job.restart.failed"] == false
	input.state["kubernetes.operator.job.restart.failed"] in {"absent", "default", "explicit"}
	input.state["@job"] == "explicit"
	not jobs.batch
	finding := {
		"at": "restart-strategy.type",
		"message": sprintf(
			"%s=%q gives up in the end, and then the operator leaves the job FAILED; set kubernetes.operator.job.restart.failed=true",
			[input.settings["restart-strategy.type"].written, input.settings["restart-strategy.type"].value],
		),
	}
}
