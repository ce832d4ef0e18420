# METADATA
# title: a restore throws away the records that were in flight
# description: |
#   An unaligned checkpoint holds the records that were under way between the tasks. With execution.state-recovery.without-
#   channel-state.checkpoint-id Flink leaves them out when it restores the checkpoint of that number: a way out where they
#   cannot be read, and each use of it loses them. The number comes again in another job or after a new start. Remove the key
#   once it has done its work.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/#execution-state-recovery-without-channel-state-checkpoint-id
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/checkpointing_under_backpressure/#troubleshooting
# custom:
#   id: FC018
#   severities: [error]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-cluster, flink-job]
#   remediation: Remove the key.
#   since: "0.2.0"
package kcfglint.rules.flink_checkpoint.in_flight_data_skipped

# CheckpointCoordinator
report contains finding if {
	id := input.values["execution.state-recovery.without-channel-state.checkpoint-id"]
	id >= 0
	input.state["execution.state-recovery.without-channel-state.checkpoint-id"] == "explicit"
	finding := {
		"at": "execution.state-recovery.without-channel-state.checkpoint-id",
		"message": sprintf(
			"%s=\"%d\": a restore of checkpoint %d drops the records that were in flight; remove it",
			[input.settings["execution.state-recovery.without-channel-state.checkpoint-id"].written, id, id],
		),
	}
}
