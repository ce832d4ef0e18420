# METADATA
# title: a connector overrides what the workers do not let it
# description: |
#   With connector.client.config.override.policy=None, which was the default before Kafka 3.0, the workers refuse a connector that overrides a
#   setting of its clients. Remove the override, or set the policy to Allowlist (from Kafka 4.2 on), Principal or All.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#connectconfigs_connector.client.config.override.policy
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-458%3A+Connector+Client+Config+Override+Policy
# custom:
#   id: KN039
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [source-connector, sink-connector]
#   scope: project
#   remediation: Remove the override, or allow it in connector.client.config.override.policy of the workers.
#   since: "0.2.0"
package kcfglint.rules.project.override_refused

import data.kcfglint.lib.workers

# NoneConnectorClientConfigOverridePolicy, by AbstractHerder.validateClientOverrides
report contains finding if {
	some id, host in workers.of
	override := input.components[id].values["@overrides"]
	input.components[host].state["connector.client.config.override.policy"] in {"explicit", "inherited", "default"}
	policy := trim_space(input.components[host].values["connector.client.config.override.policy"])
	regex.match(`(?:^|\.)None(?:ConnectorClientConfigOverridePolicy)?$`, policy)
	finding := {
		"at": {"key": "@overrides", "component": id},
		"message": $`{override} is refused by the workers in {input.components[host].file}, whose connector.client.config.override.policy is "{policy}": the connector does not start; remove it, or allow it there`,
		"related": [{"at": {"key": "connector.client.config.override.policy", "component": host}, "message": "the workers"}],
	}
}
