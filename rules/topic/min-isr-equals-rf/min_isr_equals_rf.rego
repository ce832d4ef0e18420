# METADATA
# title: acks=all needs every replica of the topic
# description: |
#   min.insync.replicas is how many in-sync replicas, the leader included, a write with acks=all needs. Where that is
#   all of them, a single broker that is down or restarts makes the partitions it holds read-only. With three
#   replicas, 2 keeps a copy safe and lets one broker fail. With two replicas it may be meant so. Brokers from 3.7 on
#   take a number above the replicas for all of them.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#topicconfigs_min.insync.replicas
# - ref: https://issues.apache.org/jira/browse/KAFKA-15583
# custom:
#   id: KT003
#   severities: [warning, info]
#   confidence: certain
#   consequence: stall
#   kinds: [topic]
#   remediation: Use three replicas with min.insync.replicas=2.
#   versions: ["broker 3.7"]
#   since: "0.2.0"
package kcfglint.rules.topic.min_isr_equals_rf

report contains finding if {
	replicas := input.values["@replication-factor"]
	replicas > 1
	input.state["min.insync.replicas"] in {"explicit", "inherited"}
	needed := input.values["min.insync.replicas"]
	all_of(needed, replicas)
	finding := {
		"at": "min.insync.replicas",
		"severity": severity(needed, replicas),
		"message": $`min.insync.replicas="{needed}" of {replicas} replicas (line {input.settings["@replication-factor"].line}): with one broker down, every write with acks=all fails; {mend(needed, replicas)}`,
		"related": [{"at": "@replication-factor", "message": "the replicas of the topic"}],
	}
}

all_of(needed, replicas) if needed == replicas

all_of(needed, replicas) if {
	needed > replicas
	input.versions.broker.version >= [3, 7] # Partition.effectiveMinIsr
}

severity(needed, _) := "warning" if needed > 2

# Two of two is sometimes chosen for consistency.
severity(2, 2) := "info"

mend(_, replicas) := $`set {replicas - 1}` if replicas > 2

mend(needed, 2) := "use three replicas and set 2" if needed > 2

mend(2, 2) := "use three replicas"
