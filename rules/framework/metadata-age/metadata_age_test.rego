package kcfglint.rules.framework.metadata_age_test

import data.kcfglint.rules.framework.metadata_age as rule

client(age) := {
	"values": {"metadata.max.age.ms": age},
	"state": {"metadata.max.age.ms": "explicit"},
	"settings": {"metadata.max.age.ms": {"written": "metadata.max.age.ms", "value": $`{age}`, "line": 2, "from_default": false}},
}

test_old if {
	rule.report == {{
		"at": "metadata.max.age.ms",
		"message": `metadata.max.age.ms="3600000": new partitions and topics are seen only after up to 60 minutes; set 300000`,
	}} with input as client(3600000)
}

test_young if {
	rule.report == {{
		"at": "metadata.max.age.ms",
		"consequence": "performance",
		"message": `metadata.max.age.ms="500": the client asks the brokers for metadata all the time; set 300000`,
	}} with input as client(500)
}

test_bounds if {
	every age in [1000, 5000, 300000, 900000] { rule.report == set() with input as client(age) }
}

test_default if rule.report == set() with input as client(500) with input.state["metadata.max.age.ms"] as "default"
