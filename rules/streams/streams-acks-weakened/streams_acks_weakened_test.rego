package kcfglint.rules.streams.streams_acks_weakened_test

import data.kcfglint.rules.streams.streams_acks_weakened as rule

app := {
	"name": "order-totals",
	"workload": "durability",
	"data_class": "",
	"links": {"topics": []},
	"values": {"processing.guarantee": "at_least_once", "producer.acks": "1"},
	"state": {"processing.guarantee": "default", "producer.acks": "explicit", "acks": "absent"},
	"settings": {},
}

lost(key, severity) := {
	"at": key,
	"severity": severity,
	"message": $`{key}="1": a leader failure loses changes of state that Streams takes for written to the changelog, and records that it forwards; set acks=all`,
}

test_at_least_once if rule.report == {lost("producer.acks", "error")} with input as app

test_without_prefix if {
	rule.report == {lost("acks", "error")} with input as app
		with input.values as {"acks": "1"}
		with input.state as {"processing.guarantee": "default", "producer.acks": "absent", "acks": "explicit"}
}

test_throughput if rule.report == {lost("producer.acks", "info")} with input as app with input.workload as "throughput"

test_logs if rule.report == {lost("producer.acks", "info")} with input as app with input.data_class as "logs"

test_exactly_once if {
	rule.report == {{
		"at": "producer.acks",
		"consequence": "startup-failure",
		"message": `producer.acks="1": with processing.guarantee="exactly_once_v2" (line 3) the producers are idempotent and refuse to start; set acks=all`,
		"related": [{"at": "processing.guarantee", "message": "exactly-once is chosen here"}],
	}} with input as app
		with input.values["processing.guarantee"] as "exactly_once_v2"
		with input.state["processing.guarantee"] as "explicit"
		with input.settings as {"processing.guarantee": {
			"written": "processing.guarantee",
			"value": "exactly_once_v2",
			"line": 3,
			"from_default": false,
		}}
}

test_all if rule.report == set() with input as app with input.values["producer.acks"] as "all"

test_guarantee_unknown if {
	rule.report == set() with input as app
		with input.values as {"producer.acks": "1"}
		with input.state["processing.guarantee"] as "unknown"
}

test_idempotent_does_not_start if {
	rule.report == set() with input as app
		with input.values["producer.enable.idempotence"] as true
		with input.state["producer.enable.idempotence"] as "explicit"
	rule.report == set() with input as app
		with input.values["enable.idempotence"] as true
		with input.state as {
			"processing.guarantee": "default", "producer.acks": "explicit",
			"producer.enable.idempotence": "absent", "enable.idempotence": "explicit",
		}
}
