package kcfglint.rules.producer.producer_acks_zero_test

import data.kcfglint.rules.producer.producer_acks_zero as rule

message := `acks="0": a record counts as sent once it is on the socket, so a broker restart or a full buffer drops it without an error; set acks=all`

test_zero if {
	rule.report == {{"at": "acks", "severity": "error", "message": message}} with input as {
		"name": "orders",
		"values": {"acks": "0"},
		"state": {"acks": "explicit"},
	}
}

test_expendable_data if {
	rule.report == {{"at": "acks", "severity": "info", "message": message}} with input as {
		"name": "orders",
		"data_class": "metrics",
		"values": {"acks": "0"},
		"state": {"acks": "explicit"},
	}
}

test_expendable_client if {
	rule.report == {{"at": "acks", "severity": "info", "message": message}} with input as {
		"name": "producer",
		"values": {"acks": "0", "client.id": "node-metrics"},
		"state": {"acks": "explicit"},
	}
}

test_all if rule.report == set() with input as {"values": {"acks": "all"}, "state": {"acks": "explicit"}}

test_unknown if rule.report == set() with input as {"values": {}, "state": {"acks": "unknown"}}
