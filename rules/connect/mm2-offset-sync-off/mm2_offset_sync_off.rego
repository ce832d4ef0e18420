# METADATA
# title: MirrorMaker does not carry the offsets of groups over
# description: |
#   MirrorMaker 2 translates the offsets of consumer groups, but writes them to the groups of the target cluster only
#   with sync.group.offsets.enabled=true. Without it consumers that move to the target after a failure start where their
#   reset policy says: they read everything again, or skip. Set it, unless the applications translate offsets
#   themselves.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#mirrormakercheckpointconfigs_sync.group.offsets.enabled
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-545%3A+support+automated+consumer+offset+sync+across+clusters+in+MM+2.0
# custom:
#   id: KN031
#   severities: [info]
#   confidence: certain
#   consequence: duplication
#   kinds: [mirror]
#   remediation: Set sync.group.offsets.enabled=true.
#   versions: ["connect 2.7"]
#   since: "0.2.0"
package kcfglint.rules.connect.mm2_offset_sync_off

report contains finding if {
	input.values["sync.group.offsets.enabled"] == false
	input.values["emit.checkpoints.enabled"] == true
	checkpoints
	input.versions.connect.version >= [2, 7]
	finding := {
		"at": "sync.group.offsets.enabled",
		"message": "sync.group.offsets.enabled is false: consumers that move to the target cluster have no offsets there, and read everything again or skip; set true",
	}
}

# The file of the process is for all connectors.
checkpoints if input.dialect == "mirrormaker"

checkpoints if input.values["@mirror.connector"] == "checkpointConnector"
