# METADATA
# title: the tags for rack-aware standby tasks do not fit
# description: |
#   rack.aware.assignment.tags names tags that say where an instance runs; each must be set as client.tag.NAME. Streams
#   refuses to start with a name that no tag has, with more than five tags, with a name of more than 20 characters or a
#   value of more than 30.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_rack.aware.assignment.tags
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-708%3A+Rack+aware+StandbyTask+assignment+for+Kafka+Streams
# custom:
#   id: KS032
#   severities: [error, warning]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [streams]
#   remediation: Set a client.tag for each name, at most five, short ones.
#   versions: ["3.2", "4.3"]
#   since: "0.2.0"
package kcfglint.rules.streams.rack_tags

# StreamsConfig.validateRackAwarenessConfiguration
report contains finding if {
	known
	input.complete == "full"
	some name in wanted
	not name in tags
	finding := {
		"at": "rack.aware.assignment.tags",
		"message": $`rack.aware.assignment.tags names "{name}", but client.tag.{name} is not set: Streams refuses to start; set it`,
		"related": [{"at": $`client.tag.{name}`, "message": "the tag is not set"}],
	}
}

report contains finding if {
	known
	count(wanted) > 5
	finding := {
		"at": "rack.aware.assignment.tags",
		"message": $`rack.aware.assignment.tags names {count(wanted)} tags: Streams refuses to start with more than 5; remove some`,
	}
}

report contains finding if {
	known
	count(tags) > 5
	finding := {
		"at": {"key": "@client.tags", "part": "key"},
		"message": $`{count(tags)} tags are set as client.tag: Streams refuses to start with more than 5; remove some`,
	}
}

report contains finding if {
	known
	some name in tags
	count(name) > 20
	finding := {
		"at": {"key": "@client.tags", "part": "key"},
		"message": $`client.tag.{name}: Streams refuses to start with a name of more than 20 characters; shorten it`,
	}
}

report contains finding if {
	known
	long := input.settings["@client.tag.long"]
	finding := {
		"at": "@client.tag.long",
		"message": $`{long.written}="{long.value}": Streams refuses to start with a value of more than 30 characters; shorten it`,
	}
}

report contains finding if {
	input.versions.client.version >= [4, 3]
	empty := input.settings["@client.tag.empty"]
	finding := {
		"at": "@client.tag.empty",
		"message": $`{empty.written} is empty: Streams refuses to start; set a value or remove it`,
	}
}

known if input.versions.client.version >= [3, 2]

wanted := {name | some entry in split(input.values["rack.aware.assignment.tags"], ","); name := trim_space(entry); name != ""} if {
	input.state["rack.aware.assignment.tags"] in {"explicit", "inherited"}
}

default tags := set()

tags := {name | some name in split(input.settings["@client.tags"].value, ",")}
