package kcfglint.rules.consumer.assignor_name_wrong_dialect_test

import data.kcfglint.rules.consumer.assignor_name_wrong_dialect as rule

setting(key, value, line) := {"written": key, "value": value, "line": line, "from_default": false}

consumer(client, list) := {
	"kind": "consumer",
	"client": {"name": client},
	"owner": "",
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"group.protocol": "classic"},
	"state": {"partition.assignment.strategy": "explicit"},
	"settings": {"partition.assignment.strategy": setting("partition.assignment.strategy", list, 3)},
}

sticky := "org.apache.kafka.clients.consumer.StickyAssignor"

test_short_name_in_java if {
	rule.report == {{
		"at": "partition.assignment.strategy",
		"message": `partition.assignment.strategy with "cooperative-sticky": the client refuses to start, as Java clients take the name of a class; set org.apache.kafka.clients.consumer.CooperativeStickyAssignor`,
	}} with input as consumer("java", "cooperative-sticky")
}

test_class_in_librdkafka if {
	rule.report == {{
		"at": "partition.assignment.strategy",
		"message": `partition.assignment.strategy with "org.apache.kafka.clients.consumer.StickyAssignor": the client refuses to start, as librdkafka takes range, roundrobin and cooperative-sticky, with no blank behind`,
	}} with input as consumer("librdkafka", sticky)
}

test_mixed_in_librdkafka if {
	count(rule.report) == 1 with input as consumer("librdkafka", "range, cooperative-sticky")
	rule.report == set() with input as consumer("librdkafka", "range,roundrobin")
}

test_empty_element if count(rule.report) == 1 with input as consumer("java", concat("", [sticky, ","]))

test_twice if {
	list := concat(",", [sticky, sticky])
	count(rule.report) == 1 with input as consumer("java", list)
	rule.report == set() with input as consumer("java", list) with input.versions.client.version as [4, 2]
	rule.report == set() with input as consumer("java", list) with input.versions.client.version as [3, 0]
}

test_taken if {
	rule.report == set() with input as consumer("java", sticky)
	rule.report == set() with input as consumer("java", "com.example.RackAssignor")
	rule.report == set() with input as consumer("java", "")
	rule.report == set() with input as consumer("sarama", "range")
}

test_brokers_assign if {
	rule.report == set() with input as consumer("java", "range") with input.values["group.protocol"] as "CONSUMER"
}

test_librdkafka_keeps_blanks if {
	every list in ["range ", "range ,roundrobin", "range,\troundrobin", ",", "range, ", "range,,"] {
		count(rule.report) == 1 with input as consumer("librdkafka", list)
	}
	every list in [" range", "range, roundrobin", ",range", "range,", "range,,roundrobin", "", " "] {
		rule.report == set() with input as consumer("librdkafka", list)
	}
}

test_producer if {
	count(rule.report) == 1 with input as consumer("librdkafka", "sticky") with input.kind as "producer"
	rule.report == set() with input as consumer("java", "sticky") with input.kind as "producer"
}
