package kcfglint.rules.security.store_pairing_test

import data.kcfglint.rules.security.store_pairing as rule

setting(key, value, line) := {"written": key, "value": value, "line": line, "from_default": false}

client := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"security.protocol": "ssl", "ssl.keystore.type": "JKS"},
	"state": absent,
	"settings": {},
}

absent[key] := "absent" if {
	some key in [
		"ssl.engine.factory.class", "@ssl.bundle", "ssl.keystore.location", "ssl.keystore.password", "ssl.key.password",
		"ssl.keystore.key", "ssl.keystore.certificate.chain", "ssl.truststore.location", "ssl.truststore.password",
		"ssl.truststore.certificates",
	]
}

location := {"ssl.keystore.location": setting("ssl.keystore.location", "/etc/kafka/client.jks", 3)}

password(key) := {key: {"written": key, "line": 3, "from_default": false}}

test_location_only if {
	rule.report == {{
		"at": "ssl.keystore.location",
		"message": "ssl.keystore.location without ssl.keystore.password: the client refuses to start; set ssl.keystore.password or remove ssl.keystore.location",
		"related": [{"at": "ssl.keystore.password", "message": "ssl.keystore.password is not set"}],
	}} with input as client
		with input.settings as location
		with input.state["ssl.keystore.location"] as "explicit"
}

test_password_only if {
	{f.at | some f in rule.report} == {"ssl.keystore.password"} with input as client
		with input.settings as password("ssl.keystore.password")
		with input.state["ssl.keystore.password"] as "unknown"
	{f.at | some f in rule.report} == {"ssl.truststore.password"} with input as client
		with input.settings as password("ssl.truststore.password")
		with input.state["ssl.truststore.password"] as "explicit"
}

test_pem if {
	rule.report == set() with input as client
		with input.settings as location
		with input.values["ssl.keystore.type"] as "PEM"
	{f.message | some f in rule.report} == {"ssl.keystore.location without ssl.key.password: the client refuses to start; set ssl.key.password or remove ssl.keystore.location"} with input as client
		with input.settings as location
		with input.values["ssl.keystore.type"] as "PEM"
		with input.versions.client.version as [3, 2]
}

test_both if {
	rule.report == set() with input as client
		with input.settings as object.union(location, password("ssl.keystore.password"))
		with input.state["ssl.keystore.location"] as "explicit"
		with input.state["ssl.keystore.password"] as "unknown"
}

test_not_read if {
	rule.report == set() with input as client with input.settings as location with input.values["security.protocol"] as "PLAINTEXT"
	rule.report == set() with input as client with input.settings as location with input.state["ssl.engine.factory.class"] as "explicit"
	rule.report == set() with input as client with input.settings as location with input.state["@ssl.bundle"] as "explicit"
	rule.report == set() with input as client with input.settings as location with input.state["ssl.keystore.password"] as "unknown"
}

test_librdkafka if {
	{f.at | some f in rule.report} == {"ssl.keystore.location"} with input as client
		with input.settings as location
		with input.client.name as "librdkafka"
		with input.values["security.protocol"] as "plaintext"
	rule.report == set() with input as client
		with input.settings as {"ssl.keystore.location": setting("ssl.keystore.location", "", 3)}
		with input.client.name as "librdkafka"
}

test_librdkafka_https if {
	both := object.union(client, {"client": {"name": "librdkafka"}, "state": {"https.ca.location": "explicit", "https.ca.pem": "inherited"}})
	{f.at | some f in rule.report} == {"https.ca.location"} with input as both
	rule.report == set() with input as both with input.state["https.ca.pem"] as "absent"
}
