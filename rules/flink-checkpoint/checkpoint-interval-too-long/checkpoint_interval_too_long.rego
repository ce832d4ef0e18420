# METADATA
# title: a failure does hours of work again
# description: |
#   After a failure a job goes back to its last checkpoint and does all work since then a second time; whatever is not
#   idempotent downstream sees it twice. What an exactly-once sink writes is invisible to its readers until the next checkpoint
#   commits it, and its transactions have to stay open that long. An interval of minutes bounds both. Tables of Iceberg, Paimon
#   and Hudi make a version with each checkpoint, so that up to an hour is common there.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/datastream/fault-tolerance/checkpointing/
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/#execution-checkpointing-interval
# custom:
#   id: FC004
#   severities: [warning]
#   confidence: certain
#   consequence: duplication
#   kinds: [flink-cluster, flink-job]
#   remediation: Set execution.checkpointing.interval to some minutes.
#   since: "0.2.0"
package kcfglint.rules.flink_checkpoint.checkpoint_interval_too_long

import data.kcfglint.lib.jobs

report contains finding if {
	interval := input.values["execution.checkpointing.interval"]
	interval > 900000
	interval < 9223372036854775807 # means never: FC001
	input.state["execution.checkpointing.interval"] == "explicit"
	not versioned(interval)
	not jobs.batch
	finding := {
		"at": "execution.checkpointing.interval",
		"message": sprintf(
			"execution.checkpointing.interval=%q: a failure repeats up to %d min of work, and exactly-once output stays invisible as long; set some minutes",
			[input.settings["execution.checkpointing.interval"].value, round(interval / 60000)],
		),
	}
}

# Each checkpoint makes a version of such a table, and small files with it.
versioned(interval) if {
	interval <= 3600000
	regex.match(`(?:^|[ -])(?:iceberg|paimon|hudi|table-store|unknown)`, input.values["@sql.sinks"])
}
