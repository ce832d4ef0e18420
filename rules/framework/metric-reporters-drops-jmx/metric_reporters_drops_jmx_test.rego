package kcfglint.rules.framework.metric_reporters_drops_jmx_test

import data.kcfglint.rules.framework.metric_reporters_drops_jmx as rule

component(kind, of, reporters) := {
	"kind": kind,
	"dialect": "properties",
	"client": {"name": "java"},
	"versions": {of: {"version": [4, 1], "assumed": false}},
	"state": {"metric.reporters": "explicit"},
	"settings": {"metric.reporters": {"written": "metric.reporters", "value": reporters, "line": 2, "from_default": false}},
}

test_replaced if {
	rule.report == {{
		"at": "metric.reporters",
		"message": `metric.reporters="com.example.Reporter" leaves out JmxReporter, which from 4.0 on runs only if it is named: there are no metrics over JMX; add org.apache.kafka.common.metrics.JmxReporter`,
	}} with input as component("producer", "client", "com.example.Reporter")
}

test_kinds if {
	every pair in [["consumer", "client"], ["broker", "broker"], ["connect-worker", "connect"]] {
		count(rule.report) == 1 with input as component(pair[0], pair[1], "com.example.Reporter")
		rule.report == set() with input as component(pair[0], pair[1], "com.example.Reporter")
			with input.versions as {pair[1]: {"version": [3, 9], "assumed": false}}
	}
}

test_named if {
	rule.report == set() with input as component("broker", "broker", "com.example.Reporter, org.apache.kafka.common.metrics.JmxReporter")
}

test_empty if rule.report == set() with input as component("broker", "broker", "")

test_unknown if {
	rule.report == set() with input as component("producer", "client", "${REPORTERS}") with input.state["metric.reporters"] as "unknown"
}

test_confluent_server if {
	rule.report == set() with input as component("broker", "broker", "io.confluent.telemetry.reporter.TelemetryReporter")
}

test_operator if {
	rule.report == set() with input as component("broker", "broker", "com.example.Reporter") with input.dialect as "strimzi"
}
