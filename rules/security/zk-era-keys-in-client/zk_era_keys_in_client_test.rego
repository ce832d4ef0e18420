package kcfglint.rules.security.zk_era_keys_in_client_test

import data.kcfglint.rules.security.zk_era_keys_in_client as rule

client := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [3, 9], "assumed": false}},
	"state": {"zookeeper.connect": "explicit", "bootstrap.servers": "absent"},
	"settings": {"zookeeper.connect": {"written": "zookeeper.connect", "value": "zk:2181", "line": 1, "from_default": false}},
}

test_no_brokers if {
	rule.report == {{
		"at": "zookeeper.connect",
		"message": `zookeeper.connect="zk:2181" and no bootstrap.servers: clients no longer find the brokers through ZooKeeper, and do not start; set bootstrap.servers`,
		"related": [{"at": "bootstrap.servers", "message": "bootstrap.servers is not set"}],
	}} with input as client
}

test_brokers if {
	every state in ["explicit", "inherited", "unknown", "default"] {
		rule.report == set() with input as client with input.state["bootstrap.servers"] as state
	}
}

test_of_its_time if rule.report == set() with input as client with input.versions.client.version as [1, 1]

test_other_client if rule.report == set() with input as client with input.client.name as "librdkafka"
