package kcfglint.rules.security.trusted_packages_wildcard_test

import data.kcfglint.rules.security.trusted_packages_wildcard as rule

setting(key, value) := {key: {"written": key, "value": value, "line": 4, "from_default": false}}

consumer(packages) := {
	"state": {"spring.json.trusted.packages": "explicit", "spring.json.use.type.headers": "absent"},
	"settings": setting("spring.json.trusted.packages", packages),
}

test_all if {
	rule.report == {{
		"at": "spring.json.trusted.packages",
		"message": `spring.json.trusted.packages="*": the type header of a record may name any class on the class path, and whoever writes to the topic chooses it; name the packages of your own types`,
	}} with input as consumer("*")
	count(rule.report) == 1 with input as consumer("com.example, *")
}

test_named if rule.report == set() with input as consumer("com.example.orders,com.example.*")

test_headers_not_read if {
	rule.report == set() with input as consumer("*") with input.settings as object.union(
		setting("spring.json.trusted.packages", "*"),
		setting("spring.json.use.type.headers", "false"),
	)
	rule.report == set() with input as consumer("*") with input.state["spring.json.use.type.headers"] as "unknown"
}

test_unknown if rule.report == set() with input as consumer("*") with input.state["spring.json.trusted.packages"] as "unknown"
