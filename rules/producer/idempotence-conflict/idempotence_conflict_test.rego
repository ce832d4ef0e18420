package kcfglint.rules.producer.idempotence_conflict_test

import data.kcfglint.rules.producer.idempotence_conflict as rule

producer := {
	"client": {"name": "java"},
	"values": {
		"acks": "1",
		"enable.idempotence": true,
		"retries": 0,
		"max.in.flight.requests.per.connection": 10,
	},
	"state": {
		"acks": "explicit",
		"enable.idempotence": "explicit",
		"retries": "explicit",
		"max.in.flight.requests.per.connection": "explicit",
	},
	"settings": {"enable.idempotence": {"written": "enable.idempotence", "value": "true", "line": 3, "from_default": false}},
}

related := [{"at": "enable.idempotence", "message": "idempotence is demanded here"}]

test_all_three if {
	rule.report == {
		{
			"at": "acks",
			"message": `acks="1" with enable.idempotence="true" (line 3): the producer refuses to start; set acks=all`,
			"related": related,
		},
		{
			"at": "retries",
			"message": `retries="0" with enable.idempotence="true" (line 3): the producer refuses to start; remove retries and bound the time with delivery.timeout.ms`,
			"related": related,
		},
		{
			"at": "max.in.flight.requests.per.connection",
			"message": `max.in.flight.requests.per.connection="10" with enable.idempotence="true" (line 3): the producer refuses to start; set at most 5`,
			"related": related,
		},
	} with input as producer
}

test_defaults_do_not_contradict if {
	rule.report == set() with input as producer
		with input.state.acks as "default"
		with input.state.retries as "default"
		with input.state["max.in.flight.requests.per.connection"] as "default"
}

test_not_demanded if {
	rule.report == set() with input as producer with input.state["enable.idempotence"] as "default"
	rule.report == set() with input as producer with input.values["enable.idempotence"] as false
}

test_other_clients if rule.report == set() with input as producer with input.client.name as "kafka-python"

test_streams_that_run_exactly_once if {
	rule.report == {{
		"at": "acks",
		"message": `acks="1" while Kafka Streams sets enable.idempotence=true to run exactly once: the producer refuses to start; set acks=all`,
		"related": [],
	}} with input as {
		"client": {"name": "java"},
		"owner": "streams",
		"values": {"acks": "1", "enable.idempotence": true},
		"state": {"acks": "explicit", "enable.idempotence": "forced"},
		"settings": {"enable.idempotence": {"written": "producer.enable.idempotence", "value": "false", "line": 3, "from_default": false}},
	}
}

test_librdkafka_queue if {
	queue := {
		"client": {"name": "librdkafka"},
		"values": {
			"enable.idempotence": true, "queuing.strategy": "lifo", "queue.buffering.backpressure.threshold": 10,
		},
		"state": {"queuing.strategy": "explicit", "queue.buffering.backpressure.threshold": "explicit"},
	}
	{f.at | some f in rule.report} == {"queuing.strategy", "queue.buffering.backpressure.threshold"} with input as queue
	rule.report == set() with input as queue with input.values["enable.idempotence"] as false
}

test_gapless if {
	gapless := {
		"client": {"name": "librdkafka"},
		"values": {"enable.idempotence": false, "enable.gapless.guarantee": true},
		"state": {"transactional.id": "absent"},
	}
	{f.at | some f in rule.report} == {"enable.gapless.guarantee"} with input as gapless
	rule.report == set() with input as gapless with input.state["transactional.id"] as "explicit"
}
