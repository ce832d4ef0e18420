# METADATA
# title: workers sign their requests with an algorithm that they do not accept
# description: |
#   The workers of a cluster sign the requests that they forward to each other with inter.worker.signature.algorithm,
#   and accept the algorithms of inter.worker.verification.algorithms. Connect refuses to start if the first is not
#   among the second. Add it to the list.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#connectconfigs_inter.worker.signature.algorithm
# - ref: https://kafka.apache.org/documentation/#connectconfigs_inter.worker.verification.algorithms
# custom:
#   id: KN037
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [connect-worker]
#   remediation: Add the algorithm to inter.worker.verification.algorithms.
#   versions: ["connect 2.4"]
#   since: "0.2.0"
package kcfglint.rules.connect.inter_worker_algorithm

# DistributedConfig.validateInterWorkerKeyConfigs; a standalone worker has no others.
report contains finding if {
	algorithm := trim_space(input.values["inter.worker.signature.algorithm"])
	accepted := input.values["inter.worker.verification.algorithms"]
	not algorithm in {trim_space(name) | some name in split(accepted, ",")}
	input.state["offset.storage.file.filename"] in {"absent", "unknown"}
	input.versions.connect.version >= [2, 4]
	some key in written
	finding := {
		"at": key,
		"message": $`inter.worker.signature.algorithm ({algorithm}) is not among inter.worker.verification.algorithms ({accepted}): the worker refuses to start; add it there`,
	}
}

# The one that is written; of two, the algorithm.
written contains "inter.worker.signature.algorithm" if input.state["inter.worker.signature.algorithm"] in {"explicit", "inherited"}

written contains "inter.worker.verification.algorithms" if {
	input.state["inter.worker.signature.algorithm"] == "default"
	input.state["inter.worker.verification.algorithms"] in {"explicit", "inherited"}
}
