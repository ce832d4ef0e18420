# METADATA
# title: topics that Connect creates have one replica, or cannot be created
# description: |
#   Where a source connector names topic.creation.default.replication.factor and .partitions, Connect creates the topics
#   it writes to. With one replica the loss of a broker's disk loses them. Connect refuses zero and numbers below -1, which
#   leaves the number to the brokers, and it demands both keys where any topic.creation key is set.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#connect_configuring
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-158%3A+Kafka+Connect+should+allow+source+connectors+to+set+topic-specific+settings+for+new+topics
# custom:
#   id: KN025
#   severities: [error, warning]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [source-connector]
#   remediation: Set topic.creation.default.replication.factor=3, or -1, and topic.creation.default.partitions.
#   versions: ["connect 2.6"]
#   since: "0.2.0"
package kcfglint.rules.connect.topic_creation_rf

report contains finding if {
	replicas == 1
	finding := {
		"at": "topic.creation.default.replication.factor",
		"severity": "warning",
		"consequence": "loss",
		"message": `topic.creation.default.replication.factor="1": the topics that Connect creates are lost with the disk of one broker; set 3, or -1 for the brokers' default`,
	}
}

report contains finding if {
	single := input.settings["@topic.creation.single"]
	finding := {
		"at": "@topic.creation.single",
		"severity": "warning",
		"consequence": "loss",
		"message": $`{single.written}="1": the topics that Connect creates for the group are lost with the disk of one broker; set 3, or -1 for the brokers' default`,
	}
}

report contains finding if {
	refused_group := input.settings["@topic.creation.refused"]
	known
	finding := {
		"at": "@topic.creation.refused",
		"message": $`{refused_group.written}="{refused_group.value}": Connect takes a number from 1 on, or -1 for the brokers' default, and refuses the connector; set -1`,
	}
}

# TopicCreationConfig
report contains refused("topic.creation.default.replication.factor", replicas) if {
	impossible(replicas)
	known
}

report contains refused("topic.creation.default.partitions", partitions) if {
	impossible(partitions)
	known
}

report contains finding if {
	some key in missing
	known
	finding := {
		"at": key,
		"message": $`{key} is not set: Connect demands it as soon as any topic.creation key is set, and refuses the connector; set -1 for the brokers' default`,
	}
}

missing contains "topic.creation.default.partitions" if {
	input.state["topic.creation.default.partitions"] == "absent"
	some state in [input.state["topic.creation.default.replication.factor"], input.state["topic.creation.groups"]]
	state in {"explicit", "inherited"}
}

missing contains "topic.creation.default.replication.factor" if {
	input.state["topic.creation.default.replication.factor"] == "absent"
	some state in [input.state["topic.creation.default.partitions"], input.state["topic.creation.groups"]]
	state in {"explicit", "inherited"}
}

known if input.versions.connect.version >= [2, 6]

# The keys end in the name of a group, which the catalog does not know.
replicas := to_number(trim_left(text, "+")) if {
	input.state["topic.creation.default.replication.factor"] in {"explicit", "inherited"}
	text := trim_space(input.settings["topic.creation.default.replication.factor"].value)
	regex.match(`^[-+]?[0-9]{1,5}$`, text)
}

partitions := to_number(trim_left(text, "+")) if {
	input.state["topic.creation.default.partitions"] in {"explicit", "inherited"}
	text := trim_space(input.settings["topic.creation.default.partitions"].value)
	regex.match(`^[-+]?[0-9]{1,9}$`, text)
}

impossible(number) if {
	number < 1
	number != -1
}

refused(key, number) := {
	"at": key,
	"message": $`{key}="{number}": Connect takes a number from 1 on, or -1 for the brokers' default, and refuses the connector; set -1`,
}
