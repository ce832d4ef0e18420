# METADATA
# title: OAUTHBEARER lacks the id or the secret of the client
# description: |
#   To fetch a token over the network, the client needs the id and the secret that it has at the identity provider: the
#   options clientId and clientSecret in sasl.jaas.config, or from 4.1 on sasl.oauthbearer.client.credentials.client.id
#   and sasl.oauthbearer.client.credentials.client.secret. Without them it refuses to start. JwtBearerJwtRetriever, and
#   clients from 4.3 on in any case, can show an assertion instead, from a file or signed with the key in one. librdkafka
#   refuses to start under sasl.oauthbearer.method=oidc without the id, the secret or the URL of the tokens.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_sasl.oauthbearer.client.credentials.client.id
# - ref: https://kafka.apache.org/documentation/#security_sasl_oauthbearer
# custom:
#   id: KX019
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror]
#   remediation: Set the id and the secret of the client.
#   versions: ["4.1", "4.3"]
#   since: "0.1.0"
package kcfglint.rules.security.oauth_credentials_incomplete

import data.kcfglint.lib.connections

# ClientCredentialsRequestFormatterFactory, and AccessTokenRetrieverFactory before 4.1.
report contains finding if {
	fetches
	not "clientId" in jaas.options
	no_id
	finding := incomplete("clientId")
}

report contains finding if {
	fetches
	not "clientSecret" in jaas.options
	no_secret
	finding := incomplete("clientSecret")
}

# The key itself counts before the option in sasl.jaas.config.
report contains finding if {
	asks
	some key in blank
	finding := connections.judged({
		"at": key,
		"message": $`{key} is empty: the client refuses to start, as it cannot ask for a token; set it`,
		"related": [{"at": "sasl.oauthbearer.token.endpoint.url", "message": "tokens come from here"}],
	})
}

blank contains "sasl.oauthbearer.client.credentials.client.id" if {
	trim_space(input.values["sasl.oauthbearer.client.credentials.client.id"]) == ""
}

blank contains "sasl.oauthbearer.client.credentials.client.secret" if {
	input.settings["sasl.oauthbearer.client.credentials.client.secret"].secret.empty
}

# AssertionSupplierFactory, and JwtBearerJwtRetriever.configure before 4.3.
report contains finding if {
	handled
	input.values["sasl.oauthbearer.jwt.retriever.class"] == "org.apache.kafka.common.security.oauthbearer.JwtBearerJwtRetriever"
	input.versions.client.version >= [4, 1]
	no_assertion
	no_private_key
	finding := connections.judged({
		"at": "sasl.oauthbearer.jwt.retriever.class",
		"message": "JwtBearerJwtRetriever without sasl.oauthbearer.assertion.file and sasl.oauthbearer.assertion.private.key.file: the client refuses to start; set one of the two",
		"related": [{"at": "sasl.oauthbearer.assertion.private.key.file", "message": "sasl.oauthbearer.assertion.private.key.file is not set"}],
	})
}

report contains finding if {
	oauth
	over_network
	signed
	no_assertion
	no_private_key
	finding := connections.judged({
		"at": "sasl.oauthbearer.assertion.claim.iss",
		"message": "sasl.oauthbearer.assertion.claim.iss without sasl.oauthbearer.assertion.private.key.file: the client refuses to start, as it cannot sign its assertion; set the file of the key",
		"related": [{"at": "sasl.oauthbearer.assertion.private.key.file", "message": "sasl.oauthbearer.assertion.private.key.file is not set"}],
	})
}

no_assertion if input.state["sasl.oauthbearer.assertion.file"] in {"absent", "default"}

no_assertion if trim_space(input.settings["sasl.oauthbearer.assertion.file"].value) == ""

no_private_key if input.state["sasl.oauthbearer.assertion.private.key.file"] in {"absent", "default"}

no_private_key if trim_space(input.settings["sasl.oauthbearer.assertion.private.key.file"].value) == ""

# rd_kafka_conf_finalize_oauthbearer_oidc, whatever the protocol.
report contains finding if {
	oidc
	some key, name in lacking
	finding := {
		"at": key,
		"message": $`sasl.oauthbearer.method="oidc" without {name}: librdkafka refuses to start, as it cannot ask for a token; set {name}`,
		"related": [{"at": "sasl.oauthbearer.method", "message": "tokens are to be fetched"}],
	}
}

# Other grants, and the identities of a cloud, need other settings.
oidc if {
	input.client.name == "librdkafka"
	upper(input.values["sasl.mechanism"]) == "OAUTHBEARER"
	input.values["sasl.oauthbearer.method"] == "oidc"
	input.state["sasl.oauthbearer.grant.type"] in {"absent", "default"}
	input.state["sasl.oauthbearer.metadata.authentication.type"] in {"absent", "default"}
}

lacking["sasl.oauthbearer.client.credentials.client.id"] := "sasl.oauthbearer.client.id" if {
	input.state["sasl.oauthbearer.client.credentials.client.id"] in {"absent", "default"}
}

lacking["sasl.oauthbearer.client.credentials.client.secret"] := "sasl.oauthbearer.client.secret" if {
	input.state["sasl.oauthbearer.client.credentials.client.secret"] in {"absent", "default"}
}

lacking["sasl.oauthbearer.token.endpoint.url"] := "sasl.oauthbearer.token.endpoint.url" if {
	input.state["sasl.oauthbearer.token.endpoint.url"] in {"absent", "default"}
}

fetches if {
	oauth
	over_network
	not asserted
	jaas.read
	jaas.flaw == ""
	jaas.modules == 1
}

asks if {
	oauth
	over_network
	not asserted
	input.versions.client.version >= [4, 1]
}

over_network if regex.match(`(?i)^https?:`, trim_space(input.values["sasl.oauthbearer.token.endpoint.url"]))

jaas := input.settings["sasl.jaas.config"].secret.jaas

# ClientCredentialsRequestFormatterFactory: older clients pass the assertion over here.
asserted if {
	input.versions.client.version >= [4, 3]
	input.state["sasl.oauthbearer.assertion.file"] in {"explicit", "inherited", "unknown"}
	trim_space(input.settings["sasl.oauthbearer.assertion.file"].value) != ""
}

asserted if signed

signed if {
	input.versions.client.version >= [4, 3]
	input.state["sasl.oauthbearer.assertion.claim.iss"] in {"explicit", "inherited", "unknown"}
}

no_id if input.state["sasl.oauthbearer.client.credentials.client.id"] in {"absent", "default"}

no_id if input.versions.client.version < [4, 1]

no_secret if input.state["sasl.oauthbearer.client.credentials.client.secret"] in {"absent", "default"}

no_secret if input.versions.client.version < [4, 1]

# Kafka's own retrievers of tokens that show credentials, and its own handler, which has two names.
oauth if {
	handled
	not input.state["sasl.oauthbearer.jwt.retriever.class"] in {"explicit", "inherited", "unknown", "invalid"}
}

oauth if {
	handled
	input.values["sasl.oauthbearer.jwt.retriever.class"] in {
		"org.apache.kafka.common.security.oauthbearer.ClientCredentialsJwtRetriever",
		"org.apache.kafka.common.security.oauthbearer.DefaultJwtRetriever",
	}
}

handled if {
	input.client.name == "java"
	upper(input.values["security.protocol"]) in {"SASL_PLAINTEXT", "SASL_SSL"}
	input.values["sasl.mechanism"] == "OAUTHBEARER"
	input.values["sasl.login.callback.handler.class"] in {
		"org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler",
		"org.apache.kafka.common.security.oauthbearer.secured.OAuthBearerLoginCallbackHandler",
	}
}

incomplete(option) := connections.judged({
	"at": "sasl.jaas.config",
	"message": $`sasl.jaas.config without {option}: the client refuses to start, as it cannot ask for a token; set {option}`,
	"related": [{"at": "sasl.oauthbearer.token.endpoint.url", "message": "tokens come from here"}],
})
