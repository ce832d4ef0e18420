# METADATA
# title: state that grows without end is on the heap
# description: |
#   The state backend hashmap keeps all state as objects on the heap of the TaskManagers. The state of a join, a DISTINCT or a
#   GROUP BY over all time grows with its keys, as table.exec.state.ttl is 0 by default and nothing is ever dropped: some day
#   the heap is full, and each restart fills it again. Use rocksdb, or bound the state with table.exec.state.ttl.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/state_backends/
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/concepts/overview/#idle-state-retention-time
# custom:
#   id: FC027
#   severities: [info]
#   confidence: likely
#   consequence: stall
#   kinds: [flink-job]
#   remediation: Set state.backend.type to rocksdb, or table.exec.state.ttl.
#   since: "0.2.0"
package kcfglint.rules.flink_checkpoint.state_backend_heap_large

import data.kcfglint.lib.jobs

report contains finding if {
	input.values["@sql.stateful"] == true
	input.values["table.exec.state.ttl"] == 0
	input.state["table.exec.state.ttl"] in {"absent", "default", "explicit", "inherited"}
	input.values["state.backend.type"] == "hashmap"
	input.state["state.backend.type"] in {"explicit", "inherited"}
	not jobs.batch
	finding := {
		"at": "@sql.stateful",
		"message": sprintf(
			"the state of this %s grows with its keys, and %s=%q (line %d) keeps it on the heap; set state.backend.type=rocksdb, or table.exec.state.ttl",
			[input.values["@sql.stateful.by"], backend.written, backend.value, backend.line],
		),
		"related": [{"at": "state.backend.type", "message": "the state backend"}],
	}
}

backend := input.settings["state.backend.type"]
