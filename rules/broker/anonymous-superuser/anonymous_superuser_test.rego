package kcfglint.rules.broker.anonymous_superuser_test

import data.kcfglint.rules.broker.anonymous_superuser as rule

broker(users, authorizer) := {
	"values": {"super.users": users, "authorizer.class.name": authorizer},
	"state": {"super.users": "explicit", "authorizer.class.name": "explicit"},
}

test_anonymous if {
	rule.report == {{
		"at": "super.users",
		"message": "super.users has User:ANONYMOUS: whoever comes without credentials may do everything; remove it",
	}} with input as broker("User:admin; User:ANONYMOUS", "org.apache.kafka.metadata.authorizer.StandardAuthorizer")
}

test_others if rule.report == set() with input as broker("User:admin;User:anonymous", "org.apache.kafka.metadata.authorizer.StandardAuthorizer")

test_no_authorizer if rule.report == set() with input as broker("User:ANONYMOUS", "")
