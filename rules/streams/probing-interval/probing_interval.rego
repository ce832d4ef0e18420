# METADATA
# title: probing.rebalance.interval.ms is below one minute
# description: |
#   While warm-up replicas catch up, Streams asks for a rebalance each probing.rebalance.interval.ms to see whether they
#   have. It refuses to start with less than a minute. Remove the key: the default is ten minutes.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_probing.rebalance.interval.ms
# custom:
#   id: KS031
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [streams]
#   remediation: Remove probing.rebalance.interval.ms, or set at least 60000.
#   supersedes: [KM006]
#   versions: ["2.6"]
#   since: "0.2.0"
package kcfglint.rules.streams.probing_interval

# The value is out of the key's range, so it is not among the values.
report contains finding if {
	input.state["probing.rebalance.interval.ms"] == "invalid"
	interval := trim_space(input.settings["probing.rebalance.interval.ms"].value)
	regex.match(`^[-+]?[0-9]{1,18}$`, interval)
	to_number(trim_left(interval, "+")) < 60000
	input.versions.client.version >= [2, 6]
	finding := {
		"at": "probing.rebalance.interval.ms",
		"message": $`probing.rebalance.interval.ms="{interval}": Streams refuses to start with less than 60000; remove it`,
	}
}
