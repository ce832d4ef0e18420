package kcfglint.rules.security.tls_name_empty_test

import data.kcfglint.rules.security.tls_name_empty as rule

setting(key, value) := {"written": key, "value": value, "line": 3, "from_default": false}

client(key, value) := {
	"kind": "producer",
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"security.protocol": "SSL"},
	"state": object.union(
		{name: "absent" |
			some name in [
				"ssl.engine.factory.class", "@ssl.bundle", "ssl.provider", "ssl.protocol", "ssl.keymanager.algorithm",
				"ssl.trustmanager.algorithm", "ssl.secure.random.implementation",
			]
		},
		{key: "explicit"},
	),
	"settings": {key: setting(key, value)},
}

test_empty if {
	rule.report == {{
		"at": "ssl.provider",
		"message": `ssl.provider="": the client refuses to start, as nothing in Java has an empty name; remove it for the default`,
	}} with input as client("ssl.provider", " ")
	every key in ["ssl.protocol", "ssl.keymanager.algorithm", "ssl.trustmanager.algorithm", "ssl.secure.random.implementation"] {
		{f.at | some f in rule.report} == {key} with input as client(key, "")
	}
}

test_named if count(rule.report) == 0 with input as client("ssl.provider", "SunJSSE")

test_without_tls if {
	count(rule.report) == 0 with input as client("ssl.provider", "") with input.values["security.protocol"] as "PLAINTEXT"
}

test_key_managers_of_old_clients if {
	count(rule.report) == 0 with input as client("ssl.keymanager.algorithm", "") with input.versions.client.version as [2, 4]
	count(rule.report) == 1 with input as client("ssl.keymanager.algorithm", "")
		with input.versions.client.version as [2, 4]
		with input.settings["ssl.keystore.location"] as setting("ssl.keystore.location", "/etc/kafka/client.jks")
}
