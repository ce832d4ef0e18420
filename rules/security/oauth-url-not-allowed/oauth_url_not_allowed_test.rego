package kcfglint.rules.security.oauth_url_not_allowed_test

import data.kcfglint.rules.security.oauth_url_not_allowed as rule

client := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {
		"security.protocol": "SASL_SSL", "sasl.mechanism": "OAUTHBEARER",
		"sasl.login.callback.handler.class": "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler",
		"sasl.oauthbearer.token.endpoint.url": "https://login.example.com/token",
	},
	"state": {
		"sasl.oauthbearer.jwt.retriever.class": "default", "sasl.oauthbearer.token.endpoint.url": "explicit",
		"sasl.oauthbearer.client.credentials.client.id": "absent", "sasl.oauthbearer.client.credentials.client.secret": "absent",
		"sasl.oauthbearer.assertion.file": "absent", "sasl.oauthbearer.assertion.claim.iss": "absent",
	},
	"settings": {},
}

test_allowed_by_the_jvm_only if {
	rule.report == {{
		"at": "sasl.oauthbearer.token.endpoint.url",
		"severity": "warning",
		"confidence": "likely",
		"message": `sasl.oauthbearer.token.endpoint.url="https://login.example.com/token": clients from 4.0 on refuse to start unless the JVM allows it; set -Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=https://login.example.com/token`,
	}} with input as client
	rule.report == set() with input as client with input.versions.client.version as [3, 9, 1]
}

test_missing if {
	{f.at | some f in rule.report} == {"sasl.login.callback.handler.class"} with input as client
		with input.values as object.remove(client.values, ["sasl.oauthbearer.token.endpoint.url"])
		with input.state["sasl.oauthbearer.token.endpoint.url"] as "absent"
}

test_other_scheme if {
	{f.severity | some f in rule.report} == {"error"} with input as client
		with input.values["sasl.oauthbearer.token.endpoint.url"] as "login.example.com/token"
}

test_http if {
	{f.consequence | some f in rule.report} == {"security"} with input as client
		with input.values["sasl.oauthbearer.token.endpoint.url"] as "http://login.example.com/token"
	{f.severity | some f in rule.report} == {"warning"} with input as client
		with input.values["sasl.oauthbearer.token.endpoint.url"] as "http://keycloak.login.svc:8080/token"
}

test_other_handler if {
	rule.report == set() with input as client with input.values["sasl.login.callback.handler.class"] as "com.example.Handler"
	rule.report == set() with input as client with input.state["sasl.oauthbearer.jwt.retriever.class"] as "explicit"
}

test_file_allowed_by_the_jvm_only if {
	file := {"sasl.oauthbearer.assertion.file": {"written": "sasl.oauthbearer.assertion.file", "value": "/etc/a.jwt", "line": 4, "from_default": false}}
	warned := {
		"at": "sasl.oauthbearer.assertion.file",
		"severity": "warning",
		"confidence": "likely",
		"message": `sasl.oauthbearer.assertion.file="/etc/a.jwt": the client refuses to start unless the JVM allows the file; set -Dorg.apache.kafka.sasl.oauthbearer.allowed.files=/etc/a.jwt`,
	}
	warned in rule.report with input as client
		with input.settings as file
		with input.state["sasl.oauthbearer.assertion.file"] as "explicit"
		with input.versions.client.version as [4, 3]
	not warned in rule.report with input as client
		with input.settings as file
		with input.state["sasl.oauthbearer.assertion.file"] as "explicit"
}
