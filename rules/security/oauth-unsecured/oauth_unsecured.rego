# METADATA
# title: tokens that nobody has signed
# description: |
#   With unsecuredLogin... options in sasl.jaas.config and no callback handler, Kafka makes the client's token itself, and librdkafka
#   does with enable.sasl.oauthbearer.unsecure.jwt=true. Such a token is not signed: it only works with brokers that
#   believe what any client says of itself. It is made for tests. Fetch tokens from the authorization server with
#   sasl.login.callback.handler.class and sasl.oauthbearer.token.endpoint.url.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#security_sasl_oauthbearer
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
# custom:
#   id: KX017
#   severities: [error]
#   confidence: certain
#   consequence: security
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror]
#   remediation: Fetch tokens with sasl.login.callback.handler.class and sasl.oauthbearer.token.endpoint.url.
#   since: "0.2.0"
package kcfglint.rules.security.oauth_unsecured

# OAuthBearerUnsecuredLoginCallbackHandler, which is the default.
report contains finding if {
	input.client.name == "java"
	asked_for
	unsecured
	input.state["sasl.login.callback.handler.class"] in {"absent", "default"}
	finding := {
		"at": "sasl.jaas.config",
		"message": "sasl.jaas.config has the client make its own, unsigned token: brokers that take it believe what any client says of itself; set sasl.login.callback.handler.class and sasl.oauthbearer.token.endpoint.url",
	}
}

report contains finding if {
	input.client.name == "librdkafka"
	asked_for
	input.values["enable.sasl.oauthbearer.unsecure.jwt"] == true
	finding := {
		"at": "enable.sasl.oauthbearer.unsecure.jwt",
		"message": `enable.sasl.oauthbearer.unsecure.jwt="true" has the client make its own, unsigned token: brokers that take it believe what any client says of itself; set sasl.oauthbearer.method=oidc and sasl.oauthbearer.token.endpoint.url`,
	}
}

unsecured if {
	some option in input.settings["sasl.jaas.config"].secret.jaas.options
	startswith(option, "unsecuredLogin")
}

asked_for if {
	upper(input.values["security.protocol"]) in {"SASL_PLAINTEXT", "SASL_SSL"}
	input.values["sasl.mechanism"] == "OAUTHBEARER"
}
