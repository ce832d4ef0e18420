# METADATA
# title: more replicas than there are brokers
# description: |
#   A broker holds one replica of a partition at most, so a topic with more replicas than the cluster has brokers is
#   refused with INVALID_REPLICATION_FACTOR. Whoever creates it fails; where the brokers create it themselves, as the topic
#   of offsets, those who need it wait. Add brokers, or ask for fewer replicas.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#topicconfigs
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_offsets.topic.replication.factor
# custom:
#   id: KT027
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [topic, connect-worker, broker]
#   remediation: Ask for as many replicas as there are brokers at most.
#   since: "0.2.0"
package kcfglint.rules.topic.replication_over_brokers

report contains over("@replication-factor", replicas, $`{replicas} replicas`, "the topic is refused") if {
	input.kind == "topic"
	replicas := input.values["@replication-factor"]
}

report contains over("config.storage.replication.factor", n, $`config.storage.replication.factor="{n}"`, stops) if {
	input.kind == "connect-worker"
	input.state["config.storage.replication.factor"] in {"explicit", "inherited"}
	n := input.values["config.storage.replication.factor"]
}

report contains over("offset.storage.replication.factor", n, $`offset.storage.replication.factor="{n}"`, stops) if {
	input.kind == "connect-worker"
	input.state["offset.storage.replication.factor"] in {"explicit", "inherited"}
	n := input.values["offset.storage.replication.factor"]
}

report contains over("status.storage.replication.factor", n, $`status.storage.replication.factor="{n}"`, stops) if {
	input.kind == "connect-worker"
	input.state["status.storage.replication.factor"] in {"explicit", "inherited"}
	n := input.values["status.storage.replication.factor"]
}

report contains object.union(finding, {"consequence": "stall"}) if {
	input.kind == "broker"
	input.state["offsets.topic.replication.factor"] in {"explicit", "inherited"}
	n := input.values["offsets.topic.replication.factor"]
	finding := over("offsets.topic.replication.factor", n, $`offsets.topic.replication.factor="{n}"`, "no group ever gets a coordinator")
}

report contains object.union(finding, {"consequence": "stall"}) if {
	input.kind == "broker"
	input.state["transaction.state.log.replication.factor"] in {"explicit", "inherited"}
	n := input.values["transaction.state.log.replication.factor"]
	finding := over(
		"transaction.state.log.replication.factor", n, $`transaction.state.log.replication.factor="{n}"`,
		"no transaction ever begins",
	)
}

stops := "the worker cannot create the topic and stops"

brokers(1) := "one broker"

brokers(n) := $`{n} brokers` if n > 1

# ReplicationControlManager and AdminUtils refuse it with INVALID_REPLICATION_FACTOR.
over(key, replicas, what, harm) := {
	"at": key,
	"message": $`{what} with {brokers(input.values["@brokers"])}: {harm}; ask for {input.values["@brokers"]} at most`,
	"related": [{"at": "@brokers", "message": "how many brokers there are"}],
} if {
	replicas > input.values["@brokers"]
	input.values["@brokers"] > 0
}
