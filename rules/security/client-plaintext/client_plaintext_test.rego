package kcfglint.rules.security.client_plaintext_test

import data.kcfglint.rules.security.client_plaintext as rule

related := [{"at": "bootstrap.servers", "message": "not a local or cluster-internal address"}]

client(servers) := {
	"values": {"security.protocol": "PLAINTEXT", "bootstrap.servers": servers},
	"state": {"security.protocol": "explicit", "bootstrap.servers": "explicit"},
	"settings": {"security.protocol": {
		"written": "security.protocol",
		"value": "PLAINTEXT",
		"line": 3,
		"from_default": false,
	}},
}

test_written if {
	rule.report == {{
		"at": "security.protocol",
		"severity": "warning",
		"message": `security.protocol="PLAINTEXT" to "kafka.example.com": records cross the network unencrypted, for everyone on the way to read and change; set SASL_SSL or SSL`,
		"related": related,
	}} with input as client("localhost:9092,kafka.example.com:9092,kafka-2.example.com:9092")
}

test_left_out if {
	rule.report == {{
		"at": "security.protocol",
		"severity": "info",
		"message": `security.protocol is not set and defaults to PLAINTEXT, to "kafka.example.com": records cross the network unencrypted; set SASL_SSL or SSL`,
		"related": related,
	}} with input as client("kafka.example.com:9092") with input.state["security.protocol"] as "default"
}

test_lower_case if {
	count(rule.report) == 1 with input as client("kafka.example.com:9092") with input.values["security.protocol"] as "plaintext"
}

test_near if {
	every servers in ["localhost:9092", "broker:29092", "kafka.orders.svc:9092", "kafka.local:9092,127.0.0.1:9093"] {
		rule.report == set() with input as client(servers)
	}
}

test_unknown_servers if {
	rule.report == set() with input as client("") with input.values as {"security.protocol": "PLAINTEXT"}
}

test_encrypted if {
	rule.report == set() with input as client("kafka.example.com:9093") with input.values["security.protocol"] as "SASL_SSL"
}

test_certificates_that_are_not_used if {
	certified := object.union(client("kafka.example.com:9092"), {
		"kind": "producer",
		"values": {"ssl.truststore.location": "/etc/kafka/ca.p12"},
		"state": {"ssl.truststore.location": "explicit"},
	})
	rule.report == set() with input as certified
	count(rule.report) == 1 with input as certified with input.kind as "connect-worker"
}
