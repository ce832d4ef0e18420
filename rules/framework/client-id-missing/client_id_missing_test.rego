package kcfglint.rules.framework.client_id_missing_test

import data.kcfglint.rules.framework.client_id_missing as rule

client := {"owner": "", "state": {"client.id": "absent", "bootstrap.servers": "explicit"}}

test_missing if {
	rule.report == {{
		"at": "client.id",
		"message": "client.id is not set: the brokers' logs, quotas and metrics cannot tell this client from others; set it to the name of the application",
	}} with input as client
	count(rule.report) == 1 with input as client with input.state["client.id"] as "default"
}

test_set if {
	every state in ["explicit", "inherited", "unknown"] {
		rule.report == set() with input as client with input.state["client.id"] as state
	}
}

test_named_by_a_framework if rule.report == set() with input as client with input.owner as "spring"

test_part if rule.report == set() with input as client with input.state["bootstrap.servers"] as "absent"
