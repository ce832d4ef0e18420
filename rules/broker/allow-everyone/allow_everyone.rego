# METADATA
# title: what has no rule is open to everybody
# description: |
#   allow.everyone.if.no.acl.found=true lets every user do everything with a topic, a group or the cluster as long as
#   no ACL names it. A new topic is readable and writable for all until somebody thinks of it, and an authorizer that
#   is configured protects only what is listed.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#security_authz
# custom:
#   id: KB017
#   severities: [warning]
#   confidence: certain
#   consequence: security
#   kinds: [broker]
#   remediation: Set allow.everyone.if.no.acl.found=false and grant what is needed.
#   since: "0.2.0"
package kcfglint.rules.broker.allow_everyone

report contains finding if {
	input.state["allow.everyone.if.no.acl.found"] in {"explicit", "inherited"}
	lower(trim_space(input.settings["allow.everyone.if.no.acl.found"].value)) == "true"
	authorized
	finding := {
		"at": "allow.everyone.if.no.acl.found",
		"message": `allow.everyone.if.no.acl.found="true": every topic, group and the cluster is open to all until an ACL names it; set false`,
	}
}

# Without an authorizer nothing reads the key.
authorized if trim_space(input.values["authorizer.class.name"]) != ""

authorized if input.state["authorizer.class.name"] == "unknown"
