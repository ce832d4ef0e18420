# METADATA
# title: the topics in which Connect keeps its state have one replica
# description: |
#   A Connect cluster keeps the configurations of its connectors, the offsets of sources and their states in three
#   topics. With one replica the loss of a broker's disk loses them: connectors are gone, and sources read everything
#   again or skip what came meanwhile. Two replicas bear the loss of one broker, but no further one while it is down.
#   Set 3, the default, or -1 where the brokers' default.replication.factor is 3. The sample files of Kafka have 1, which
#   is right for a cluster of one broker alone.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#connectconfigs_config.storage.replication.factor
# - ref: https://kafka.apache.org/documentation/#connectconfigs_offset.storage.replication.factor
# - ref: https://kafka.apache.org/documentation/#connectconfigs_status.storage.replication.factor
# custom:
#   id: KN010
#   severities: [error, warning]
#   confidence: certain
#   consequence: loss
#   kinds: [connect-worker, mirror]
#   remediation: Set the replication factor to 3, or -1 for the brokers' default.
#   since: "0.2.0"
package kcfglint.rules.connect.internal_topic_rf

import data.kcfglint.lib.brokers

report contains finding("config.storage.replication.factor", text, replicas, lost) if {
	input.state["config.storage.replication.factor"] in {"explicit", "inherited"}
	text := trim_space(input.settings["config.storage.replication.factor"].value)
	replicas := counts[text]
}

report contains finding("offset.storage.replication.factor", text, replicas, "the offsets of all sources, which then read everything again or skip") if {
	input.state["offset.storage.replication.factor"] in {"explicit", "inherited"}
	not one_field
	text := trim_space(input.settings["offset.storage.replication.factor"].value)
	replicas := counts[text]
}

report contains finding("status.storage.replication.factor", text, replicas, "the states of all connectors and tasks") if {
	input.state["status.storage.replication.factor"] in {"explicit", "inherited"}
	not one_field
	text := trim_space(input.settings["status.storage.replication.factor"].value)
	replicas := counts[text]
}

# One field of Confluent's resource stands for the three keys.
one_field if input.settings["config.storage.replication.factor"].written == "internalTopicReplicationFactor"

lost := "the configurations of all connectors" if not one_field

lost := "the configurations, offsets and states of all connectors" if one_field

counts := {"1": 1, "2": 2}

finding(key, text, replicas, what) := {
	"at": key,
	"severity": severity[replicas],
	"message": $`{name(key)}="{text}": {losing[replicas]} loses {what}; set 3, or -1 for the brokers' default`,
}

name(key) := key if not one_field

name(_) := "internalTopicReplicationFactor" if one_field

losing := {1: "losing the disk of one broker", 2: "losing two brokers"}

# A cluster of one broker takes no more than one.
severity[1] := "error" if not brokers.single

severity[2] := "warning"
