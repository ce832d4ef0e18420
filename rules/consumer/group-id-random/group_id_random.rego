# METADATA
# title: every start is a new group
# description: |
#   A group.id with a random part is a group that has never committed anything: each start begins at
#   auto.offset.reset. With latest, what arrived since the last run is never read; with earliest everything is
#   processed again. Give the group a fixed name, unless each instance is to read only what is new, as for a cache or
#   a broadcast.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_group.id
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_auto.offset.reset
# custom:
#   id: KC032
#   severities: [warning, info]
#   confidence: likely
#   consequence: loss
#   kinds: [consumer]
#   remediation: Give the group a fixed name.
#   since: "0.2.0"
package kcfglint.rules.consumer.group_id_random

import data.kcfglint.lib.loss

report contains finding if {
	random
	input.values["auto.offset.reset"] == "latest"
	finding := {
		"at": "group.id",
		"severity": severity,
		"message": $`group.id="{group}" is another group at each start, which begins at the end of the topic: what arrived since the last run is never read; give it a fixed name`,
	}
}

report contains finding if {
	random
	input.values["auto.offset.reset"] == "earliest"
	finding := {
		"at": "group.id",
		"severity": severity,
		"consequence": "duplication",
		"message": $`group.id="{group}" is another group at each start, which reads the topic from its beginning and processes all records again; give it a fixed name`,
	}
}

group := input.settings["group.id"].value

# Spring's random values, and what templates and SpEL call.
random if regex.match(`(?i)\$\{random\.|#\{.*(?:randomuuid|currenttimemillis)|\{\{.*(?:uuidv4|rand(?:alpha|numeric|ascii))`, group)

default severity := "warning"

severity := "info" if loss.tolerated

# Instances that each read everything: caches, broadcasts, live views.
severity := "info" if regex.match(`(?i)cache|broadcast|fanout|tail|dashboard|websocket|live`, group)
