# METADATA
# title: older operators do not take a nested configuration
# description: |
#   From operator 1.13 on spec.flinkConfiguration may be nested as config.yaml is. The resource definition of older ones
#   knows only texts by flat keys, so that the API server rejects the resource. Flat keys are understood by all. A
#   resource for Flink 2.1 or later needs 1.13 anyway.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/overview/
# custom:
#   id: FO012
#   severities: [info]
#   confidence: likely
#   consequence: startup-failure
#   kinds: [flink-cluster, flink-job]
#   remediation: Write flat keys, or make sure that operator and resource definition are 1.13 or later.
#   since: "0.2.0"
package kcfglint.rules.flink_operator.nested_flink_configuration_version

report contains finding if {
	input.state["@configuration.nested"] == "explicit"
	not new
	finding := {
		"at": "@configuration.nested",
		"message": sprintf(
			"%q in flinkConfiguration is nested, which operators before 1.13 refuse; write flat keys",
			[input.values["@configuration.nested"]],
		),
	}
}

# FlinkVersion.v2_1 came with operator 1.13.
new if {
	input.versions.flink.assumed == false
	input.versions.flink.version >= [2, 1]
}
