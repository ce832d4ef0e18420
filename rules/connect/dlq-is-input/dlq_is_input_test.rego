package kcfglint.rules.connect.dlq_is_input_test

import data.kcfglint.rules.connect.dlq_is_input as rule

setting(key, value, line) := {"written": key, "value": value, "line": line, "from_default": false}

test_in_topics if {
	rule.report == {{
		"at": "errors.deadletterqueue.topic.name",
		"message": `errors.deadletterqueue.topic.name="orders-dlq" is one of topics="orders, orders-dlq" (line 4): Connect refuses the connector; name another topic`,
		"related": [{"at": "topics", "message": "the sink reads the queue"}],
	}} with input as {
		"values": {"topics": "orders, orders-dlq", "errors.deadletterqueue.topic.name": "orders-dlq"},
		"settings": {"topics": setting("topics", "orders, orders-dlq", 4)},
	}
}

by_pattern(pattern, queue) := {
	"values": {"topics.regex": pattern, "errors.deadletterqueue.topic.name": queue},
	"settings": {"topics.regex": setting("topics.regex", pattern, 5)},
}

test_matched_by_pattern if {
	rule.report == {{
		"at": "errors.deadletterqueue.topic.name",
		"message": `errors.deadletterqueue.topic.name="orders-dlq" is matched by topics.regex="orders.*" (line 5): Connect refuses the connector; name another topic`,
		"related": [{"at": "topics.regex", "message": "the sink reads the queue"}],
	}} with input as by_pattern("orders.*", "orders-dlq")
}

test_pattern_must_match_the_whole_name if rule.report == set() with input as by_pattern("orders", "orders-dlq")

test_pattern_of_java_that_is_none_here if rule.report == set() with input as by_pattern("(?!x)orders.*", "orders-dlq")

test_another_topic if {
	rule.report == set() with input as {
		"values": {"topics": "orders,invoices", "errors.deadletterqueue.topic.name": "orders-dlq"},
		"settings": {"topics": setting("topics", "orders,invoices", 4)},
	}
}

test_no_queue if {
	rule.report == set() with input as {
		"values": {"topics": "orders,", "errors.deadletterqueue.topic.name": ""},
		"settings": {"topics": setting("topics", "orders,", 4)},
	}
}
