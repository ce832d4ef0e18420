package kcfglint.rules.catalog.properties_inline_comment_test

import data.kcfglint.rules.catalog.properties_inline_comment as rule

client(value, issues) := {"settings": {"acks": {
	"written": "acks",
	"value": value,
	"line": 4,
	"from_default": false,
	"issues": issues,
}}}

test_comment if {
	rule.report == {{
		"at": "acks",
		"message": `acks="all # durable": the comment is part of the value here, which the client refuses; move it to its own line and write all`,
	}} with input as client("all # durable", [{"code": "inline-comment", "suggestion": "all"}])
}

test_quotes if {
	rule.report == {{
		"at": "acks",
		"message": `acks="all": the quotes are part of the value here, which the client refuses; write all`,
	}} with input as client(`"all"`, [{"code": "quoted", "suggestion": "all"}])
}

test_quotes_of_a_name if {
	rule.report == {{
		"at": "group.id",
		"severity": "warning",
		"consequence": "ignored",
		"message": `group.id="billing": the quotes are part of the name here, so that it is another one than billing; remove them`,
	}} with input as {"settings": {"group.id": {
		"written": "group.id",
		"value": `"billing"`,
		"line": 2,
		"from_default": false,
		"issues": [{"code": "quoted", "suggestion": "billing"}],
	}}}
}

test_no_issues if {
	rule.report == set() with input as {"settings": {"acks": {
		"written": "acks",
		"value": "all",
		"line": 4,
		"from_default": false,
	}}}
}
