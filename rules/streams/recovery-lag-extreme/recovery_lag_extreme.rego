# METADATA
# title: acceptable.recovery.lag takes cold tasks for warm, or none
# description: |
#   Streams moves a task only to an instance whose copy of the state lags by at most acceptable.recovery.lag records.
#   With a number that no lag reaches, every instance counts as caught up and tasks start by restoring; with 0 an
#   instance with a live changelog is never quite there and probing rebalances go on. The default is 10000.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_acceptable.recovery.lag
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-441%3A+Smooth+Scaling+Out+for+Kafka+Streams
# custom:
#   id: KS010
#   severities: [info]
#   confidence: certain
#   consequence: stall
#   kinds: [streams]
#   remediation: Remove acceptable.recovery.lag.
#   since: "0.2.0"
package kcfglint.rules.streams.recovery_lag_extreme

report contains finding if {
	input.state["acceptable.recovery.lag"] in {"explicit", "inherited"}
	lag := input.values["acceptable.recovery.lag"]
	some harm in harms(lag)
	finding := {
		"at": "acceptable.recovery.lag",
		"message": $`acceptable.recovery.lag="{lag}": {harm}; remove it, the default is 10000`,
	}
}

harms(lag) := ["tasks go to instances without their state, which restore it before they process"] if lag > 10000000

harms(0) := ["hardly an instance counts as caught up, and probing rebalances go on"]
