package kcfglint.rules.framework.alpakka_test

import data.kcfglint.rules.framework.alpakka as rule

consumer := {
	"name": "akka.kafka.consumer",
	"owner": "alpakka",
	"data_class": "",
	"links": {"topics": []},
	"values": {"enable.auto.commit": true},
	"state": {"enable.auto.commit": "explicit"},
	"settings": {},
}

test_auto_commit if {
	rule.report == {{
		"at": "enable.auto.commit",
		"severity": "warning",
		"confidence": "likely",
		"consequence": "loss",
		"message": `enable.auto.commit="true": a poll commits records that are still in the stages of the stream, so a crash loses them; remove it and commit with a Committer`,
	}} with input as consumer
	{f.severity | some f in rule.report} == {"info"} with input as consumer with input.data_class as "logs"
	rule.report == set() with input as consumer with input.owner as ""
	rule.report == set() with input as consumer with input.values["enable.auto.commit"] as false
	rule.report == set() with input as consumer with input.state["enable.auto.commit"] as "default"
}

test_delivery if {
	rule.report == {{
		"at": "@committer.delivery",
		"message": `delivery="SendAndForget": the stream does not wait for its commits, so one that fails goes unseen and a restart processes its records again; set WaitForAck`,
	}} with input as consumer with input.values as {"@committer.delivery": "SendAndForget"}
	{f.consequence | some f in rule.report} == {"startup-failure"} with input as consumer with input.values as {"@committer.delivery": "waitForAck"}
	rule.report == set() with input as consumer with input.values as {"@committer.delivery": "WaitForAck"}
}

test_interval if {
	rule.report == {{
		"at": "@committer.max-interval",
		"severity": "info",
		"message": "max-interval is 120 s: where fewer records come than max-batch, a crash repeats those of that time; set 10s",
	}} with input as consumer with input.values as {"@committer.max-interval": 120000}
	rule.report == set() with input as consumer with input.values as {"@committer.max-interval": 60000}
}

test_refused if {
	rule.report == {{
		"at": {"key": "@kafka-clients.quoted", "part": "key"},
		"severity": "error",
		"consequence": "startup-failure",
		"message": `"batch.size" stands in quotes in kafka-clients: the library looks for it as a path, does not find it and throws; remove the quotes`,
	}} with input as consumer with input.values as {"@kafka-clients.quoted": "batch.size"}
	{f.at | some f in rule.report} == {"@kafka-clients.list", "@kafka-clients.null"} with input as consumer
		with input.values as {"@kafka-clients.list": "group.id", "@kafka-clients.null": "acks"}
}
