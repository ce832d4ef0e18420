package kcfglint.rules.producer.two_phase_commit_timeout_test

import data.kcfglint.rules.producer.two_phase_commit_timeout as rule

setting(key, value, line) := {"written": key, "value": value, "line": line, "from_default": false}

producer := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"transaction.two.phase.commit.enable": true, "transaction.timeout.ms": 60000},
	"settings": {
		"transaction.two.phase.commit.enable": setting("transaction.two.phase.commit.enable", "true", 2),
		"transaction.timeout.ms": setting("transaction.timeout.ms", "60000", 3),
	},
}

test_both if {
	rule.report == {{
		"at": "transaction.timeout.ms",
		"message": `transaction.timeout.ms beside transaction.two.phase.commit.enable="true" (line 2): the producer refuses to start, as such transactions do not expire; remove it`,
		"related": [{"at": "transaction.two.phase.commit.enable", "message": "two-phase commit is asked for here"}],
	}} with input as producer
}

test_timeout_left_out if {
	rule.report == set() with input as producer
		with input.settings as {"transaction.two.phase.commit.enable": setting("transaction.two.phase.commit.enable", "true", 2)}
}

test_before_4_1 if rule.report == set() with input as producer with input.versions.client.version as [4, 0]

test_off if rule.report == set() with input as producer with input.values["transaction.two.phase.commit.enable"] as false

test_streams if {
	streams := json.patch(producer, [
		{"op": "add", "path": ["owner"], "value": "streams"},
		{"op": "add", "path": ["state"], "value": {"transactional.id": "forced"}},
		{"op": "remove", "path": ["settings", "transaction.timeout.ms"]},
	])
	{finding.at | some finding in rule.report} == {"transaction.two.phase.commit.enable"} with input as streams
	rule.report == set() with input as streams with input.state["transactional.id"] as "absent"
}
