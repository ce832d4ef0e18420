package kcfglint.rules.streams.state_dir_tmp_test

import data.kcfglint.rules.streams.state_dir_tmp as rule

app(dir) := {
	"values": {"state.dir": dir, "num.standby.replicas": 0},
	"state": {"state.dir": "explicit", "rocksdb.config.setter": "absent"},
}

test_tmp if {
	rule.report == {{
		"at": "state.dir",
		"severity": "warning",
		"message": `state.dir="/tmp/kafka-streams": a reboot, a new container or a cleaner of temporary files deletes the state, and all of it is read from the changelogs again before processing goes on; set a folder on a disk that stays`,
	}} with input as app("/tmp/kafka-streams")
}

test_other_temporary_folders if {
	every dir in ["/tmp", "/var/tmp/state", "/dev/shm/state", "/private/tmp/x"] {
		count(rule.report) == 1 with input as app(dir)
	}
}

test_lasting if {
	every dir in ["/var/lib/streams", "/tmpfs-data", "target/tmp", "/data/tmp"] { rule.report == set() with input as app(dir) }
}

test_standby if {
	some finding in rule.report with input as app("/tmp/x") with input.values["num.standby.replicas"] as 1
	finding.severity == "info"
}

test_default if {
	some finding in rule.report with input as app("/tmp/kafka-streams")
		with input.state as {"state.dir": "default", "rocksdb.config.setter": "explicit"}
	finding.severity == "info"
}

test_default_without_state if {
	rule.report == set() with input as app("/tmp/kafka-streams") with input.state["state.dir"] as "default"
}
