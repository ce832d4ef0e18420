# METADATA
# title: partitions are announced as complete while they are written, or never
# description: |
#   A filesystem sink with a partition-commit policy tells readers that a partition is complete: by a _SUCCESS file or in the metastore. With
#   the trigger process-time, which is the default, and no delay it does so at the first checkpoint after the partition was made,
#   and readers that go by it miss the rest. Set sink.partition-commit.delay to the time that a partition covers, or the trigger partition-time
#   with a watermark on the source. Without that watermark partition-time announces none until the job ends.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/filesystem/#partition-commit-trigger
# custom:
#   id: FS018
#   severities: [warning]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-table]
#   remediation: Set sink.partition-commit.delay to the time that a partition covers, or sink.partition-commit.trigger to partition-time.
#   since: "0.2.0"
package kcfglint.rules.flink_sql.filesystem_partition_commit_early

# ProcTimeCommitTrigger; a job that ends commits at its end.
report contains finding if {
	input.values.connector == "filesystem"
	input.values["@sql.role"] in {"sink", "both"}
	input.values["@streaming"] == true
	input.state["sink.partition-commit.policy.kind"] == "explicit"
	lower(input.values["sink.partition-commit.trigger"]) == "process-time"
	input.state["sink.partition-commit.trigger"] in {"absent", "default", "explicit"}
	input.values["sink.partition-commit.delay"] == 0
	input.state["sink.partition-commit.delay"] in {"absent", "default", "explicit"}
	finding := {
		"at": "sink.partition-commit.policy.kind",
		"message": "sink.partition-commit.policy.kind with the trigger process-time and no delay: a partition is announced as complete at the first checkpoint, and readers miss the rest; set sink.partition-commit.delay to the time that it covers",
	}
}

# PartitionTimeCommitTrigger waits for the watermark.
report contains finding if {
	input.values.connector == "filesystem"
	input.values["@sql.role"] in {"sink", "both"}
	input.values["@streaming"] == true
	input.state["sink.partition-commit.policy.kind"] == "explicit"
	lower(input.values["sink.partition-commit.trigger"]) == "partition-time"
	input.values["@sql.unwatermarked"] == true
	finding := {
		"at": "sink.partition-commit.trigger",
		"consequence": "stall",
		"message": sprintf(
			"sink.partition-commit.trigger=%q waits for a watermark, and no table that is written from has one: no partition is announced until the job ends; declare a WATERMARK on the source",
			[input.settings["sink.partition-commit.trigger"].value],
		),
		"related": [{"at": "@sql.unwatermarked", "message": "what is written here"}],
	}
}
