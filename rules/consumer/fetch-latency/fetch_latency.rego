# METADATA
# title: records wait on the broker until there are many
# description: |
#   The broker answers a fetch when it has fetch.min.bytes, or after fetch.max.wait.ms. A large minimum saves
#   requests where much arrives; where little does, each record waits the whole time. Lower both where latency
#   matters.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_fetch.min.bytes
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_fetch.max.wait.ms
# custom:
#   id: KC034
#   severities: [info]
#   confidence: certain
#   consequence: performance
#   kinds: [consumer]
#   workloads: [latency]
#   remediation: Lower fetch.min.bytes or fetch.max.wait.ms.
#   since: "0.2.0"
package kcfglint.rules.consumer.fetch_latency

report contains finding if {
	bytes := input.values["fetch.min.bytes"]
	wait := input.values["fetch.max.wait.ms"]
	some key in reasons(bytes, wait)
	finding := {
		"at": key,
		"message": $`fetch.min.bytes ({bytes}) and fetch.max.wait.ms ({wait}): where little arrives, records wait up to {wait} ms on the broker; lower them where latency matters`,
	}
}

reasons(bytes, wait) := {"fetch.min.bytes"} if {
	bytes >= 1048576
	wait >= 500
	input.state["fetch.min.bytes"] in {"explicit", "inherited"}
}

reasons(bytes, wait) := {"fetch.max.wait.ms"} if {
	bytes > 1
	bytes < 1048576
	wait >= 5000
	input.state["fetch.max.wait.ms"] in {"explicit", "inherited"}
}
