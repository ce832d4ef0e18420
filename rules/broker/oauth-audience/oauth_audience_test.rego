package kcfglint.rules.broker.oauth_audience_test

import data.kcfglint.rules.broker.oauth_audience as rule

broker(audience, issuer, version) := {
	"versions": {"broker": {"version": version, "assumed": false}},
	"values": {
		"sasl.enabled.mechanisms": "OAUTHBEARER",
		"sasl.oauthbearer.allow.unverified.audience": false,
		"sasl.oauthbearer.allow.unverified.issuer": false,
	},
	"state": {
		"sasl.oauthbearer.jwks.endpoint.url": "explicit",
		"sasl.oauthbearer.expected.audience": audience,
		"sasl.oauthbearer.expected.issuer": issuer,
	},
}

test_audience if {
	rule.report == {{
		"at": "sasl.oauthbearer.jwks.endpoint.url",
		"message": "sasl.oauthbearer.jwks.endpoint.url is set and sasl.oauthbearer.expected.audience is not: the broker refuses to start; set it",
	}} with input as broker("absent", "explicit", [4, 4])
}

test_issuer if count(rule.report) == 1 with input as broker("explicit", "absent", [4, 4])

test_both_set if rule.report == set() with input as broker("explicit", "explicit", [4, 4])

test_any_allowed if {
	rule.report == set() with input as broker("absent", "explicit", [4, 4]) with input.values["sasl.oauthbearer.allow.unverified.audience"] as true
}

test_before_4_4 if rule.report == set() with input as broker("absent", "absent", [4, 3])
