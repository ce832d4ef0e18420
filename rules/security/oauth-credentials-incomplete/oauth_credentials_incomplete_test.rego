package kcfglint.rules.security.oauth_credentials_incomplete_test

import data.kcfglint.rules.security.oauth_credentials_incomplete as rule

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

config(options) := {"sasl.jaas.config": {
	"written": "sasl.jaas.config",
	"line": 3,
	"from_default": false,
	"secret": {"known": true, "jaas": {"read": true, "flaw": "", "modules": 1, "options": options}},
}}

test_no_secret if {
	rule.report == {{
		"at": "sasl.jaas.config",
		"message": "sasl.jaas.config without clientSecret: the client refuses to start, as it cannot ask for a token; set clientSecret",
		"related": [{"at": "sasl.oauthbearer.token.endpoint.url", "message": "tokens come from here"}],
	}} with input as client with input.settings as config(["clientId"])
}

test_neither if count(rule.report) == 2 with input as client with input.settings as config([])

test_keys_from_4_1 if {
	rule.report == set() with input as client
		with input.settings as config([])
		with input.state["sasl.oauthbearer.client.credentials.client.id"] as "explicit"
		with input.state["sasl.oauthbearer.client.credentials.client.secret"] as "unknown"
	count(rule.report) == 2 with input as client
		with input.settings as config([])
		with input.state["sasl.oauthbearer.client.credentials.client.id"] as "explicit"
		with input.state["sasl.oauthbearer.client.credentials.client.secret"] as "unknown"
		with input.versions.client.version as [3, 9, 1]
}

test_complete if rule.report == set() with input as client with input.settings as config(["clientId", "clientSecret"])

test_file if {
	rule.report == set() with input as client
		with input.settings as config([])
		with input.values["sasl.oauthbearer.token.endpoint.url"] as "file:///var/run/token"
}

with_settings(more) := object.union(config([]), more)

file := {"sasl.oauthbearer.assertion.file": {"written": "sasl.oauthbearer.assertion.file", "value": "/etc/a.jwt", "line": 4, "from_default": false}}

test_assertion if {
	asserted := json.patch(client, [{"op": "replace", "path": ["state", "sasl.oauthbearer.assertion.file"], "value": "explicit"}])
	rule.report == set() with input as asserted
		with input.settings as with_settings(file)
		with input.versions.client.version as [4, 3]
	count(rule.report) == 2 with input as asserted with input.settings as with_settings(file)
	count(rule.report) == 2 with input as asserted
		with input.settings as with_settings({"sasl.oauthbearer.assertion.file": {"written": "x", "value": " ", "line": 4, "from_default": false}})
		with input.versions.client.version as [4, 3]
}

test_signed if {
	signed := json.patch(client, [
		{"op": "replace", "path": ["versions", "client", "version"], "value": [4, 3]},
		{"op": "replace", "path": ["state", "sasl.oauthbearer.assertion.claim.iss"], "value": "explicit"},
		{"op": "add", "path": ["state", "sasl.oauthbearer.assertion.private.key.file"], "value": "absent"},
		{"op": "replace", "path": ["settings"], "value": config([])},
	])
	{finding.at | some finding in rule.report} == {"sasl.oauthbearer.assertion.claim.iss"} with input as signed
	rule.report == set() with input as signed with input.state["sasl.oauthbearer.assertion.private.key.file"] as "explicit"
}

test_blank_key_counts_before_jaas if {
	{finding.message | some finding in rule.report} == {
		"sasl.oauthbearer.client.credentials.client.id is empty: the client refuses to start, as it cannot ask for a token; set it",
	} with input as client
		with input.settings as config(["clientId", "clientSecret"])
		with input.state["sasl.oauthbearer.client.credentials.client.id"] as "explicit"
		with input.values["sasl.oauthbearer.client.credentials.client.id"] as " "
	rule.report == set() with input as client
		with input.settings as config(["clientId", "clientSecret"])
		with input.state["sasl.oauthbearer.client.credentials.client.id"] as "explicit"
		with input.values["sasl.oauthbearer.client.credentials.client.id"] as " "
		with input.versions.client.version as [4, 0]
}

test_blank_secret if {
	key := "sasl.oauthbearer.client.credentials.client.secret"
	{finding.at | some finding in rule.report} == {key} with input as client
		with input.settings as object.union(config(["clientId", "clientSecret"]), {key: {"written": key, "line": 5, "from_default": false, "secret": {"known": true, "empty": true}}})
		with input.state["sasl.oauthbearer.client.credentials.client.secret"] as "explicit"
}

oidc := {
	"client": {"name": "librdkafka"},
	"versions": {"client": {"version": [2, 11], "assumed": false}},
	"values": {"security.protocol": "sasl_ssl", "sasl.mechanism": "OAUTHBEARER", "sasl.oauthbearer.method": "oidc"},
	"state": {
		"sasl.oauthbearer.grant.type": "default",
		"sasl.oauthbearer.metadata.authentication.type": "absent",
		"sasl.oauthbearer.client.credentials.client.id": "explicit",
		"sasl.oauthbearer.client.credentials.client.secret": "unknown",
		"sasl.oauthbearer.token.endpoint.url": "absent",
	},
	"settings": {},
}

test_librdkafka if {
	{f.message | some f in rule.report} == {
		`sasl.oauthbearer.method="oidc" without sasl.oauthbearer.token.endpoint.url: librdkafka refuses to start, as it cannot ask for a token; set sasl.oauthbearer.token.endpoint.url`,
	} with input as oidc
	count(rule.report) == 2 with input as oidc with input.state["sasl.oauthbearer.client.credentials.client.id"] as "absent"
	rule.report == set() with input as oidc with input.values["sasl.oauthbearer.method"] as "default"
	rule.report == set() with input as oidc with input.state["sasl.oauthbearer.grant.type"] as "explicit"
}

bearer := json.patch(client, [
	{"op": "add", "path": ["state", "sasl.oauthbearer.jwt.retriever.class"], "value": "explicit"},
	{"op": "add", "path": ["state", "sasl.oauthbearer.assertion.private.key.file"], "value": "absent"},
	{"op": "add", "path": ["values", "sasl.oauthbearer.jwt.retriever.class"], "value": "org.apache.kafka.common.security.oauthbearer.JwtBearerJwtRetriever"},
])

test_bearer_without_a_file if {
	{finding.at | some finding in rule.report} == {"sasl.oauthbearer.jwt.retriever.class"} with input as bearer
	{finding.at | some finding in rule.report} == {"sasl.oauthbearer.jwt.retriever.class"} with input as bearer
		with input.state["sasl.oauthbearer.assertion.file"] as "explicit"
		with input.settings["sasl.oauthbearer.assertion.file"] as {"written": "sasl.oauthbearer.assertion.file", "value": " ", "line": 4, "from_default": false}
}

test_bearer_with_a_file if {
	rule.report == set() with input as bearer with input.state["sasl.oauthbearer.assertion.private.key.file"] as "unknown"
	rule.report == set() with input as bearer
		with input.state["sasl.oauthbearer.assertion.file"] as "explicit"
		with input.settings["sasl.oauthbearer.assertion.file"] as {"written": "sasl.oauthbearer.assertion.file", "value": "/etc/a.jwt", "line": 4, "from_default": false}
}
