package kcfglint.rules.security.cert_verification_off_test

import data.kcfglint.rules.security.cert_verification_off as rule

client(name, key, text) := {
	"client": {"name": name},
	"values": {key: false, "security.protocol": "ssl"},
	"state": {"security.protocol": "explicit"},
	"settings": {key: {"written": key, "value": text, "line": 2, "from_default": false}},
}

librdkafka := client("librdkafka", "enable.ssl.certificate.verification", "false")

test_librdkafka if {
	rule.report == {{
		"at": "enable.ssl.certificate.verification",
		"message": `enable.ssl.certificate.verification="false": any certificate passes, so anyone on the way can pose as the broker; remove it, and name the brokers' authority in ssl.ca.location`,
	}} with input as librdkafka
}

test_kafka_python if {
	{f.at | some f in rule.report} == {"ssl_check_hostname"} with input as client("kafka-python", "ssl_check_hostname", "False")
}

test_on if rule.report == set() with input as librdkafka with input.values["enable.ssl.certificate.verification"] as true

test_not_encrypted if {
	rule.report == set() with input as librdkafka with input.values["security.protocol"] as "PLAINTEXT"
	count(rule.report) == 1 with input as librdkafka with input.values["security.protocol"] as "PLAINTEXT"
		with input.state["security.protocol"] as "default"
}

test_other_client if rule.report == set() with input as librdkafka with input.client.name as "java"
