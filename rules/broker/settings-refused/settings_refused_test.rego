package kcfglint.rules.broker.settings_refused_test

import data.kcfglint.rules.broker.settings_refused as rule

broker(values) := {
	"values": values,
	"state": object.union(
		{
			"listener.name.sasl_ssl.sasl.enabled.mechanisms": "absent",
			"listener.name.sasl_plaintext.sasl.enabled.mechanisms": "absent",
			"max.connections.per.ip.overrides": "default",
		},
		{key: "explicit" | some key, _ in values},
	),
}

test_queue if {
	rule.report == {{
		"at": "queued.max.request.bytes",
		"message": "queued.max.request.bytes (1000) is below socket.request.max.bytes (104857600): the broker refuses to start; raise it, or set -1",
	}} with input as broker({"queued.max.request.bytes": 1000, "socket.request.max.bytes": 104857600})
}

test_failed_logins if {
	rule.report == {{
		"at": "connections.max.idle.ms",
		"message": "connection.failed.authentication.delay.ms (100) is not below connections.max.idle.ms (50): the broker refuses to start; lower the delay",
	}} with input as broker({"connection.failed.authentication.delay.ms": 100, "connections.max.idle.ms": 50})
		with input.state["connection.failed.authentication.delay.ms"] as "default"
}

test_cleaner if {
	rule.report == {{
		"at": "log.cleaner.dedupe.buffer.size",
		"message": "log.cleaner.dedupe.buffer.size (4194304) leaves each of 4 cleaner threads 1 MiB or less: the broker refuses to start; set 134217728",
	}} with input as broker({"log.cleaner.dedupe.buffer.size": 4194304, "log.cleaner.threads": 4})
}

test_no_connections if {
	{finding.at | some finding in rule.report} == {"max.connections.per.ip"} with input as broker({"max.connections.per.ip": 0})
	rule.report == set() with input as broker({"max.connections.per.ip": 0, "max.connections.per.ip.overrides": "10.0.0.1:100"})
}

sasl(mechanism, enabled) := broker({
	"security.inter.broker.protocol": "SASL_SSL",
	"sasl.mechanism.inter.broker.protocol": mechanism,
	"sasl.enabled.mechanisms": enabled,
})

test_mechanism if {
	rule.report == {{
		"at": "sasl.enabled.mechanisms",
		"message": "sasl.mechanism.inter.broker.protocol (GSSAPI) is not among sasl.enabled.mechanisms (PLAIN), and the brokers talk by SASL: the broker refuses to start; make them agree",
	}} with input as sasl("GSSAPI", "PLAIN") with input.state["sasl.mechanism.inter.broker.protocol"] as "default"
}

test_mechanism_of_the_listener if {
	rule.report == set() with input as sasl("PLAIN", "GSSAPI") with input.state["listener.name.sasl_ssl.sasl.enabled.mechanisms"] as "explicit"
}

test_agree if {
	rule.report == set() with input as sasl("PLAIN", "SCRAM-SHA-512, PLAIN")
	rule.report == set() with input as broker({"queued.max.request.bytes": -1, "socket.request.max.bytes": 104857600})
	rule.report == set() with input as broker({"log.cleaner.dedupe.buffer.size": 134217728, "log.cleaner.threads": 4})
}

node := object.union(
	broker({"process.roles": "broker", "cordoned.log.dirs": "/data/1, /data/3", "log.dirs": "/data/1,/data/2"}),
	{"versions": {"broker": {"version": [4, 3], "assumed": false}}},
)

test_cordoned if {
	rule.report == {{
		"at": "cordoned.log.dirs",
		"message": `cordoned.log.dirs names "/data/3", which is not among the log directories (/data/1, /data/2): the broker refuses to start; write it as there`,
	}} with input as node
	count(rule.report) == 1 with input as node with input.values["cordoned.log.dirs"] as "*,/data/1"
}

test_cordoned_well if {
	every dirs in ["/data/2", "*", "/data/1,/data/2"] {
		rule.report == set() with input as node with input.values["cordoned.log.dirs"] as dirs
	}
	rule.report == set() with input as node with input.state["log.dirs"] as "unknown"
	rule.report == set() with input as node with input.values["process.roles"] as "controller"
	rule.report == set() with input as node with input.versions.broker.version as [4, 2]
}

test_builder_of_principals if {
	gone := object.union(
		broker({"principal.builder.class": "org.apache.kafka.common.security.auth.DefaultPrincipalBuilder"}),
		{"versions": {"broker": {"version": [3, 0], "assumed": false}}},
	)
	{finding.at | some finding in rule.report} == {"principal.builder.class"} with input as gone
	rule.report == set() with input as gone with input.versions.broker.version as [2, 8]
	rule.report == set() with input as gone with input.values["principal.builder.class"] as "org.example.Builder"
}

test_no_idle_time if {
	{finding.at | some finding in rule.report} == {"connection.failed.authentication.delay.ms"} with input as broker({"connection.failed.authentication.delay.ms": 100, "connections.max.idle.ms": 0})
	rule.report == set() with input as broker({"connection.failed.authentication.delay.ms": 100, "connections.max.idle.ms": -1})
}

test_cleaner_divides_whole_bytes if {
	count(rule.report) == 1 with input as broker({"log.cleaner.dedupe.buffer.size": 2097153, "log.cleaner.threads": 2})
	rule.report == set() with input as broker({"log.cleaner.dedupe.buffer.size": 2097154, "log.cleaner.threads": 2})
	{finding.at | some finding in rule.report} == {"log.cleaner.threads"} with input as broker({"log.cleaner.dedupe.buffer.size": 2097153, "log.cleaner.threads": 0})
}

test_no_time if {
	{finding.at | some finding in rule.report} == {"log.roll.ms"} with input as broker({"log.roll.ms": -1})
	absent := {"log.retention.ms": "default", "log.retention.minutes": "default"}
	{finding.at | some finding in rule.report} == {"log.retention.hours"} with input as json.patch(
		broker({"log.retention.hours": 0}),
		[{"op": "add", "path": ["state", key], "value": state} | some key, state in absent],
	)
	rule.report == set() with input as broker({"log.retention.ms": -1, "log.retention.minutes": 0})
}

test_no_log_dir if {
	{finding.message | some finding in rule.report} == {
		"log.dirs names no directory: the broker refuses to start; name one",
	} with input as broker({"log.dirs": " , "})
}

test_limits_of_addresses if {
	every overrides in ["127.0.0.1", "127.0.0.1:x", "[::1]:5", "a b:5"] {
		{finding.at | some finding in rule.report} == {"max.connections.per.ip.overrides"} with input as broker({"max.connections.per.ip.overrides": overrides})
	}
	every overrides in ["127.0.0.1:5,", " 127.0.0.1: 5 , a.example.com:-1", ":5", "a:5:6", ""] {
		rule.report == set() with input as broker({"max.connections.per.ip.overrides": overrides})
	}
}

test_mechanism_by_listener_name if {
	named := broker({
		"inter.broker.listener.name": "SASL_SSL", "sasl.mechanism.inter.broker.protocol": "GSSAPI", "sasl.enabled.mechanisms": "PLAIN",
	})
	count(rule.report) == 1 with input as named with input.state["listener.security.protocol.map"] as "default"
	rule.report == set() with input as named
		with input.state["listener.security.protocol.map"] as "explicit"
		with input.values["listener.security.protocol.map"] as "SASL_SSL:SSL"
	count(rule.report) == 1 with input as named
		with input.state["listener.security.protocol.map"] as "explicit"
		with input.values["listener.security.protocol.map"] as "CONTROLLER:SSL,SASL_SSL:SASL_SSL"
}

test_nothing_cordoned if {
	rule.report == set() with input as object.union(
		broker({"process.roles": "broker", "log.dirs": "/a,/b", "cordoned.log.dirs": ""}),
		{"versions": {"broker": {"version": [4, 3], "assumed": false}}},
	)
}
