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

test_smallrye_sets_acks if {
	channel := {
		"client": {"name": "java"},
		"owner": "smallrye",
		"values": {"acks": "1", "enable.idempotence": true},
		"state": {"acks": "default", "enable.idempotence": "explicit"},
		"settings": producer.settings,
	}
	rule.report == {{
		"at": "enable.idempotence",
		"message": `enable.idempotence="true" without acks: SmallRye sets acks="1" for it and the producer refuses to start; set acks=all`,
	}} with input as channel
	rule.report == set() with input as channel with input.values.acks as "all"
}

test_sarama_by_default if {
	sarama := {
		"client": {"name": "sarama"},
		"values": {"acks": "1", "enable.idempotence": true, "retries": 3, "max.in.flight.requests.per.connection": 5},
		"state": {"acks": "default", "enable.idempotence": "explicit"},
		"settings": producer.settings,
	}
	rule.report == {
		{
			"at": "acks",
			"message": "acks (1) of an idempotent producer: sarama refuses to start; set RequiredAcks to WaitForAll",
			"related": related,
		},
		{
			"at": "max.in.flight.requests.per.connection",
			"message": "max.in.flight.requests.per.connection (5) of an idempotent producer: sarama refuses to start; set Net.MaxOpenRequests=1",
			"related": related,
		},
	} with input as sarama
	{f.at | some f in rule.report} == {"retries"} with input as sarama
		with input.values as {"acks": "all", "enable.idempotence": true, "retries": 0, "max.in.flight.requests.per.connection": 1}
}

test_franz_go if {
	rule.report == {{
		"at": "acks",
		"message": `acks="1" without DisableIdempotentWrite: franz-go refuses to start; set acks=all`,
	}} with input as {
		"client": {"name": "franz-go"},
		"values": {"acks": "1", "DisableIdempotentWrite": false},
		"state": {"acks": "explicit"},
	}
}

test_kafkajs_looks_at_retries if {
	{f.at | some f in rule.report} == {"retries"} with input as producer with input.client.name as "kafkajs"
}

test_aiokafka_looks_at_acks if {
	{f.at | some f in rule.report} == {"acks"} with input as producer with input.client.name as "aiokafka"
}

test_other_clients if rule.report == set() with input as producer with input.client.name as "kafka-go"

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
	}
	{f.at | some f in rule.report} == {"enable.gapless.guarantee"} with input as gapless
	rule.report == set() with input as gapless with input.settings as {"transactional.id": {"value": "orders-0"}}
	{f.at | some f in rule.report} == {"enable.gapless.guarantee"} with input as gapless with input.settings as {"transactional.id": {"value": ""}}
}
