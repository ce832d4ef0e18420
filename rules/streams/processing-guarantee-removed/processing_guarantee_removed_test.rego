package kcfglint.rules.streams.processing_guarantee_removed_test

import data.kcfglint.rules.streams.processing_guarantee_removed as rule

app(guarantee, version) := {
	"versions": {"client": {"version": version, "assumed": false}},
	"state": {"processing.guarantee": "invalid"},
	"settings": {"processing.guarantee": {
		"written": "processing.guarantee",
		"value": guarantee,
		"line": 3,
		"from_default": false,
	}},
}

test_removed if {
	rule.report == {{
		"at": "processing.guarantee",
		"message": `processing.guarantee="exactly_once": Kafka 4.0 removed it and Streams refuses to start; set exactly_once_v2`,
	}} with input as app("exactly_once", [4, 0])
}

test_beta_removed if count(rule.report) == 1 with input as app("exactly_once_beta", [4, 3])

test_too_new if {
	rule.report == {{
		"at": "processing.guarantee",
		"message": `processing.guarantee="exactly_once_v2": Streams knows it from 3.0 on and refuses to start before that; set exactly_once, or upgrade`,
	}} with input as app("exactly_once_v2", [2, 8])
}

test_beta_too_new if count(rule.report) == 1 with input as app("exactly_once_beta", [2, 5])

test_known if {
	every known in [["exactly_once", [3, 9]], ["exactly_once_beta", [2, 6]], ["exactly_once_v2", [3, 0]], ["at_least_once", [4, 0]]] {
		rule.report == set() with input as app(known[0], known[1])
	}
}

test_placeholder if {
	rule.report == set() with input as app("${GUARANTEE}", [4, 0]) with input.state["processing.guarantee"] as "unknown"
}
