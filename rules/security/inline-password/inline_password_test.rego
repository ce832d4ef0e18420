package kcfglint.rules.security.inline_password_test

import data.kcfglint.rules.security.inline_password as rule

literal := {"known": true, "empty": false, "reference": false, "sample": false}

setting(key, secret) := {key: {"written": key, "line": 4, "from_default": false, "secret": secret}}

finding(key) := {
	"at": key,
	"severity": severity(key),
	"message": $`{key} stands in the file in plain text, for everyone who can read the file or its history; fetch it from the environment or a config provider and change it`,
}

severity(key) := "error" if not key in {"ssl.truststore.password", "schema.registry.ssl.truststore.password"}

severity(key) := "warning" if key in {"ssl.truststore.password", "schema.registry.ssl.truststore.password"}

keys := {
	"ssl.keystore.password", "ssl.key.password", "ssl.truststore.password", "ssl.keystore.key", "ssl.key.pem",
	"sasl.password", "sasl.oauthbearer.client.secret", "sasl.oauthbearer.client.credentials.client.secret",
	"sasl.oauthbearer.assertion.private.key.passphrase", "basic.auth.user.info",
	"schema.registry.basic.auth.user.info", "schema.registry.ssl.keystore.password",
	"schema.registry.ssl.truststore.password", "schema.registry.ssl.key.password",
	"listener.name.internal.ssl.keystore.password", "confluent.metrics.reporter.ssl.key.password",
}

test_each_key if {
	every key in keys {
		rule.report == {finding(key)} with input as {"settings": setting(key, literal)}
	}
}

test_two_passwords if {
	rule.report == {finding("ssl.key.password"), finding("ssl.keystore.password")} with input as {"settings": object.union(
		setting("ssl.key.password", literal),
		setting("ssl.keystore.password", literal),
	)}
}

test_fetched_empty_or_a_sample if {
	every change in [{"known": false}, {"reference": true}, {"empty": true}, {"sample": true}] {
		rule.report == set() with input as {"settings": setting("ssl.key.password", object.union(literal, change))}
	}
}

test_public_certificate if {
	rule.report == set() with input as {"settings": setting("ssl.truststore.certificates", literal)}
}

test_told_of_the_client if {
	rule.report == set() with input as {"kind": "connect-worker", "settings": setting("producer.ssl.key.password", literal)}
}

test_prefix_of_no_framework if {
	rule.report == {finding("producer.ssl.key.password")} with input as {"kind": "admin", "settings": setting("producer.ssl.key.password", literal)}
}

test_other_software if {
	rule.report == set() with input as {"kind": "admin", "settings": setting("mds.password", literal)}
}

of_flink(key) := {
	"at": key,
	"severity": "error",
	"message": $`{key} stands in the file in plain text, for everyone who can read the file or its history; fetch it from the environment or a mounted secret and change it`,
}

test_flink_file_system if {
	rule.report == {of_flink("s3.secret-key")} with input as {"kind": "flink-cluster", "settings": setting("s3.secret-key", literal)}
}

test_flink_table if {
	rule.report == {of_flink("password")} with input as {"kind": "flink-table", "settings": setting("password", literal)}
}

test_told_of_the_client_of_a_table if {
	every key in ["properties.ssl.key.password", "properties.sasl.jaas.config"] {
		rule.report == set() with input as {"kind": "flink-table", "settings": setting(key, literal)}
	}
}
