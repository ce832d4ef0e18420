# METADATA
# title: followers may wait longer for records than they may be silent
# description: |
#   A follower asks the leader for records and may have to wait replica.fetch.wait.max.ms for the answer. If that is above
#   replica.socket.timeout.ms, or above replica.lag.time.max.ms, after which the leader takes the follower out of the in-sync
#   replicas, a topic with few records would lose its in-sync replicas, so a broker refuses to start. Lower the wait.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_replica.fetch.wait.max.ms
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_replica.lag.time.max.ms
# custom:
#   id: KB028
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [broker]
#   remediation: Set replica.fetch.wait.max.ms well below replica.lag.time.max.ms and replica.socket.timeout.ms.
#   since: "0.2.0"
package kcfglint.rules.broker.replica_timing

# KafkaConfig.validateValues
report contains too_long(at, "replica.lag.time.max.ms", limit) if {
	limit := input.values["replica.lag.time.max.ms"]
	wait > limit
	at := place(input.state["replica.lag.time.max.ms"], "replica.lag.time.max.ms")
}

report contains too_long(at, "replica.socket.timeout.ms", limit) if {
	limit := input.values["replica.socket.timeout.ms"]
	wait > limit
	at := place(input.state["replica.socket.timeout.ms"], "replica.socket.timeout.ms")
}

wait := input.values["replica.fetch.wait.max.ms"]

# The wait, where it is written, else the limit.
place(_, _) := "replica.fetch.wait.max.ms" if input.state["replica.fetch.wait.max.ms"] in {"explicit", "inherited"}

place(state, key) := key if {
	input.state["replica.fetch.wait.max.ms"] == "default"
	state in {"explicit", "inherited"}
}

too_long(at, key, limit) := {
	"at": at,
	"message": $`replica.fetch.wait.max.ms ({wait}) is above {key} ({limit}): the broker refuses to start; set replica.fetch.wait.max.ms=500`,
}
