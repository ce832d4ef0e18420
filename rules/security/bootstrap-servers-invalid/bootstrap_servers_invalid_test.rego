package kcfglint.rules.security.bootstrap_servers_invalid_test

import data.kcfglint.rules.security.bootstrap_servers_invalid as rule

setting(key, value, line) := {"written": key, "value": value, "line": line, "from_default": false}

client(servers) := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 2], "assumed": false}},
	"state": {"bootstrap.servers": "explicit"},
	"settings": {"bootstrap.servers": setting("bootstrap.servers", servers, 1)},
}

test_no_port if {
	rule.report == {{
		"at": "bootstrap.servers",
		"severity": "error",
		"message": `bootstrap.servers: the client refuses to start, as "kafka-2" is not host:port; write kafka-2:9092`,
	}} with input as client("kafka-1:9092, kafka-2")
}

test_separators if {
	every list in ["a:9092 b:9092", "a:9092;b:9092"] {
		{f.severity | some f in rule.report} == {"error"} with input as client(list)
		{f.severity | some f in rule.report} == {"warning"} with input as client(list) with input.versions.client.version as [3, 9]
	}
}

test_port if {
	count(rule.report) == 1 with input as client("a:65536")
	count(rule.report) == 1 with input as client("a:-1")
	rule.report == set() with input as client("a:0")
}

test_empty if {
	count(rule.report) == 1 with input as client("")
	count(rule.report) == 1 with input as client(",")
	count(rule.report) == 1 with input as client("a:9092,")
	rule.report == set() with input as client("a:9092,") with input.versions.client.version as [4, 1]
}

test_taken if {
	every list in ["a:9092", "PLAINTEXT://a:9092,b:9092", "[::1]:9092", "::1:9092", "a_b.c-d%1:1"] {
		rule.report == set() with input as client(list)
	}
}

test_words_that_are_filled_in if rule.report == set() with input as client("localhost:KAFKA_PORT,BROKERS")

test_placeholder if rule.report == set() with input as client("${HOST}") with input.state["bootstrap.servers"] as "unknown"

production(profile, written, line) := {
	"client": {"name": "java"},
	"owner": "spring",
	"versions": {"client": {"version": [4, 2], "assumed": false}},
	"state": {"bootstrap.servers": "explicit"},
	"settings": {
		"bootstrap.servers": setting(written, "localhost:9092", line),
		"@profile": setting("@profile", profile, 10),
	},
}

test_localhost_in_production if {
	rule.report == {{
		"at": "bootstrap.servers",
		"severity": "warning",
		"consequence": "stall",
		"message": `spring.kafka.bootstrap-servers="localhost:9092" under the profile "prod": the brokers are looked for on the client's own machine; name those of production`,
	}} with input as production("prod", "spring.kafka.bootstrap-servers", 12)
	count(rule.report) == 1 with input as production("prod", "%prod.kafka.bootstrap.servers", 3) with input.owner as "smallrye"
}

test_localhost_elsewhere if {
	rule.report == set() with input as production("local", "spring.kafka.bootstrap-servers", 12)
	rule.report == set() with input as production("prod", "spring.kafka.bootstrap-servers", 3)
	rule.report == set() with input as production("prod", "kafka.bootstrap.servers", 12) with input.owner as "smallrye"
}

test_empty_in_a_program if {
	{f.severity | some f in rule.report} == {"error"} with input as client("")
	rule.report == {{
		"at": "bootstrap.servers",
		"severity": "warning",
		"confidence": "likely",
		"message": "bootstrap.servers is empty: the client refuses to start unless the program fills it in; name the brokers",
	}} with input as client("") with input.code_may_set as true
}

test_commas_are_no_blank if {
	{finding.severity | some finding in rule.report} == {"error"} with input as client(" , ") with input.code_may_set as true
}
