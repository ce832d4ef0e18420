# METADATA
# title: a connector requires exactly-once from workers that do not support it
# description: |
#   With exactly.once.support=required a source connector is refused unless the workers run with
#   exactly.once.source.support=enabled. preparing is a step of the migration and counts as not enabled. Enable it on
#   all workers, first preparing and then enabled, each with a rolling restart.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#sourceconnectorconfigs_exactly.once.support
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-618%3A+Exactly-Once+Support+for+Source+Connectors
# custom:
#   id: KN012
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [source-connector]
#   scope: project
#   remediation: Set exactly.once.source.support=enabled on the workers.
#   since: "0.2.0"
package kcfglint.rules.project.eos_required_but_worker_disabled

import data.kcfglint.lib.workers

# DistributedHerder.validateSourceConnectorExactlyOnceSupport
report contains finding if {
	some id, host in workers.of
	input.components[id].kind == "source-connector"
	lower(trim_space(input.components[id].values["exactly.once.support"])) == "required"
	input.components[host].state["exactly.once.source.support"] in {"explicit", "inherited", "default"}
	support := lower(trim_space(input.components[host].values["exactly.once.source.support"]))
	support != "enabled"
	finding := {
		"at": {"key": "exactly.once.support", "component": id},
		"message": $`exactly.once.support is required, but exactly.once.source.support is "{support}" for the workers in {input.components[host].file}: Connect refuses the connector; set enabled there`,
		"related": [{"at": {"key": "exactly.once.source.support", "component": host}, "message": "the workers"}],
	}
}
