# METADATA
# title: default.api.timeout.ms of an admin client is below request.timeout.ms
# description: |
#   A call of an admin client lasts at least as long as one of its requests. Where default.api.timeout.ms is written, Java
#   admin clients from 2.5 on refuse to start unless it is at least request.timeout.ms; where it is left out, they raise
#   it.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#adminclientconfigs_default.api.timeout.ms
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-533%3A+Add+default+API+timeout+to+AdminClient
# custom:
#   id: KM029
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [admin]
#   remediation: Set default.api.timeout.ms to at least request.timeout.ms.
#   versions: ["2.5"]
#   since: "0.1.0"
package kcfglint.rules.framework.admin_timeouts

report contains finding if {
	input.client.name == "java"
	input.state["default.api.timeout.ms"] in {"explicit", "inherited"}
	api := input.values["default.api.timeout.ms"]
	request := input.values["request.timeout.ms"]
	api < request
	input.versions.client.version >= [2, 5]
	finding := {
		"at": "default.api.timeout.ms",
		"message": $`default.api.timeout.ms="{api}" is below request.timeout.ms ({request}): the admin client refuses to start; set at least {request}`,
		"related": [{"at": "request.timeout.ms", "message": "the request that a call makes"} |
			input.state["request.timeout.ms"] in {"explicit", "inherited"}
		],
	}
}
