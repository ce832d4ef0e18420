package kcfglint.rules.security.jaas_mechanism_mismatch_test

import data.kcfglint.rules.security.jaas_mechanism_mismatch as rule

kafka := "org.apache.kafka.common.security."

plain := $`{kafka}plain.PlainLoginModule`

scram := $`{kafka}scram.ScramLoginModule`

oauth := $`{kafka}oauthbearer.OAuthBearerLoginModule`

kerberos := "com.sun.security.auth.module.Krb5LoginModule"

client(module, mechanism) := {
	"client": {"name": "java"},
	"values": {"security.protocol": "SASL_SSL", "sasl.mechanism": mechanism},
	"state": {
		"sasl.login.class": "default", "sasl.login.callback.handler.class": "default",
		"sasl.kerberos.service.name": "absent",
	},
	"settings": {
		"sasl.mechanism": {"written": "sasl.mechanism", "value": mechanism, "line": 2, "from_default": false},
		"sasl.jaas.config": {
			"written": "sasl.jaas.config", "line": 3, "from_default": false,
			"secret": {"known": true, "empty": false, "reference": false, "sample": false, "jaas": {
				"module": module, "read": true, "flaw": "", "modules": 1, "options": ["username", "password"],
			}},
		},
	},
}

test_mismatch if {
	rule.report == {{
		"at": "sasl.jaas.config",
		"message": `the PlainLoginModule in sasl.jaas.config does not serve sasl.mechanism="SCRAM-SHA-512" (line 2): no connection passes the login; set sasl.mechanism=PLAIN, or the login module of SCRAM-SHA-512`,
		"related": [{"at": "sasl.mechanism", "message": "the mechanism is chosen here"}],
	}} with input as client(plain, "SCRAM-SHA-512")
}

test_each if {
	every pair in [
		[plain, "OAUTHBEARER"], [scram, "OAUTHBEARER"], [kerberos, "PLAIN"], [kerberos, "SCRAM-SHA-256"],
	] {
		count(rule.report) == 1 with input as client(pair[0], pair[1])
	}
}

test_token_without_handler if {
	{f.consequence | some f in rule.report} == {"startup-failure"} with input as client(oauth, "PLAIN")
	{f | some f in rule.report; f.consequence} == set() with input as client(oauth, "PLAIN") with input.state["sasl.login.callback.handler.class"] as "explicit"
	count(rule.report) == 1 with input as client(oauth, "PLAIN") with input.state["sasl.login.callback.handler.class"] as "explicit"
}

test_match if {
	every pair in [
		[plain, "PLAIN"], [scram, "SCRAM-SHA-256"], [scram, "SCRAM-SHA-512"], [scram, "PLAIN"], [oauth, "OAUTHBEARER"],
		[kerberos, "GSSAPI"],
	] {
		rule.report == set() with input as client(pair[0], pair[1])
	}
}

test_others if {
	rule.report == set() with input as client("software.amazon.msk.auth.iam.IAMLoginModule", "AWS_MSK_IAM")
	rule.report == set() with input as client("com.example.LoginModule", "PLAIN")
	rule.report == set() with input as client(plain, "AWS_MSK_IAM")
}

test_kerberos_by_default if {
	rule.report == set() with input as client(plain, "GSSAPI")
	{f.message | some f in rule.report} == {`the PlainLoginModule in sasl.jaas.config does not serve sasl.mechanism="GSSAPI" (line 2): no connection passes the login; set sasl.mechanism=PLAIN, or the login module of GSSAPI`} with input as client(plain, "GSSAPI")
		with input.state["sasl.kerberos.service.name"] as "explicit"
}

test_not_read if {
	rule.report == set() with input as client(plain, "OAUTHBEARER") with input.values["security.protocol"] as "SSL"
	rule.report == set() with input as client(plain, "OAUTHBEARER") with input.state["sasl.login.class"] as "explicit"
}
