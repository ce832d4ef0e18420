# METADATA
# title: enable.metrics.push is set for one client of a Streams application
# description: |
#   Streams from 4.0 on compares enable.metrics.push of the application with that of its main consumer and its admin
#   client, and takes what is written under consumer., main.consumer. or admin. for a boolean. In a file it is text, so
#   the application fails with a ClassCastException, whatever the value. Set enable.metrics.push for the application.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_enable.metrics.push
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-1076%3A++Metrics+for+client+applications+KIP-714+extension
# custom:
#   id: KS028
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [streams]
#   remediation: Remove the key, and set enable.metrics.push without a prefix.
#   versions: ["4.0"]
#   since: "0.2.0"
package kcfglint.rules.streams.metrics_push_inconsistent

# StreamsConfig.verifyClientTelemetryConfigs
report contains finding if {
	input.versions.client.version >= [4, 0]
	some key in written
	finding := {
		"at": {"key": key, "part": "key"},
		"message": $`{key}: Streams from 4.0 on takes the text for a boolean and fails with a ClassCastException; remove it and set enable.metrics.push for the application`,
	}
}

written contains "consumer.enable.metrics.push" if {
	input.state["consumer.enable.metrics.push"] in {"explicit", "inherited"}
}

written contains "main.consumer.enable.metrics.push" if {
	input.state["main.consumer.enable.metrics.push"] in {"explicit", "inherited"}
}

written contains "admin.enable.metrics.push" if input.state["admin.enable.metrics.push"] in {"explicit", "inherited"}
