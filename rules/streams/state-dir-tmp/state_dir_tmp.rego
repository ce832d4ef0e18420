# METADATA
# title: the state of a Streams application lies in a temporary folder
# description: |
#   Below /tmp the state stores vanish with a reboot or a restart of the container, and cleaners delete files of tasks
#   that run, which corrupts them. After that the whole state is read from the changelogs again, for minutes to hours,
#   in which those partitions are not processed. Set state.dir to a folder on a disk that stays, or keep standby
#   replicas.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_state.dir
# custom:
#   id: KS016
#   severities: [warning, info]
#   confidence: likely
#   consequence: stall
#   kinds: [streams]
#   remediation: Set state.dir to a folder on a disk that stays.
#   since: "0.2.0"
package kcfglint.rules.streams.state_dir_tmp

report contains finding if {
	input.state["state.dir"] in {"explicit", "inherited"}
	dir := trim_space(input.values["state.dir"])
	temporary(dir)
	finding := {
		"at": "state.dir",
		"severity": severity,
		"message": $`state.dir="{dir}": a reboot, a new container or a cleaner of temporary files deletes the state, and all of it is read from the changelogs again before processing goes on; set a folder on a disk that stays`,
	}
}

# Streams takes a folder of the Java runtime's java.io.tmpdir.
report contains finding if {
	input.state["state.dir"] == "default"
	input.state["rocksdb.config.setter"] in {"explicit", "inherited"}
	finding := {
		"at": {"key": "rocksdb.config.setter", "part": "key"},
		"severity": "info",
		"message": "rocksdb.config.setter is set, so there is state, and state.dir is not: it lies in the temporary folder of the Java runtime, which a reboot empties; set state.dir to a folder on a disk that stays",
	}
}

temporary(dir) if regex.match(`^/(?:private/)?(?:tmp|var/tmp|dev/shm)(?:/|$)`, dir)

default severity := "warning"

# Others have a copy.
severity := "info" if input.values["num.standby.replicas"] > 0
