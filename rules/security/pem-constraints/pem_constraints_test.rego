package kcfglint.rules.security.pem_constraints_test

import data.kcfglint.rules.security.pem_constraints as rule

setting(key, value, line) := {"written": key, "value": value, "line": line, "from_default": false}

client(keys) := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"security.protocol": "SSL", "ssl.keystore.type": "PEM", "ssl.truststore.type": "PEM"},
	"state": object.union(
		{key: "absent" | some key in ["ssl.engine.factory.class", "@ssl.bundle", "ssl.keystore.key", "ssl.keystore.certificate.chain"]},
		{key: "explicit" | some key in keys},
	),
	"settings": {key: setting(key, "", 3) | some key in keys},
}

pair := ["ssl.keystore.key", "ssl.keystore.certificate.chain"]

test_type if {
	rule.report == {{
		"at": "ssl.keystore.key",
		"message": `ssl.keystore.key: the client refuses to start, as ssl.keystore.type is "JKS"; set PEM`,
	}} with input as client(pair) with input.values["ssl.keystore.type"] as "JKS"
	{f.at | some f in rule.report} == {"ssl.truststore.certificates"} with input as client(["ssl.truststore.certificates"])
		with input.values["ssl.truststore.type"] as "JKS"
}

test_one_of_two if {
	{f.at | some f in rule.report} == {"ssl.keystore.key"} with input as client(["ssl.keystore.key"])
	{f.at | some f in rule.report} == {"ssl.keystore.certificate.chain"} with input as client(["ssl.keystore.certificate.chain"])
}

test_too_much if {
	{f.at | some f in rule.report} == {"ssl.keystore.location"} with input as client(array.concat(pair, ["ssl.keystore.location"]))
	{f.at | some f in rule.report} == {"ssl.keystore.password"} with input as client(array.concat(pair, ["ssl.keystore.password"]))
	{f.at | some f in rule.report} == {"ssl.keystore.password"} with input as client(["ssl.keystore.location", "ssl.keystore.password"])
	{f.at | some f in rule.report} == {"ssl.truststore.password"} with input as client(["ssl.truststore.location", "ssl.truststore.password"])
	{f.at | some f in rule.report} == {"ssl.truststore.password"} with input as client(["ssl.truststore.certificates", "ssl.truststore.password"])
	{f.at | some f in rule.report} == {"ssl.truststore.location"} with input as client(["ssl.truststore.certificates", "ssl.truststore.location"])
}

test_complete if {
	rule.report == set() with input as client(array.concat(pair, ["ssl.truststore.certificates"]))
	rule.report == set() with input as client(["ssl.keystore.location", "ssl.truststore.location"])
}

test_not_read if {
	rule.report == set() with input as client(["ssl.keystore.key"]) with input.values["security.protocol"] as "PLAINTEXT"
	rule.report == set() with input as client(["ssl.keystore.key"]) with input.versions.client.version as [2, 6]
}
