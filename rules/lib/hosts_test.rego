package kcfglint.lib.hosts_test

import data.kcfglint.lib.hosts

test_names if {
	hosts.names("kafka-1.example.com:9092, SASL_SSL://Kafka-2.example.com:9093,[2001:db8::1]:9092, ,broker") == ["kafka-1.example.com", "kafka-2.example.com", "2001:db8::1", "broker"]
}

test_port_that_is_filled_in if hosts.names("localhost:KAFKA_PORT,[::1]:PORT,broker:") == ["localhost", "::1", "broker"]

test_port_alone if hosts.names("INSIDE://:9094,:9092") == []

test_address_without_port if hosts.names("2001:db8::1") == ["2001:db8::1"]

test_no_names if hosts.names(`, "localhost:9092", <broker>:9092, ${HOST}:9092`) == []

test_private if {
	every name in [
		"localhost", "127.0.0.1", "::1", "broker", "kafka.orders.svc", "kafka.orders.svc.cluster.local",
		"kafka.orders.svc.k8s.corp.example", "host.docker.internal", "kafka.local",
	] {
		hosts.private(name)
	}
}

test_external if {
	every name in ["kafka.example.com", "10.1.2.3", "2001:db8::1", "svc.example.com", "internal.example.com"] {
		not hosts.private(name)
	}
}

test_private_is_more_than_loopback if not hosts.loopback("broker")
