package kcfglint.rules.connect.transform_aliases_test

import data.kcfglint.rules.connect.transform_aliases as rule

setting(key, value) := {"written": key, "value": value, "line": 3, "from_default": false}

connector := {
	"complete": "full",
	"versions": {"connect": {"version": [4, 1], "assumed": false}},
	"state": {"transforms": "explicit"},
	"settings": {"transforms": setting("transforms", "route, mask,route")},
}

test_twice if {
	rule.report == {{
		"at": "transforms",
		"message": `transforms names "route" more than once: Connect refuses the connector; name it once`,
	}} with input as connector
}

test_predicates if {
	count(rule.report) == 1 with input as connector with input.settings as {"predicates": setting("predicates", "a,a")} with input.state as {"predicates": "explicit"}
}

test_once if rule.report == set() with input as connector with input.settings.transforms as setting("transforms", "route,mask,")

negated := object.union(connector, {
	"state": {"transforms": "explicit"},
	"settings": {"transforms": setting("transforms", "route"), "@transform.negate-alone": {"written": "transforms.route.negate", "value": "true", "line": 3, "from_default": false}},
})

test_negate if {
	rule.report == {{
		"at": "@transform.negate-alone",
		"message": `transforms.route.negate="true" without a predicate to turn around: Connect refuses the connector; set transforms.route.predicate, or remove it`,
	}} with input as negated
}

test_negate_in_part_of_a_connector if rule.report == set() with input as negated with input.complete as "partial"
