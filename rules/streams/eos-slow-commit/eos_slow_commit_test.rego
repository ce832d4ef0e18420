package kcfglint.rules.streams.eos_slow_commit_test

import data.kcfglint.rules.streams.eos_slow_commit as rule

app(guarantee, interval) := {
	"values": {"processing.guarantee": guarantee, "commit.interval.ms": interval},
	"state": {"commit.interval.ms": "explicit"},
}

test_slow if {
	rule.report == {{
		"at": "commit.interval.ms",
		"workloads": ["latency"],
		"message": `commit.interval.ms="5000": with processing.guarantee="exactly_once_v2" readers that read committed see results that much later, at each stage; remove it, the default is 100`,
	}} with input as app("exactly_once_v2", 5000)
}

test_frequent if {
	rule.report == {{
		"at": "commit.interval.ms",
		"workloads": ["throughput", "cost"],
		"message": `commit.interval.ms="10": at-least-once gains nothing from such frequent commits, which cost round trips and empty the record caches; remove it, the default is 30000`,
	}} with input as app("at_least_once", 10)
}

test_fits if {
	rule.report == set() with input as app("exactly_once_v2", 1000)
	rule.report == set() with input as app("at_least_once", 100)
}
