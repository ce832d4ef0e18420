package kcfglint.rules.catalog.unknown_key_test

import data.kcfglint.rules.catalog.unknown_key as rule

consumer(issue) := {
	"kind": "consumer",
	"client": {"name": "java"},
	"settings": {"max.pol.records": {
		"written": "max.pol.records",
		"value": "200",
		"line": 4,
		"from_default": false,
		"issues": [issue],
	}},
}

issue := {"code": "unknown-key", "suggestion": "max.poll.records", "refused": false}

test_ignored if {
	rule.report == {{
		"at": {"key": "max.pol.records", "part": "key"},
		"message": "max.pol.records is no setting here: Kafka ignores it, and what it is meant for keeps its default; did you mean max.poll.records",
	}} with input as consumer(issue)
}

test_refused if {
	refused := object.union(issue, {"refused": true})
	rule.report == {{
		"at": {"key": "max.pol.records", "part": "key"},
		"severity": "error",
		"confidence": "certain",
		"consequence": "startup-failure",
		"message": "max.pol.records is no setting here, and librdkafka refuses what it does not know; did you mean max.poll.records",
	}} with input as consumer(refused) with input.client.name as "librdkafka"
}

test_readers if {
	cases := {
		"flink-table": "Flink", "broker": "the broker", "topic": "the broker",
		"sink-connector": "Kafka Connect", "streams": "Kafka", "consumer": "Kafka",
	}
	every kind, reader in cases {
		rule.reader == reader with input.kind as kind with input.client.name as "java"
	}
}

test_other_issues if rule.report == set() with input as consumer({"code": "invalid", "expected": "a number"})

test_unsupported if {
	setting := {
		"written": "json.ignore-parse-errors", "value": "true", "line": 6, "from_default": false,
		"issues": [{"code": "unsupported", "connector": "kafka", "suggestion": "csv.ignore-parse-errors"}],
	}
	rule.report == {{
		"at": {"key": "json.ignore-parse-errors", "part": "key"},
		"severity": "error",
		"confidence": "certain",
		"consequence": "startup-failure",
		"message": `json.ignore-parse-errors is no option of connector "kafka" here, nor of the formats that the table names: Flink refuses the table; did you mean csv.ignore-parse-errors`,
	}} with input.settings as {"json.ignore-parse-errors": setting}
}

test_of_the_java_clients if {
	of_java := {"code": "other-client", "refused": true}
	rule.report == {{
		"at": {"key": "max.pol.records", "part": "key"},
		"severity": "error",
		"confidence": "certain",
		"consequence": "startup-failure",
		"message": "max.pol.records is a setting of the Java clients, and librdkafka refuses what it does not know; remove it",
	}} with input as consumer(of_java) with input.client.name as "librdkafka"
}
