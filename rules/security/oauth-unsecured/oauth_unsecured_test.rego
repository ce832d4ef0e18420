package kcfglint.rules.security.oauth_unsecured_test

import data.kcfglint.rules.security.oauth_unsecured as rule

java := {
	"client": {"name": "java"},
	"values": {"security.protocol": "SASL_SSL", "sasl.mechanism": "OAUTHBEARER"},
	"state": {"sasl.login.callback.handler.class": "default"},
	"settings": {"sasl.jaas.config": {
		"written": "sasl.jaas.config", "line": 3, "from_default": false,
		"secret": {"known": true, "empty": false, "reference": false, "sample": false, "jaas": {"options": ["unsecuredLoginStringClaim_sub"]}},
	}},
}

test_java if {
	rule.report == {{
		"at": "sasl.jaas.config",
		"message": "sasl.jaas.config has the client make its own, unsigned token: brokers that take it believe what any client says of itself; set sasl.login.callback.handler.class and sasl.oauthbearer.token.endpoint.url",
	}} with input as java
}

test_several_claims if {
	count(rule.report) == 1 with input as json.patch(java, [{
		"op": "replace",
		"path": "/settings/sasl.jaas.config/secret/jaas/options",
		"value": ["unsecuredLoginStringClaim_sub", "unsecuredLoginLifetimeSeconds"],
	}])
}

test_fetched if {
	rule.report == set() with input as java with input.state["sasl.login.callback.handler.class"] as "explicit"
	rule.report == set() with input as java with input.state["sasl.login.callback.handler.class"] as "unknown"
}

test_other_mechanism if rule.report == set() with input as java with input.values["sasl.mechanism"] as "PLAIN"

librdkafka := {
	"client": {"name": "librdkafka"},
	"values": {"security.protocol": "sasl_ssl", "sasl.mechanism": "OAUTHBEARER", "enable.sasl.oauthbearer.unsecure.jwt": true},
}

test_librdkafka if {
	{f.at | some f in rule.report} == {"enable.sasl.oauthbearer.unsecure.jwt"} with input as librdkafka
	rule.report == set() with input as librdkafka with input.values["enable.sasl.oauthbearer.unsecure.jwt"] as false
}
