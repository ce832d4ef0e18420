# METADATA
# title: whoever does not log in is a super user
# description: |
#   User:ANONYMOUS is who comes through a listener that asks for no credentials, PLAINTEXT or SSL without client
#   certificates. As one of super.users it may do everything, whatever the ACLs say. It is often added to get the
#   brokers themselves going; give those a user of their own instead.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#security_authz
# custom:
#   id: KB018
#   severities: [error]
#   confidence: certain
#   consequence: security
#   kinds: [broker]
#   remediation: Remove User:ANONYMOUS from super.users.
#   since: "0.2.0"
package kcfglint.rules.broker.anonymous_superuser

report contains finding if {
	anonymous
	authorized
	finding := {
		"at": "super.users",
		"message": "super.users has User:ANONYMOUS: whoever comes without credentials may do everything; remove it",
	}
}

anonymous if {
	some user in split(input.values["super.users"], ";")
	trim_space(user) == "User:ANONYMOUS"
}

# Without an authorizer there are no super users.
authorized if trim_space(input.values["authorizer.class.name"]) != ""

authorized if input.state["authorizer.class.name"] == "unknown"
