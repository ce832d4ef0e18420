# METADATA
# title: group.id is empty
# description: |
#   Java clients from 4.0 on refuse to start with an empty or blank group.id, and so do those from 3.7 to 3.9 under
#   group.protocol=consumer. The clients before take it as a group whose name is empty, which all who do the same share.
#   Name the group, or remove the setting where partitions are assigned by hand.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_group.id
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-289%3A+Improve+the+default+group+id+behavior+in+KafkaConsumer
# custom:
#   id: KC031
#   severities: [error, warning]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [consumer, share-consumer]
#   remediation: Name the group, or remove group.id.
#   versions: ["3.7", "4.0"]
#   since: "0.1.0"
package kcfglint.rules.consumer.group_id_empty

report contains finding if {
	empty
	refused
	finding := {
		"at": "group.id",
		"severity": "error",
		"message": `group.id="": the consumer refuses to start; name the group, or remove group.id where partitions are assigned by hand`,
	}
}

report contains finding if {
	empty
	not refused
	input.versions.client.version < [4, 0]
	finding := {
		"at": "group.id",
		"severity": "warning",
		"consequence": "maintenance",
		"message": `group.id="": the group has no name, and clients from 4.0 on refuse to start with it; name it`,
	}
}

empty if {
	input.client.name == "java"
	input.state["group.id"] in {"explicit", "inherited", "invalid"}
	trim_space(input.settings["group.id"].value) == ""
}

refused if input.versions.client.version >= [4, 0]

refused if {
	lower(input.values["group.protocol"]) == "consumer"
	input.versions.client.version >= [3, 7]
}

refused if input.kind == "share-consumer"
