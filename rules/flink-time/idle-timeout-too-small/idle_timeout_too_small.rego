# METADATA
# title: a partition counts as idle after a moment
# description: |
#   A partition without a record for the idle timeout no longer holds the watermark back. With a timeout of a few seconds
#   a slow fetch, a rebalance or a pause of the producer is enough, and what the partition then brings is behind the
#   watermark of the others: windows drop it. Before Flink 1.19.2, 1.20.1 and 2.0 also the time that a source waits for a
#   busy job counts. Set the timeout well above the gaps that are usual between records.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/config/#table-exec-source-idle-timeout
# - ref: https://issues.apache.org/jira/browse/FLINK-35886
# custom:
#   id: FW004
#   severities: [warning]
#   confidence: likely
#   consequence: loss
#   kinds: [flink-cluster, flink-job, flink-table]
#   remediation: Set the timeout to twice the longest usual gap between records, at least to some seconds.
#   since: "0.2.0"
package kcfglint.rules.flink_time.idle_timeout_too_small

import data.kcfglint.lib.jobs

report contains short("table.exec.source.idle-timeout", input.settings["table.exec.source.idle-timeout"].value, timeout) if {
	input.kind in {"flink-cluster", "flink-job"}
	timeout := input.values["table.exec.source.idle-timeout"]
	timeout > 0
	timeout < 5000
	input.state["table.exec.source.idle-timeout"] == "explicit"
	not jobs.batch
}

report contains short("scan.watermark.idle-timeout", input.settings["scan.watermark.idle-timeout"].value, timeout) if {
	timeout := input.values["scan.watermark.idle-timeout"]
	timeout > 0
	timeout < 5000
	input.state["scan.watermark.idle-timeout"] == "explicit"
	not jobs.batch
}

short(key, written, timeout) := {
	"at": key,
	"message": sprintf(
		"%s=%q: a partition that pauses for %d ms counts as idle%s, and windows drop what it brings late; set e.g. 30s",
		[key, written, timeout, busy],
	),
}

# FLINK-35886, mended in 1.19.2, 1.20.1 and 2.0.
default busy := ""

busy := ", also while the job is busy in this version of Flink" if input.versions.flink.version < [1, 19, 2]
