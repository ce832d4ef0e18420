package kcfglint.rules.security.sample_secrets_test

import data.kcfglint.rules.security.sample_secrets as rule

component(key, published) := {
	"kind": "producer",
	"settings": {key: {
		"written": key, "line": 4, "from_default": false,
		"secret": {"known": true, "empty": false, "reference": false, "sample": false, "published": published},
	}},
}

test_published if {
	rule.report == {{
		"at": "ssl.keystore.password",
		"message": "ssl.keystore.password holds a password that documentation publishes, and anyone can guess; choose another one and fetch it from the environment or a secret store",
	}} with input as component("ssl.keystore.password", true)
	every key in ["sasl.jaas.config", "sasl.password", "listener.name.internal.plain.sasl.jaas.config", "s3.secret-key"] {
		count(rule.report) == 1 with input as component(key, true)
	}
}

test_own if rule.report == set() with input as component("ssl.keystore.password", false)

test_public_certificates if rule.report == set() with input as component("ssl.truststore.password", true)

test_told_of_the_client if {
	rule.report == set() with input as component("producer.ssl.key.password", true) with input.kind as "connect-worker"
}
