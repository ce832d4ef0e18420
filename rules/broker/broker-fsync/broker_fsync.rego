# METADATA
# title: the broker waits for the disk at every few records
# description: |
#   Kafka keeps records safe by copies on other brokers and leaves it to the operating system when to write them to
#   the disk. log.flush.interval.messages and log.flush.interval.ms force that: with small numbers every write waits
#   for the disk, the throughput falls by orders of magnitude, and fetches and elections wait as well.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_log.flush.interval.messages
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_log.flush.interval.ms
# custom:
#   id: KB010
#   severities: [warning]
#   confidence: certain
#   consequence: performance
#   kinds: [broker]
#   remediation: Remove log.flush.interval.messages and log.flush.interval.ms.
#   since: "0.2.0"
package kcfglint.rules.broker.broker_fsync

report contains slow("log.flush.interval.messages", input.values["log.flush.interval.messages"], "records") if {
	input.state["log.flush.interval.messages"] in {"explicit", "inherited"}
	input.values["log.flush.interval.messages"] <= 1000
}

report contains slow("log.flush.interval.ms", input.values["log.flush.interval.ms"], "ms") if {
	input.state["log.flush.interval.ms"] in {"explicit", "inherited"}
	input.values["log.flush.interval.ms"] < 1000
}

slow(key, n, unit) := {
	"at": key,
	"message": $`{key}="{n}": the broker writes to the disk every {n} {unit} and everything waits for it, while replicas already keep records safe; remove the line`,
}
