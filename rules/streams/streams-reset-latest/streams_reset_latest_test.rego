package kcfglint.rules.streams.streams_reset_latest_test

import data.kcfglint.rules.streams.streams_reset_latest as rule

setting(key, value) := {key: {"written": key, "value": value, "line": 3, "from_default": false}}

app(key, value) := {
	"name": "order-totals",
	"data_class": "",
	"links": {"topics": []},
	"state": {key: "explicit"},
	"settings": setting(key, value),
}

finding(key, severity) := {
	"at": key,
	"severity": severity,
	"message": $`{key}="latest" replaces Streams' earliest: records from before the first start, or from while offsets have expired, never enter the application's state and results; remove it`,
}

test_prefixes if {
	every key in ["auto.offset.reset", "consumer.auto.offset.reset", "main.consumer.auto.offset.reset"] {
		rule.report == {finding(key, "warning")} with input as app(key, "latest")
	}
}

test_closest_counts if {
	rule.report == set() with input as app("consumer.auto.offset.reset", "latest")
		with input.settings as object.union(
			setting("consumer.auto.offset.reset", "latest"),
			setting("main.consumer.auto.offset.reset", "earliest"),
		)
		with input.state as {"consumer.auto.offset.reset": "explicit", "main.consumer.auto.offset.reset": "explicit"}
}

test_metrics if {
	rule.report == {finding("auto.offset.reset", "info")} with input as app("auto.offset.reset", "latest") with input.data_class as "metrics"
}

test_earliest if rule.report == set() with input as app("auto.offset.reset", "earliest")

test_global_is_another_matter if rule.report == set() with input as app("global.consumer.auto.offset.reset", "latest")
