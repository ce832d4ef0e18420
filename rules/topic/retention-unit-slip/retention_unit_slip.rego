# METADATA
# title: records are kept for less than an hour
# description: |
#   retention.ms counts milliseconds. 604800 is a week in seconds but ten minutes here, 168 a week in hours and a
#   sixth of a second here: records are deleted before anybody who was away has read them. Write the number in
#   milliseconds. A retention of some minutes may be meant, so it is only a warning; records are deleted by whole
#   segments, so they may stay longer than that.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#topicconfigs_retention.ms
# - ref: https://kafka.apache.org/documentation/#topicconfigs_local.retention.ms
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_log.retention.ms
# custom:
#   id: KT009
#   severities: [error, warning]
#   confidence: likely
#   consequence: loss
#   kinds: [topic, broker]
#   remediation: Write the retention in milliseconds.
#   supersedes: [KM004]
#   since: "0.2.0"
package kcfglint.rules.topic.retention_unit_slip

import data.kcfglint.lib.loss

report contains slip("retention.ms", retention, factor(retention)) if retention_counts

report contains slip("local.retention.ms", local, factor(local)) if input.state["local.retention.ms"] in {"explicit", "inherited"}

report contains slip("delete.retention.ms", tombstones, factor(tombstones)) if input.state["delete.retention.ms"] in {"explicit", "inherited"}

report contains slip("log.retention.ms", of_broker, factor(of_broker)) if input.state["log.retention.ms"] in {"explicit", "inherited"}

report contains short("retention.ms", retention) if {
	retention_counts
	not factor(retention)
	not loss.tolerated
}

report contains short("log.retention.ms", of_broker) if {
	input.state["log.retention.ms"] in {"explicit", "inherited"}
	not factor(of_broker)
}

retention := input.values["retention.ms"]

local := input.values["local.retention.ms"]

tombstones := input.values["delete.retention.ms"]

of_broker := input.values["log.retention.ms"]

# A topic that is only compacted keeps its records whatever their age.
retention_counts if {
	input.state["retention.ms"] in {"explicit", "inherited"}
	contains(input.values["cleanup.policy"], "compact") == false
}

retention_counts if {
	input.state["retention.ms"] in {"explicit", "inherited"}
	contains(input.values["cleanup.policy"], "delete")
}

# factor makes milliseconds of a number that people write for days in seconds, or in hours.
factor(n) := 1000 if {
	n > 0
	n < 3600000
	n % 86400 == 0
}

factor(n) := 3600000 if n in {24, 48, 72, 96, 120, 168, 336, 720, 8760}

slip(key, n, by) := {
	"at": key,
	"severity": "error",
	"message": $`{key}="{n}" is {unit[format_int(by, 10)]}, but the key counts milliseconds: records go after {lasts(n)}; write {n * by}`,
}

short(key, n) := {
	"at": key,
	"severity": "warning",
	"confidence": "likely",
	"message": $`{key}="{n}": records go after {lasts(n)}, before a consumer that was away has read them; set at least 86400000`,
} if {
	n > 0
	n < 3600000
}

unit := {"1000": "a number of whole days in seconds", "3600000": "a usual number of hours"}

lasts(n) := $`{floor(n / 60000)} min` if n >= 60000

lasts(n) := $`{floor(n / 1000)} s` if {
	n >= 1000
	n < 60000
}

lasts(n) := $`{n} ms` if n < 1000
