# METADATA
# title: the override policy Principal is deprecated
# description: |
#   Kafka 4.2 deprecates the policy Principal, which lets connectors set their credentials only, in favour of Allowlist,
#   which takes a list of keys. Set Allowlist and name the keys that connectors may set.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#connectconfigs_connector.client.config.override.policy
# custom:
#   id: KN017
#   severities: [info]
#   confidence: certain
#   consequence: maintenance
#   kinds: [connect-worker]
#   remediation: Set connector.client.config.override.policy=Allowlist and name the keys.
#   versions: ["connect 4.2"]
#   since: "0.2.0"
package kcfglint.rules.connect.principal_policy_deprecated

report contains finding if {
	input.state["connector.client.config.override.policy"] in {"explicit", "inherited"}
	policy := trim_space(input.values["connector.client.config.override.policy"])
	regex.match(`(?:^|\.)Principal(?:ConnectorClientConfigOverridePolicy)?$`, policy)
	input.versions.connect.version >= [4, 2]
	finding := {
		"at": "connector.client.config.override.policy",
		"message": $`connector.client.config.override.policy="{policy}" is deprecated; set Allowlist and name the keys that connectors may set`,
	}
}
