package kcfglint.rules.broker.allow_everyone_test

import data.kcfglint.rules.broker.allow_everyone as rule

broker(value, authorizer) := {
	"values": {"authorizer.class.name": authorizer},
	"state": {"allow.everyone.if.no.acl.found": "explicit", "authorizer.class.name": "explicit"},
	"settings": {"allow.everyone.if.no.acl.found": {"written": "allow.everyone.if.no.acl.found", "value": value, "line": 3, "from_default": false}},
}

test_open if {
	rule.report == {{
		"at": "allow.everyone.if.no.acl.found",
		"message": `allow.everyone.if.no.acl.found="true": every topic, group and the cluster is open to all until an ACL names it; set false`,
	}} with input as broker("true", "org.apache.kafka.metadata.authorizer.StandardAuthorizer")
}

test_closed if rule.report == set() with input as broker("false", "org.apache.kafka.metadata.authorizer.StandardAuthorizer")

test_no_authorizer if rule.report == set() with input as broker("true", "")
