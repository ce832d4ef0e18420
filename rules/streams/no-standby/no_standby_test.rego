package kcfglint.rules.streams.no_standby_test

import data.kcfglint.rules.streams.no_standby as rule

app := {
	"values": {"num.standby.replicas": 0, "group.protocol": "classic"},
	"state": {"num.standby.replicas": "default", "rocksdb.config.setter": "absent", "state.dir": "explicit"},
}

test_left_out if {
	rule.report == {{
		"at": {"key": "state.dir", "part": "key"},
		"message": "num.standby.replicas is 0 and state.dir is set, so there is state: when an instance is lost, its state is rebuilt from the changelogs before processing goes on; set 1",
	}} with input as app
}

test_written if {
	some finding in rule.report with input as app with input.state["num.standby.replicas"] as "explicit"
	finding.at == "num.standby.replicas"
}

test_one_hint_is_enough if {
	count(rule.report) == 1 with input as app with input.state["rocksdb.config.setter"] as "explicit"
}

test_perhaps_stateless if rule.report == set() with input as app with input.state["state.dir"] as "default"

test_standby if rule.report == set() with input as app with input.values["num.standby.replicas"] as 1

test_brokers_decide if rule.report == set() with input as app with input.values["group.protocol"] as "streams"
