package kcfglint.rules.consumer.offset_reset_invalid_test

import data.kcfglint.rules.consumer.offset_reset_invalid as rule

consumer(value) := {
	"client": {"name": "java"},
	"owner": "",
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {},
	"state": {"auto.offset.reset": "invalid"},
	"settings": {"auto.offset.reset": {
		"written": "auto.offset.reset",
		"value": value,
		"line": 3,
		"from_default": false,
	}},
}

refused(value, mend) := {
	"at": "auto.offset.reset",
	"message": $`auto.offset.reset="{value}": the consumer refuses to start, as it takes latest, earliest and none in lower case; set {mend}`,
}

test_names_of_the_old_client if {
	rule.report == {refused("smallest", "earliest")} with input as consumer("smallest")
	rule.report == {refused("largest", "latest")} with input as consumer("largest")
}

test_capitals if {
	rule.report == {refused("EARLIEST", "earliest")} with input as consumer("EARLIEST")
	rule.report == {refused("Latest", "latest")} with input as consumer("Latest")
}

malformed(value) := {
	"at": "auto.offset.reset",
	"message": $`auto.offset.reset="{value}": what follows by_duration: must be an ISO-8601 duration that is not negative, or the consumer refuses to start; write by_duration:P7D`,
}

test_malformed_durations if {
	every value in ["by_duration:7d", "by_duration:", "by_duration:P", "by_duration:PT", "by_duration:P1DT", "by_duration:P1W", "by_duration:P1M", "by_duration:-PT1H", "by_duration:P-7D", "by_duration:PT-0.5S", "by_duration:PT1.5H", "by_duration: P7D", "by_duration:P99999999999999999999D"] {
		rule.report == {malformed(value)} with input as consumer(value)
	}
}

test_durations if {
	every value in ["by_duration:P7D", "by_duration:PT24H", "by_duration:p7d", "by_duration:PT0S", "by_duration:P1DT2H30M", "by_duration:PT1.5S", "by_duration:PT007.S", "by_duration:+P1D", "by_duration:P1DT-1H", "by_duration:-P-7D", "by_duration:-PT0S"] {
		rule.report == set() with input as consumer(value) with input.state["auto.offset.reset"] as "explicit"
	}
}

test_duration_before_4 if {
	rule.report == {{
		"at": "auto.offset.reset",
		"message": `auto.offset.reset="by_duration:P7D": clients before 4.0 know no by_duration and refuse to start; set earliest`,
	}} with input as consumer("by_duration:P7D") with input.versions.client.version as [3, 9]
}

test_librdkafka if {
	rule.report == {{
		"at": "auto.offset.reset",
		"message": `auto.offset.reset="none": librdkafka takes earliest, latest and error, and refuses to start; set error`,
	}} with input as consumer("none") with input.client.name as "librdkafka"
	every value in ["smallest", "EARLIEST", "beginning", "largest", "latest", "end", "error"] {
		rule.report == set() with input as consumer(value) with input.client.name as "librdkafka"
	}
}

test_flink_takes_any_case if rule.report == set() with input as consumer("EARLIEST") with input.owner as "flink"

test_placeholder if {
	rule.report == set() with input as consumer("${RESET}") with input.state["auto.offset.reset"] as "unknown"
}
