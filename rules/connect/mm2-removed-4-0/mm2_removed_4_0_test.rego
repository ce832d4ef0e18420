package kcfglint.rules.connect.mm2_removed_4_0_test

import data.kcfglint.rules.connect.mm2_removed_4_0 as rule

mirror(key) := {
	"versions": {"connect": {"version": [4, 0], "assumed": false}},
	"state": {key: "explicit"},
}

test_topics if {
	rule.report == {{
		"at": {"key": "topics.blacklist", "part": "key"},
		"message": "topics.blacklist has no effect since Kafka 4.0: the topics that it names are replicated; rename it to topics.exclude",
	}} with input as mirror("topics.blacklist")
}

test_others if {
	every key in ["groups.blacklist", "config.properties.blacklist", "use.incremental.alter.configs", "add.source.alias.to.metrics"] {
		count(rule.report) == 1 with input as mirror(key)
	}
}

test_before_4 if rule.report == set() with input as mirror("topics.blacklist") with input.versions.connect.version as [3, 9]

test_new_name if rule.report == set() with input as mirror("topics.exclude")
