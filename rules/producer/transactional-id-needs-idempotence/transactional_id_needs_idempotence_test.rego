package kcfglint.rules.producer.transactional_id_needs_idempotence_test

import data.kcfglint.rules.producer.transactional_id_needs_idempotence as rule

producer := {
	"client": {"name": "java"},
	"values": {
		"acks": "all",
		"enable.idempotence": true,
		"retries": 2147483647,
		"max.in.flight.requests.per.connection": 5,
	},
	"state": {
		"acks": "default",
		"enable.idempotence": "default",
		"retries": "default",
		"max.in.flight.requests.per.connection": "default",
		"transactional.id": "unknown",
	},
	"settings": {"transactional.id": {
		"written": "transactional.id",
		"value": "orders-${HOSTNAME}",
		"line": 4,
		"from_default": false,
	}},
}

finding(key, value, mend) := {
	"at": key,
	"message": $`{key}="{value}" with transactional.id="orders-$\{HOSTNAME}" (line 4): the producer refuses to start; {mend}`,
	"related": [{"at": "transactional.id", "message": "transactions need an idempotent producer"}],
}

test_acks_one if {
	rule.report == {finding("acks", "1", "set acks=all")} with input as producer
		with input.values.acks as "1"
		with input.state.acks as "explicit"
}

test_written_off if {
	rule.report == {finding("enable.idempotence", "false", "remove enable.idempotence")} with input as producer
		with input.values["enable.idempotence"] as false
		with input.state["enable.idempotence"] as "explicit"
}

test_retries_and_in_flight if {
	rule.report == {
		finding("retries", "0", "remove retries"),
		finding("max.in.flight.requests.per.connection", "6", "set at most 5"),
	} with input as producer
		with input.values.retries as 0
		with input.state.retries as "explicit"
		with input.values["max.in.flight.requests.per.connection"] as 6
		with input.state["max.in.flight.requests.per.connection"] as "explicit"
}

test_old_client_raises_its_default if {
	rule.report == set() with input as producer
		with input.values.acks as "1"
		with input.values["enable.idempotence"] as false
}

test_demanded_idempotence_is_another_rule if {
	rule.report == set() with input as producer
		with input.values.acks as "1"
		with input.state.acks as "explicit"
		with input.state["enable.idempotence"] as "explicit"
}

test_no_transactions if {
	rule.report == set() with input as producer
		with input.values.acks as "1"
		with input.state.acks as "explicit"
		with input.settings as {}
}

test_librdkafka_takes_an_empty_id_for_none if {
	librdkafka := object.union(producer, {
		"client": {"name": "librdkafka"},
		"values": {"retries": 0},
		"state": {"retries": "explicit"},
	})
	{f.at | some f in rule.report} == {"retries"} with input as librdkafka
	rule.report == set() with input as librdkafka with input.settings["transactional.id"].value as ""
}

test_sarama if {
	rule.report == {{
		"at": "enable.idempotence",
		"message": $`Producer.Idempotent is false with transactional.id="orders-$\{HOSTNAME}" (line 4): sarama refuses to start; set it to true`,
		"related": [{"at": "transactional.id", "message": "transactions need an idempotent producer"}],
	}} with input as producer
		with input.client.name as "sarama"
		with input.values["enable.idempotence"] as false
}

test_franz_go if {
	rule.report == {{
		"at": "DisableIdempotentWrite",
		"message": $`DisableIdempotentWrite="true" with transactional.id="orders-$\{HOSTNAME}" (line 4): franz-go refuses to start; remove it`,
		"related": [{"at": "transactional.id", "message": "transactions need an idempotent producer"}],
	}} with input as producer
		with input.client.name as "franz-go"
		with input.values.DisableIdempotentWrite as true
}
