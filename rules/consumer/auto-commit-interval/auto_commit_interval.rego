# METADATA
# title: offsets are committed too often or too rarely
# description: |
#   With auto-commit the client commits every auto.commit.interval.ms. Below 200 ms commits become a load of their
#   own on the coordinator; above a minute a crash makes the group process everything since the last commit again.
#   Set 1000 to 10000.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_auto.commit.interval.ms
# custom:
#   id: KC004
#   severities: [warning, info]
#   confidence: certain
#   consequence: duplication
#   kinds: [consumer]
#   remediation: Set auto.commit.interval.ms between 1000 and 10000.
#   since: "0.2.0"
package kcfglint.rules.consumer.auto_commit_interval

import data.kcfglint.lib.group

report contains finding if {
	committing
	interval < 200
	finding := {
		"at": "auto.commit.interval.ms",
		"severity": "info",
		"consequence": "performance",
		"message": $`auto.commit.interval.ms="{interval}": every consumer commits several times a second, which loads the coordinator; set 1000 or more`,
	}
}

report contains finding if {
	committing
	interval > 60000
	finding := {
		"at": "auto.commit.interval.ms",
		"message": $`auto.commit.interval.ms="{interval}": after a crash the group processes again what it did in up to that time; set at most 10000`,
	}
}

interval := input.values["auto.commit.interval.ms"]

committing if {
	input.values["enable.auto.commit"] == true
	input.state["auto.commit.interval.ms"] in {"explicit", "inherited"}
	not input.owner in {"streams", "flink"}
	not group.missing(input.state["group.id"])
}
