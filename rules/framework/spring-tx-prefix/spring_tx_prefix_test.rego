package kcfglint.rules.framework.spring_tx_prefix_test

import data.kcfglint.rules.framework.spring_tx_prefix as rule

producer := {
	"owner": "spring",
	"values": {"acks": "all", "retries": 2147483647, "enable.idempotence": true},
	"state": {"acks": "default", "retries": "default", "enable.idempotence": "default"},
	"settings": {"@spring.transaction-id-prefix": {
		"written": "spring.kafka.producer.transaction-id-prefix",
		"value": "orders-",
		"line": 6,
		"from_default": false,
	}},
}

finding(key, value, mend) := {
	"at": key,
	"message": $`{key}="{value}" with transaction-id-prefix="orders-" (line 6): the transactional producer refuses to start; {mend}`,
	"related": [{"at": "@spring.transaction-id-prefix", "message": "transactions need an idempotent producer"}],
}

test_acks_one if {
	rule.report == {finding("acks", "1", "set acks=all")} with input as producer
		with input.values.acks as "1"
		with input.state.acks as "explicit"
}

test_no_retries_and_not_idempotent if {
	rule.report == {
		finding("retries", "0", "remove retries"),
		finding("enable.idempotence", "false", "remove enable.idempotence"),
	} with input as producer
		with input.values.retries as 0
		with input.state.retries as "inherited"
		with input.values["enable.idempotence"] as false
		with input.state["enable.idempotence"] as "explicit"
}

test_nothing_contradicts if rule.report == set() with input as producer

test_no_transactions if {
	rule.report == set() with input as producer
		with input.values.acks as "1"
		with input.state.acks as "explicit"
		with input.settings as {}
}
