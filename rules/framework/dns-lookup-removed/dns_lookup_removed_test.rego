package kcfglint.rules.framework.dns_lookup_removed_test

import data.kcfglint.rules.framework.dns_lookup_removed as rule

setting(key, value, line) := {"written": key, "value": value, "line": line, "from_default": false}

client := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [3, 0], "assumed": false}},
	"state": {"client.dns.lookup": "invalid"},
	"settings": {"client.dns.lookup": setting("client.dns.lookup", "default", 3)},
}

test_removed if {
	rule.report == {{
		"at": "client.dns.lookup",
		"message": `client.dns.lookup="default": clients from 3.0 on refuse to start with it; remove it, as use_all_dns_ips is their default`,
	}} with input as client
}

test_before_3_0 if rule.report == set() with input as client with input.versions.client.version as [2, 8]

test_other_value if {
	rule.report == set() with input as client
		with input.settings["client.dns.lookup"].value as "resolve_canonical_bootstrap_servers_only"
}
