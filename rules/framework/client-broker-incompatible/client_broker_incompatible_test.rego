package kcfglint.rules.framework.client_broker_incompatible_test

import data.kcfglint.rules.framework.client_broker_incompatible as rule

pair(client, broker) := {
	"client": {"name": "java"},
	"versions": {
		"client": {"version": client, "assumed": false},
		"broker": {"version": broker, "assumed": false},
	},
}

test_new_client if {
	rule.report == {{
		"at": "bootstrap.servers",
		"message": "a Kafka client 4.1.0 cannot talk to brokers 2.0: every request fails with UnsupportedVersionException; upgrade the brokers to 2.1 or newer, or stay at a client before 4.0",
	}} with input as pair([4, 1, 0], [2, 0])
}

test_old_client if {
	{f.message | some f in rule.report} == {"a Kafka client 1.1 cannot talk to brokers 4.0: every request fails with UnsupportedVersionException; upgrade the client to 2.1 or newer"} with input as pair([1, 1], [4, 0])
}

test_in_common if {
	every versions in [[[4, 0], [2, 1]], [[3, 9], [2, 0]], [[2, 1], [4, 0]], [[0, 11], [3, 9]]] {
		rule.report == set() with input as pair(versions[0], versions[1])
	}
}

test_unknown_brokers if {
	rule.report == set() with input as {"client": {"name": "java"}, "versions": {"client": {"version": [4, 1], "assumed": false}}}
}

test_other_client if rule.report == set() with input as pair([4, 0], [2, 0]) with input.client.name as "sarama"
