# METADATA
# title: a broker accepts tokens that are meant for somebody else
# description: |
#   Since 4.4 a broker that checks OAuth tokens by the keys of a JWKS endpoint refuses to start unless it is told for
#   whom the tokens must be and who must have issued them, by sasl.oauthbearer.expected.audience and
#   sasl.oauthbearer.expected.issuer, or is told in so many words to accept any. Before, it accepts a token of the
#   same issuer for any other service.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_sasl.oauthbearer.expected.audience
# - ref: https://kafka.apache.org/documentation/#security_sasl_oauthbearer_prod
# custom:
#   id: KB032
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [broker]
#   remediation: Set sasl.oauthbearer.expected.audience and sasl.oauthbearer.expected.issuer.
#   versions: ["broker 4.4"]
#   since: "0.2.0"
package kcfglint.rules.broker.oauth_audience

# BrokerJwtValidator.configure
report contains finding if {
	checks_tokens
	input.state["sasl.oauthbearer.expected.audience"] in {"absent", "default"}
	input.values["sasl.oauthbearer.allow.unverified.audience"] == false
	finding := refused("sasl.oauthbearer.expected.audience")
}

report contains finding if {
	checks_tokens
	input.state["sasl.oauthbearer.expected.issuer"] in {"absent", "default"}
	input.values["sasl.oauthbearer.allow.unverified.issuer"] == false
	finding := refused("sasl.oauthbearer.expected.issuer")
}

checks_tokens if {
	input.versions.broker.version >= [4, 4]
	input.state["sasl.oauthbearer.jwks.endpoint.url"] in {"explicit", "inherited"}
	contains(input.values["sasl.enabled.mechanisms"], "OAUTHBEARER")
}

refused(key) := {
	"at": "sasl.oauthbearer.jwks.endpoint.url",
	"message": $`sasl.oauthbearer.jwks.endpoint.url is set and {key} is not: the broker refuses to start; set it`,
}
