# METADATA
# title: delivery.timeout.ms is raised to cover linger.ms and request.timeout.ms
# description: |
#   A Java producer gives a record up after delivery.timeout.ms, 120000 by default. Where linger.ms and request.timeout.ms
#   together are longer and delivery.timeout.ms is left out, the client raises it to their sum with nothing but a warning
#   in its log, so a record can be on its way for longer than expected. Write delivery.timeout.ms.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_delivery.timeout.ms
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-91+Provide+Intuitive+User+Timeouts+in+The+Producer
# custom:
#   id: KP019
#   severities: [info]
#   confidence: certain
#   consequence: performance
#   kinds: [producer]
#   remediation: Write delivery.timeout.ms, at least linger.ms + request.timeout.ms.
#   since: "0.1.0"
package kcfglint.rules.producer.delivery_timeout_raised

report contains finding if {
	input.client.name == "java"
	input.versions.client.version >= [2, 1]
	input.state["delivery.timeout.ms"] == "default"
	delivery := input.values["delivery.timeout.ms"]
	least := min({input.values["linger.ms"] + input.values["request.timeout.ms"], 2147483647})
	least > delivery
	finding := {
		"at": longest,
		"message": $`linger.ms ({input.values["linger.ms"]}) + request.timeout.ms ({input.values["request.timeout.ms"]}) are above the default delivery.timeout.ms ({delivery}), which the client raises to {least}; write delivery.timeout.ms`,
		"related": [{"at": "delivery.timeout.ms", "message": "delivery.timeout.ms is not set"}],
	}
}

longest := "linger.ms" if input.values["linger.ms"] > input.values["request.timeout.ms"]

longest := "request.timeout.ms" if input.values["linger.ms"] <= input.values["request.timeout.ms"]
