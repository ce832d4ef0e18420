# METADATA
# title: upgrade.from is left over from an upgrade
# description: |
#   upgrade.from keeps the old protocols alive for the first of two rolling bounces and is to be removed with the second:
#   where it stays, the application keeps the old protocol, such as stop-the-world rebalances. Streams 4.0 dropped
#   the upgrades from before 2.4 and refuses to start with them; take a release in between.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_upgrade.from
# - ref: https://kafka.apache.org/documentation/streams/upgrade-guide
# custom:
#   id: KS029
#   severities: [error, warning]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [streams]
#   remediation: Remove upgrade.from when all instances run the new version.
#   supersedes: [KM006]
#   versions: ["4.0"]
#   since: "0.2.0"
package kcfglint.rules.streams.upgrade_from_left_over

# StreamsConfig's validator from 4.2 on; in 4.0 and 4.1 AssignorConfiguration, when the main consumer is made.
report contains finding if {
	from in dropped
	input.versions.client.version >= [4, 0]
	finding := {
		"at": "upgrade.from",
		"message": $`upgrade.from="{from}": Streams from 4.0 on has no upgrade from before 2.4 and refuses to start; upgrade through 3.9 first, or remove it`,
	}
}

report contains finding if {
	input.values["upgrade.from"] == from
	not refused
	finding := {
		"at": "upgrade.from",
		"severity": "warning",
		"confidence": "likely",
		"consequence": "performance",
		"message": $`upgrade.from="{from}" belongs into the first bounce of an upgrade: as long as it is there, Streams keeps the protocol of {from}; remove it with the second bounce`,
	}
}

refused if {
	from in dropped
	input.versions.client.version >= [4, 0]
}

from := trim_space(input.settings["upgrade.from"].value) if {
	input.state["upgrade.from"] in {"explicit", "inherited", "invalid"}
}

dropped := {"0.10.0", "0.10.1", "0.10.2", "0.11.0", "1.0", "1.1", "2.0", "2.1", "2.2", "2.3"}
