# METADATA
# title: topics that MirrorMaker creates have one replica
# description: |
#   MirrorMaker 2 creates the copies of topics with replication.factor replicas, and its own topics for checkpoints,
#   heartbeats and offset syncs with theirs. With one, the loss of a broker's disk loses the copy that was made for such
#   a case. Set 3, or -1 for the brokers' default; left out, copies have 2 and MirrorMaker's own topics 3.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#mirrormakersourceconfigs_replication.factor
# custom:
#   id: KN032
#   severities: [warning]
#   confidence: certain
#   consequence: loss
#   kinds: [mirror]
#   remediation: Set 3, or -1 for the brokers' default.
#   since: "0.2.0"
package kcfglint.rules.connect.mm2_rf

report contains one_replica("replication.factor", "the copies of all topics that it creates") if {
	input.values["replication.factor"] == 1
	input.state["replication.factor"] in {"explicit", "inherited"}
}

report contains one_replica("checkpoints.topic.replication.factor", "the offsets of groups that it translated") if {
	input.values["checkpoints.topic.replication.factor"] == 1
	input.state["checkpoints.topic.replication.factor"] in {"explicit", "inherited"}
}

report contains one_replica("offset-syncs.topic.replication.factor", "what it needs to translate offsets") if {
	input.values["offset-syncs.topic.replication.factor"] == 1
	input.state["offset-syncs.topic.replication.factor"] in {"explicit", "inherited"}
}

report contains one_replica("heartbeats.topic.replication.factor", "its heartbeats") if {
	input.values["heartbeats.topic.replication.factor"] == 1
	input.state["heartbeats.topic.replication.factor"] in {"explicit", "inherited"}
}

one_replica(key, what) := {
	"at": key,
	"message": $`{key}="1": the disk of one broker holds {what}; set 3, or -1 for the brokers' default`,
}
