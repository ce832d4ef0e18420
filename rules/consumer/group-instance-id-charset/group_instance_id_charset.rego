# METADATA
# title: group.instance.id has characters that clients refuse
# description: |
#   A static member's id is at most 249 of the letters, digits, full stops, underscores and hyphens of ASCII, and neither
#   . nor .. nor empty. Java consumers from 2.3 on refuse to start with any other. Derive it from a host name or a pod's
#   ordinal, and replace what else it holds.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_group.instance.id
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-345%3A+Introduce+static+membership+protocol+to+reduce+consumer+rebalances
# custom:
#   id: KC021
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [consumer, share-consumer]
#   remediation: Use only letters, digits, ., _ and -, at most 249 of them.
#   versions: ["2.3", "4.1"]
#   since: "0.1.0"
package kcfglint.rules.consumer.group_instance_id_charset

import data.kcfglint.lib.group

# JoinGroupRequest.validateGroupInstanceId.
report contains finding if {
	input.client.name == "java"
	not group.never
	input.state["group.instance.id"] in {"explicit", "inherited", "invalid"}
	id := given(input.settings["group.instance.id"].value)
	refused(id)
	input.versions.client.version >= [2, 3]
	not forbidden
	finding := {
		"at": "group.instance.id",
		"message": $`group.instance.id="{id}": the consumer refuses to start, as the id {reason(id)}; use letters, digits, ., _ and -`,
	}
}

# To a share consumer from 4.1 on it may not be given at all: KC028.
forbidden if {
	input.kind == "share-consumer"
	input.versions.client.version >= [4, 1]
}

# Streams puts a dash and the number of the thread behind it, so that a blank there is one within.
given(text) := trim_space(text) if input.owner != "streams"

given(text) := trim_left(text, " \t") if input.owner == "streams"

default longest := 249

longest := 247 if input.owner == "streams"

refused(id) if {
	id in {"", ".", ".."}
	input.owner != "streams"
}

refused(id) if count(id) > longest

refused(id) if regex.match(`[^A-Za-z0-9._-]`, id)

reason("") := "may not be empty"

reason(id) := "may not be a mere . or .." if id in {".", ".."}

reason(id) := $`has more than {longest} characters` if {
	count(id) > longest
	not regex.match(`[^A-Za-z0-9._-]`, id)
}

reason(id) := "has other characters than letters, digits, ., _ and -" if regex.match(`[^A-Za-z0-9._-]`, id)
