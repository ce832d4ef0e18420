package kcfglint.rules.consumer.auto_commit_without_group_test

import data.kcfglint.rules.consumer.auto_commit_without_group as rule

consumer := {
	"client": {"name": "java"},
	"owner": "",
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"code_may_set": false,
	"values": {"enable.auto.commit": true},
	"state": {"enable.auto.commit": "explicit", "group.id": "absent"},
}

test_no_group if {
	rule.report == {{
		"at": "enable.auto.commit",
		"severity": "error",
		"message": `enable.auto.commit="true" without group.id: the consumer refuses to start, as offsets are committed for a group; set group.id`,
		"related": [{"at": "group.id", "message": "group.id is not set"}],
	}} with input as consumer
}

test_code_may_set_the_group if {
	some finding in rule.report with input as consumer with input.code_may_set as true
	finding.severity == "warning"
	contains(finding.message, "refuses to start unless code sets it, as")
}

test_group_perhaps_elsewhere if rule.report == set() with input as consumer with input.state["group.id"] as "unknown"

test_spring if rule.report == set() with input as consumer with input.owner as "spring"

test_old_client if rule.report == set() with input as consumer with input.versions.client.version as [2, 0, 1]

test_default if rule.report == set() with input as consumer with input.state["enable.auto.commit"] as "default"

test_consumers_of_streams_without_group if {
	streams := {
		"name": "restore.consumer",
		"owner": "streams",
		"client": {"name": "java"},
		"versions": {"client": {"version": [3, 9], "assumed": false}},
		"values": {"enable.auto.commit": false},
		"state": {"enable.auto.commit": "forced", "group.id": "forced"},
		"settings": {"enable.auto.commit": {"written": "restore.consumer.enable.auto.commit", "value": "true", "line": 4, "from_default": false}},
	}
	rule.report == {{
		"at": "enable.auto.commit",
		"message": `enable.auto.commit="true" for a consumer that Streams gives no group (restore.consumer): the application refuses to start; remove it`,
	}} with input as streams
	rule.report == set() with input as streams with input.versions.client.version as [4, 2]
	rule.report == set() with input as streams with input.name as "consumer"
}
