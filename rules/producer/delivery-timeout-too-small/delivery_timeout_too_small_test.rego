package kcfglint.rules.producer.delivery_timeout_too_small_test

import data.kcfglint.rules.producer.delivery_timeout_too_small as rule

producer := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": true}},
	"values": {"delivery.timeout.ms": 30000, "linger.ms": 5, "request.timeout.ms": 30000},
	"state": {"delivery.timeout.ms": "explicit", "linger.ms": "default", "request.timeout.ms": "default"},
}

test_below_the_defaults_of_4 if {
	rule.report == {{
		"at": "delivery.timeout.ms",
		"message": `delivery.timeout.ms="30000" is below linger.ms (5) + request.timeout.ms (30000): the producer refuses to start; set at least 30005`,
		"related": [],
	}} with input as producer
}

test_written_summands_are_related if {
	rule.report == {{
		"at": "delivery.timeout.ms",
		"message": `delivery.timeout.ms="30000" is below linger.ms (50) + request.timeout.ms (60000): the producer refuses to start; set at least 60050`,
		"related": [
			{"at": "linger.ms", "message": "linger.ms counts towards the sum"},
			{"at": "request.timeout.ms", "message": "request.timeout.ms counts towards the sum"},
		],
	}} with input as producer
		with input.values["linger.ms"] as 50
		with input.values["request.timeout.ms"] as 60000
		with input.state["linger.ms"] as "explicit"
		with input.state["request.timeout.ms"] as "inherited"
}

test_equal if rule.report == set() with input as producer with input.values["linger.ms"] as 0

test_raised_default if rule.report == set() with input as producer with input.state["delivery.timeout.ms"] as "default"

test_unknown_summand if {
	rule.report == set() with input as producer
		with input.values as {"delivery.timeout.ms": 30000, "linger.ms": 5}
		with input.state["request.timeout.ms"] as "unknown"
}

test_librdkafka if rule.report == set() with input as producer with input.client.name as "librdkafka"

test_sum_is_capped if {
	rule.report == set() with input as producer
		with input.values as {"delivery.timeout.ms": 2147483647, "linger.ms": 2147483647, "request.timeout.ms": 30000}
}

test_librdkafka_lingers_longer if {
	lingers := {
		"client": {"name": "librdkafka"},
		"values": {"linger.ms": 5000, "delivery.timeout.ms": 3000},
		"state": {"linger.ms": "explicit", "delivery.timeout.ms": "explicit"},
	}
	rule.report == {{
		"at": "linger.ms",
		"message": `linger.ms="5000" is not below message.timeout.ms (3000): librdkafka refuses to start; lower linger.ms`,
		"related": [{"at": "delivery.timeout.ms", "message": "how long a record may take"}],
	}} with input as lingers
	every key in ["acks", "request.timeout.ms", "compression.level", "partitioner", "queuing.strategy", "produce.offset.report", "auto.offset.reset"] {
		some finding in rule.report with input as lingers with input.state as {"linger.ms": "explicit", key: "inherited"}
		not finding.consequence
		count(finding.related) == 0
	}
	rule.report == set() with input as lingers with input.values["delivery.timeout.ms"] as 0
	rule.report == set() with input as lingers with input.state["linger.ms"] as "default"
}

test_librdkafka_without_settings_of_topics if {
	rule.report == {{
		"at": "linger.ms",
		"consequence": "stall",
		"message": `linger.ms="900000" is not below message.timeout.ms (300000): librdkafka starts and refuses every record; lower linger.ms`,
		"related": [],
	}} with input as {
		"client": {"name": "librdkafka"},
		"values": {"linger.ms": 900000, "delivery.timeout.ms": 300000, "compression.type": "gzip"},
		"state": {"linger.ms": "explicit", "delivery.timeout.ms": "default", "compression.type": "explicit"},
	}
}
