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

both(listeners, advertised, values) := broker(
	object.union({"listeners": listeners, "advertised.listeners": advertised}, values),
	object.union(
		{
			"listeners": "explicit", "advertised.listeners": "explicit",
			"inter.broker.listener.name": "absent", "security.inter.broker.protocol": "default",
		},
		{key: "explicit" | some key, _ in values},
	),
)

test_not_listened_at if {
	rule.report == {{
		"at": "advertised.listeners",
		"message": "advertised.listeners has OUT, which listeners does not: the broker refuses to start; add it to listeners",
		"related": [{"at": "listeners", "message": "what the broker listens at"}],
	}} with input as both("IN://:9092", "IN://kafka:9092,OUT://kafka.example.com:9094", {"inter.broker.listener.name": "IN"})
}

test_no_listener_between_brokers if {
	rule.report == {{
		"at": "advertised.listeners",
		"message": "advertised.listeners has no listener PLAINTEXT, by which brokers reach one another: the broker refuses to start; add it, or set inter.broker.listener.name",
	}} with input as object.union(both("IN://:9092", "IN://kafka:9092", {}), {"values": {"security.inter.broker.protocol": "PLAINTEXT"}})
}

test_listener_between_brokers if {
	rule.report == set() with input as both("in://:9092", "in://kafka:9092", {"inter.broker.listener.name": "IN"})
	rule.report == set() with input as both("SSL://:9092", "SSL://kafka:9092", {"security.inter.broker.protocol": "SSL"})
}

test_two_names_between_brokers if {
	{finding.at | some finding in rule.report} == {"security.inter.broker.protocol"} with input as both(
		"IN://:9092", "IN://kafka:9092",
		{"inter.broker.listener.name": "IN", "security.inter.broker.protocol": "PLAINTEXT"},
	)
}

test_localhost_between_containers if {
	input_of := both("IN://:9092", "IN://localhost:9092", {"inter.broker.listener.name": "IN", "@brokers": 2})
	{finding.severity | some finding in rule.report} == {"warning"} with input as object.union(input_of, {"dialect": "compose"})
	rule.report == set() with input as object.union(input_of, {"dialect": "properties"})
}
