# METADATA
# title: whoever creates connectors may set anything in their clients
# description: |
#   With connector.client.config.override.policy=All, the default from Kafka 3.0 on, a connector's configuration may set
#   any key of the worker's clients, login modules included. Before 3.4 that let everyone who reached the REST interface
#   run code in the worker (CVE-2023-25194); since then the known modules are refused. Set None, or from 4.2 on
#   Allowlist.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#connectconfigs_connector.client.config.override.policy
# - ref: https://nvd.nist.gov/vuln/detail/CVE-2023-25194
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-458%3A+Connector+Client+Config+Override+Policy
# custom:
#   id: KN016
#   severities: [warning, info]
#   confidence: certain
#   consequence: security
#   kinds: [connect-worker]
#   remediation: Set connector.client.config.override.policy=None, or Allowlist from Kafka 4.2 on.
#   versions: ["connect 3.4"]
#   since: "0.2.0"
package kcfglint.rules.connect.override_policy

import data.kcfglint.lib.hosts

report contains finding if {
	input.state["connector.client.config.override.policy"] in {"explicit", "inherited"}
	policy := trim_space(input.values["connector.client.config.override.policy"])
	regex.match(`(?:^|\.)All(?:ConnectorClientConfigOverridePolicy)?$`, policy)
	not local_only
	some level in levels
	finding := {
		"at": "connector.client.config.override.policy",
		"severity": level.severity,
		"message": $`connector.client.config.override.policy="{policy}": whoever reaches the REST interface may set any key of the worker's clients{level.harm}; set None`,
	}
}

levels contains {"severity": "warning", "harm": ", and so run code in the worker (CVE-2023-25194)"} if {
	input.versions.connect.version < [3, 4]
}

levels contains {"severity": "info", "harm": ""} if input.versions.connect.version >= [3, 4]

local_only if {
	names := hosts.names(input.settings.listeners.value)
	names != []
	every name in names { hosts.loopback(name) }
	not "0.0.0.0" in names
}
