# METADATA
# title: a connector names a config provider that the workers do not have
# description: |
#   A value such as ${file:/secrets.properties:password} is replaced by the config provider of that name, which the workers declare in
#   config.providers. Without it Connect leaves the text as it is, and the connector takes it for the password. Declare the
#   provider on all workers.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#connectconfigs_config.providers
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-297%3A+Externalizing+Secrets+for+Connect+Configurations
# custom:
#   id: KN019
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [source-connector, sink-connector]
#   scope: project
#   remediation: Declare the provider in config.providers of the workers.
#   since: "0.2.0"
package kcfglint.rules.project.provider_not_declared

import data.kcfglint.lib.workers

# ConfigTransformer.transform leaves what it has no provider for.
report contains finding if {
	some id, host in workers.of
	some name in split(input.components[id].values["@config.providers"], ",")
	declared := names(input.components[host])
	not name in declared
	finding := {
		"at": {"key": "@config.providers", "component": id},
		"message": $`config provider "{name}" is named here, which the workers in {input.components[host].file} do not declare: the connector gets the text itself; add {name} to config.providers there`,
		"related": [{"at": {"key": "config.providers", "component": host}, "message": "the workers"}],
	}
}

names(component) := {trim_space(name) | some name in split(component.values["config.providers"], ",")} if {
	component.state["config.providers"] in {"explicit", "inherited"}
}

names(component) := set() if component.state["config.providers"] in {"absent", "default"}
