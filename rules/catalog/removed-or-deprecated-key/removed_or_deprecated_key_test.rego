package kcfglint.rules.catalog.removed_or_deprecated_key_test

import data.kcfglint.rules.catalog.removed_or_deprecated_key as rule

worker(issue) := {"settings": {"rest.port": {
	"written": "rest.port",
	"value": "8083",
	"line": 4,
	"from_default": false,
	"issues": [issue],
}}}

at := {"key": "rest.port", "part": "key"}

test_removed if {
	rule.report == {{"at": at, "message": "rest.port is gone since 3.0: it has no effect; write listeners"}} with input as worker({
		"code": "removed",
		"since": "3.0",
		"successor": "listeners",
		"refused": false,
	})
}

test_successor_is_set if {
	rule.report == {{"at": at, "message": "rest.port is gone since 3.0: it has no effect; remove it, as CONNECT_LISTENERS (line 7) is set"}} with input as object.union(
		worker({"code": "removed", "since": "3.0", "successor": "listeners", "refused": false}),
		{"settings": {"listeners": {"written": "CONNECT_LISTENERS", "value": "http://:8083", "line": 7, "from_default": false}}},
	)
}

test_removed_and_refused if {
	rule.report == {{
		"at": at,
		"severity": "error",
		"consequence": "startup-failure",
		"message": "rest.port is gone: the client refuses to start with it; remove it",
	}} with input as worker({"code": "removed", "refused": true})
}

test_not_yet if {
	rule.report == {{
		"at": at,
		"message": "rest.port comes with 4.9, which is newer than what runs here: it has no effect; upgrade, or remove it",
	}} with input as worker({"code": "not-yet", "since": "4.9", "refused": false})
}

test_deprecated if {
	rule.report == {{
		"at": at,
		"severity": "info",
		"consequence": "maintenance",
		"message": "rest.port is deprecated; write listeners",
	}} with input as worker({"code": "deprecated", "successor": "listeners", "refused": false})
}

test_other_issues if rule.report == set() with input as worker({"code": "invalid", "expected": "a number"})
