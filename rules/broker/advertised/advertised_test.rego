package kcfglint.rules.broker.advertised_test

import data.kcfglint.rules.broker.advertised as rule

broker(values, state) := {
	"values": values,
	"state": object.union({"advertised.listeners": "absent", "advertised.host.name": "absent", "process.roles": "absent"}, state),
}

test_advertised if {
	rule.report == {{
		"at": "advertised.listeners",
		"message": "advertised.listeners has SSL://0.0.0.0:9093: nobody can connect to 0.0.0.0, and the broker refuses to start; advertise a host name",
	}} with input as broker(
		{"advertised.listeners": "PLAINTEXT://kafka-1.example.com:9092,SSL://0.0.0.0:9093"},
		{"advertised.listeners": "explicit"},
	)
}

test_listeners_are_advertised if {
	rule.report == {{
		"at": "listeners",
		"message": "listeners has PLAINTEXT://0.0.0.0:9092 and advertised.listeners is not set: the broker would advertise 0.0.0.0, and refuses to start; set advertised.listeners",
	}} with input as broker({"listeners": "PLAINTEXT://0.0.0.0:9092"}, {"listeners": "explicit"})
}

test_listeners_with_advertised if {
	rule.report == set() with input as broker(
		{"listeners": "PLAINTEXT://0.0.0.0:9092", "advertised.listeners": "PLAINTEXT://kafka-1.example.com:9092"},
		{"listeners": "explicit", "advertised.listeners": "explicit"},
	)
}

test_controller if {
	rule.report == set() with input as broker(
		{"listeners": "CONTROLLER://0.0.0.0:9093", "process.roles": "controller"},
		{"listeners": "explicit", "process.roles": "explicit"},
	)
}

test_advertised_elsewhere if {
	rule.report == set() with input as broker({"listeners": "PLAINTEXT://0.0.0.0:9092"}, {"listeners": "explicit", "advertised.listeners": "unknown"})
}
