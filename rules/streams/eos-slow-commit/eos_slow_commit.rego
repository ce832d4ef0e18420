# METADATA
# title: the commit interval does not fit the processing guarantee
# description: |
#   Under exactly-once, readers with isolation.level=read_committed see a record only when the transaction ends that
#   wrote it, so commit.interval.ms is a delay that each stage of a pipeline adds. The default is 100. At-least-once has
#   no such delay: there, frequent commits only cost round trips and cache flushes, and the default is 30000.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_commit.interval.ms
# custom:
#   id: KS005
#   severities: [info]
#   confidence: certain
#   consequence: performance
#   kinds: [streams]
#   workloads: [latency, throughput, cost]
#   remediation: Remove commit.interval.ms, as the default fits the guarantee.
#   since: "0.2.0"
package kcfglint.rules.streams.eos_slow_commit

import data.kcfglint.lib.streams

report contains finding if {
	streams.exactly_once
	written
	interval > 1000
	finding := {
		"at": "commit.interval.ms",
		"workloads": ["latency"],
		"message": $`commit.interval.ms="{interval}": with processing.guarantee="{input.values["processing.guarantee"]}" readers that read committed see results that much later, at each stage; remove it, the default is 100`,
	}
}

report contains finding if {
	input.values["processing.guarantee"] == "at_least_once"
	written
	interval < 100
	finding := {
		"at": "commit.interval.ms",
		"workloads": ["throughput", "cost"],
		"message": $`commit.interval.ms="{interval}": at-least-once gains nothing from such frequent commits, which cost round trips and empty the record caches; remove it, the default is 30000`,
	}
}

interval := input.values["commit.interval.ms"]

written if input.state["commit.interval.ms"] in {"explicit", "inherited"}
