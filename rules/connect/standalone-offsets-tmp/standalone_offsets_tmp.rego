# METADATA
# title: a standalone worker keeps its offsets in a temporary folder
# description: |
#   A standalone worker keeps how far its sources have read in one file. Below /tmp a reboot or a new container deletes
#   it, and every source reads everything again. Set offset.storage.file.filename to a path on a disk that stays.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#connect_configuring
# custom:
#   id: KN021
#   severities: [warning]
#   confidence: certain
#   consequence: duplication
#   kinds: [connect-worker]
#   remediation: Set offset.storage.file.filename to a path on a disk that stays.
#   since: "0.2.0"
package kcfglint.rules.connect.standalone_offsets_tmp

report contains finding if {
	input.state["offset.storage.file.filename"] in {"explicit", "inherited"}
	path := trim_space(input.values["offset.storage.file.filename"])
	not input.settings["offset.storage.topic"] # a distributed worker passes over the file
	regex.match(`^/(?:private/)?(?:tmp|var/tmp|dev/shm)/`, path)
	finding := {
		"at": "offset.storage.file.filename",
		"message": $`offset.storage.file.filename="{path}": a reboot or a new container deletes the offsets, and all sources read everything again; set a path on a disk that stays`,
	}
}
