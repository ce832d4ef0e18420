# METADATA
# title: sources commit their offsets rarely, or the commits overlap
# description: |
#   Connect commits the offsets of sources each offset.flush.interval.ms. After a crash a source reads again what came
#   since the last commit, so a long interval means many duplicates. A commit may take offset.flush.timeout.ms: where
#   that is as long as the interval, one commit is still waiting when the next one is due.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#connectconfigs_offset.flush.interval.ms
# - ref: https://kafka.apache.org/documentation/#connectconfigs_offset.flush.timeout.ms
# custom:
#   id: KN026
#   severities: [warning]
#   confidence: certain
#   consequence: duplication
#   kinds: [connect-worker]
#   remediation: Set offset.flush.interval.ms=60000 and offset.flush.timeout.ms=5000, the defaults.
#   since: "0.2.0"
package kcfglint.rules.connect.offset_flush

report contains finding if {
	input.state["offset.flush.interval.ms"] in {"explicit", "inherited"}
	interval > 300000
	finding := {
		"at": "offset.flush.interval.ms",
		"message": $`offset.flush.interval.ms="{interval}": after a crash sources repeat what they wrote since the last commit, up to {floor(interval / 60000)} minutes of it; set 60000`,
	}
}

report contains finding if {
	input.state["offset.flush.timeout.ms"] in {"explicit", "inherited"}
	timeout := input.values["offset.flush.timeout.ms"]
	timeout >= interval
	finding := {
		"at": "offset.flush.timeout.ms",
		"message": $`offset.flush.timeout.ms="{timeout}" is not below offset.flush.interval.ms ({interval}): a slow commit lasts until the next one is due, and a crash repeats more; set 5000`,
		"related": [{"at": "offset.flush.interval.ms", "message": "the interval"} | input.settings["offset.flush.interval.ms"]],
	}
}

interval := input.values["offset.flush.interval.ms"]
