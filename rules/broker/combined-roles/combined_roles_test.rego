package kcfglint.rules.broker.combined_roles_test

import data.kcfglint.rules.broker.combined_roles as rule

test_properties if {
	rule.report == {{
		"at": "process.roles",
		"message": `process.roles="broker,controller" on 3 nodes: overloaded brokers hold up the elections of the whole cluster; give the controllers nodes of their own`,
	}} with input as node("properties", "1@a:1,2@b:1,3@c:1")
}

node(dialect, voters) := {
	"dialect": dialect,
	"values": {"process.roles": "broker,controller", "controller.quorum.voters": voters},
	"state": {"process.roles": "explicit"},
}

test_pool if {
	rule.report == {{
		"at": "@roles",
		"message": "roles controller and broker on 3 nodes: overloaded brokers hold up the elections of the whole cluster; give the controllers a pool of their own",
	}} with input as {"values": {"@roles": "controller,broker", "@replicas": 3}, "state": {}}
}

test_single if {
	rule.report == set() with input as node("properties", "1@a:1")
	rule.report == set() with input as {"values": {"@roles": "controller,broker", "@replicas": 1}, "state": {}}
}

test_compose if rule.report == set() with input as node("compose", "1@a:1,2@b:1,3@c:1")

test_one_role if rule.report == set() with input as {"values": {"@roles": "broker", "@replicas": 3}, "state": {}}
