package kcfglint.rules.security.tls_keys_without_tls_test

import data.kcfglint.rules.security.tls_keys_without_tls as rule

setting(key) := {"written": key, "value": "/etc/kafka/file", "line": 3, "from_default": false}

client := {
	"kind": "producer",
	"values": {"security.protocol": "SASL_PLAINTEXT", "ssl.truststore.location": "/etc/kafka/ca.p12"},
	"state": {
		"security.protocol": "explicit", "ssl.truststore.location": "explicit",
		"ssl.keystore.location": "absent", "ssl.ca.location": "absent",
	},
	"settings": {
		"security.protocol": {"written": "security.protocol", "value": "sasl_plaintext", "line": 2, "from_default": false},
		"ssl.truststore.location": setting("ssl.truststore.location"),
	},
}

test_without if {
	rule.report == {{
		"at": "ssl.truststore.location",
		"message": `ssl.truststore.location is set, but security.protocol="sasl_plaintext" (line 2) does not encrypt: the certificates are never read; set SASL_SSL`,
		"related": [{"at": "security.protocol", "message": "the protocol is chosen here"}],
	}} with input as client
}

test_left_out if {
	rule.report == {{
		"at": "ssl.truststore.location",
		"confidence": "likely",
		"message": "ssl.truststore.location is set, but security.protocol is not and defaults to PLAINTEXT, which does not encrypt: the certificates are never read; set security.protocol=SSL",
	}} with input as client
		with input.values["security.protocol"] as "PLAINTEXT"
		with input.state["security.protocol"] as "default"
		with input.state["bootstrap.servers"] as "explicit"
}

test_each_key if {
	every at in ["ssl.keystore.location", "ssl.ca.location"] {
		{f.at | some f in rule.report} == {at} with input as object.union(client, {
			"state": {"ssl.truststore.location": "absent", at: "inherited"},
			"values": {at: "/etc/kafka/file"},
			"settings": {at: setting(at)},
		})
	}
}

test_encrypted if {
	every protocol in ["SSL", "sasl_ssl"] {
		rule.report == set() with input as client with input.values["security.protocol"] as protocol
	}
}

test_unknown if {
	rule.report == set() with input as client with input.state["security.protocol"] as "unknown"
	rule.report == set() with input as client with input.state["ssl.truststore.location"] as "unknown"
}

test_empty if rule.report == set() with input as client with input.values["ssl.truststore.location"] as ""

worker(listeners) := object.union(client, {"kind": "connect-worker", "settings": {"listeners": {
	"written": "listeners",
	"value": listeners,
	"line": 5,
	"from_default": false,
}}})

test_rest_of_a_worker if {
	rule.report == set() with input as worker("HTTPS://:8443")
	count(rule.report) == 1 with input as worker("http://:8083")
}

test_part_of_a_configuration if {
	every servers in ["absent", "default", "unknown"] {
		rule.report == set() with input as client
			with input.values["security.protocol"] as "PLAINTEXT"
			with input.state["security.protocol"] as "default"
			with input.state["bootstrap.servers"] as servers
	}
}
