package kcfglint.rules.flink_kafka.sink_idempotence_or_order_off_test

import data.kcfglint.rules.flink_kafka.sink_idempotence_or_order_off as rule

setting(key, value) := {"written": key, "value": value, "line": 1, "from_default": false}

table(key, value, guarantee) := {
	"values": {"connector": "kafka", "@sql.role": "sink", "sink.delivery-guarantee": guarantee},
	"state": {key: "explicit", "sink.delivery-guarantee": "explicit"},
	"settings": {key: setting(key, value)},
}

refused(key, value, why) := {
	"at": key,
	"message": sprintf(`%s=%q with sink.delivery-guarantee="exactly-once": a transactional producer %s, and the sink does not start; remove it`, [key, value, why]),
	"severity": "error",
	"consequence": "startup-failure",
	"related": [{"at": "sink.delivery-guarantee", "message": "writes in transactions"}],
}

test_off if {
	rule.report == {{
		"at": "properties.enable.idempotence",
		"message": `properties.enable.idempotence="false": a batch whose answer was lost is stored twice and can land behind the next one, and no checkpoint mends it; remove it`,
	}} with input as table("properties.enable.idempotence", "false", "at-least-once")
}

test_one_in_flight if {
	rule.report == {{
		"at": "properties.enable.idempotence",
		"message": `properties.enable.idempotence="false": a batch whose answer was lost is stored twice, and no checkpoint mends it; remove it`,
	}} with input as table("properties.enable.idempotence", "false", "at-least-once")
		with input.settings["properties.max.in.flight.requests.per.connection"] as setting("properties.max.in.flight.requests.per.connection", "1")
}

test_off_with_transactions if {
	rule.report == {refused("properties.enable.idempotence", "false", "needs idempotence")} with input as table("properties.enable.idempotence", "false", "exactly-once")
}

test_in_flight_with_transactions if {
	rule.report == {refused("properties.max.in.flight.requests.per.connection", "6", "takes at most 5")} with input as table("properties.max.in.flight.requests.per.connection", "6", "exactly-once")
}

test_in_flight_without if {
	rule.report == set() with input as table("properties.max.in.flight.requests.per.connection", "6", "at-least-once")
}

test_on if rule.report == set() with input as table("properties.enable.idempotence", "true", "exactly-once")

test_source if {
	rule.report == set() with input as table("properties.enable.idempotence", "false", "at-least-once")
		with input.values["@sql.role"] as "source"
}
