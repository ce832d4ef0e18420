package kcfglint.rules.security.sasl_keys_without_sasl_test

import data.kcfglint.rules.security.sasl_keys_without_sasl as rule

secret := {"known": true, "empty": false, "reference": false, "sample": false}

client(key, classified) := {
	"values": {"security.protocol": "SSL"},
	"state": {"security.protocol": "explicit", "sasl.username": "absent"},
	"settings": {
		"security.protocol": {"written": "security.protocol", "value": "ssl", "line": 2, "from_default": false},
		key: {"written": key, "line": 3, "from_default": false, "secret": classified},
	},
}

test_without if {
	rule.report == {{
		"at": "sasl.jaas.config",
		"message": `sasl.jaas.config is set, but security.protocol="ssl" (line 2) uses no SASL: the client does not log in; set SASL_SSL, or remove the credentials`,
		"related": [{"at": "security.protocol", "message": "the protocol is chosen here"}],
	}} with input as client("sasl.jaas.config", secret)
	count(rule.report) == 1 with input as client("sasl.password", secret)
}

test_left_out if {
	rule.report == {{
		"at": "sasl.jaas.config",
		"confidence": "likely",
		"message": "sasl.jaas.config is set, but security.protocol is not and defaults to PLAINTEXT, which uses no SASL: the client does not log in; set security.protocol=SASL_SSL",
	}} with input as client("sasl.jaas.config", secret)
		with input.values["security.protocol"] as "PLAINTEXT"
		with input.state["security.protocol"] as "default"
		with input.state["bootstrap.servers"] as "explicit"
}

test_user_name_only if {
	{f.at | some f in rule.report} == {"sasl.username"} with input as object.union(client("ssl.key.password", secret), {
		"values": {"sasl.username": "orders"},
		"state": {"sasl.username": "explicit"},
		"settings": {"sasl.username": {"written": "sasl.username", "value": "orders", "line": 4, "from_default": false}},
	})
}

test_sasl if {
	every protocol in ["SASL_SSL", "sasl_plaintext"] {
		rule.report == set() with input as client("sasl.jaas.config", secret) with input.values["security.protocol"] as protocol
	}
}

test_unknown if {
	rule.report == set() with input as client("sasl.jaas.config", secret) with input.state["security.protocol"] as "unknown"
}

test_empty_or_a_sample if {
	every change in [{"empty": true}, {"sample": true}] {
		rule.report == set() with input as client("sasl.jaas.config", object.union(secret, change))
	}
}

test_no_credentials if rule.report == set() with input as client("ssl.key.password", secret)

test_part_of_a_configuration if {
	every servers in ["absent", "default", "unknown"] {
		rule.report == set() with input as client("sasl.jaas.config", secret)
			with input.values["security.protocol"] as "PLAINTEXT"
			with input.state["security.protocol"] as "default"
			with input.state["bootstrap.servers"] as servers
	}
}
