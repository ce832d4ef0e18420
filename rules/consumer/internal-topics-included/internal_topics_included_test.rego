package kcfglint.rules.consumer.internal_topics_included_test

import data.kcfglint.rules.consumer.internal_topics_included as rule

consumer := {"values": {"exclude.internal.topics": false}, "state": {"exclude.internal.topics": "explicit"}}

test_written if {
	rule.report == {{
		"at": "exclude.internal.topics",
		"message": `exclude.internal.topics="false": a subscription by pattern also reads __consumer_offsets and __transaction_state; remove it`,
	}} with input as consumer
}

test_excluded if rule.report == set() with input as consumer with input.values["exclude.internal.topics"] as true
