# METADATA
# title: records wait for more than a second before they are sent
# description: |
#   linger.ms is how long a record may wait for company, in milliseconds. Above a second it buys no better batches,
#   and all that waits is lost when the process dies. Often the unit was mistaken. Set at most a few hundred.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_linger.ms
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
# custom:
#   id: KP026
#   severities: [warning]
#   confidence: likely
#   consequence: performance
#   kinds: [producer]
#   workloads: [durability, latency]
#   remediation: Set linger.ms to at most a few hundred.
#   since: "0.2.0"
package kcfglint.rules.producer.linger_excessive

report contains finding if {
	linger := input.values["linger.ms"]
	linger > 1000
	input.state["linger.ms"] in {"explicit", "inherited"}
	finding := {
		"at": "linger.ms",
		"message": $`linger.ms="{linger}" (milliseconds): records wait that long in memory and are lost if the process dies meanwhile; set at most a few hundred`,
	}
}
