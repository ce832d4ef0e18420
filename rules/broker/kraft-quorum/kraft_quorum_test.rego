package kcfglint.rules.broker.kraft_quorum_test

import data.kcfglint.rules.broker.kraft_quorum as rule

node(values) := {
	"versions": {"broker": {"version": [3, 9], "assumed": false}},
	"values": object.union(
		{
			"process.roles": "broker,controller",
			"node.id": 1,
			"controller.quorum.voters": "1@a:9093",
			"controller.listener.names": "CONTROLLER",
			"listeners": "SSL://:9092,CONTROLLER://:9093",
		},
		values,
	),
	"state": {
		"process.roles": "explicit", "node.id": "explicit", "broker.id": "default",
		"controller.quorum.voters": "explicit", "controller.quorum.bootstrap.servers": "default",
		"controller.listener.names": "explicit", "listeners": "explicit", "listener.security.protocol.map": "default",
	},
}

test_fits if rule.report == set() with input as node({})

test_no_quorum if {
	{finding.at | some finding in rule.report} == {"process.roles"} with input as node({}) with input.state["controller.quorum.voters"] as "default"
}

test_no_id if {
	rule.report == {{"at": "process.roles", "message": "process.roles is set and node.id is not: the node refuses to start; set node.id"}} with input as node({})
		with input.state["node.id"] as "default"
}

test_no_listener_names if count(rule.report) == 1 with input as node({"controller.listener.names": ""}) with input.state["controller.listener.names"] as "absent"

test_not_a_voter if {
	rule.report == {{
		"at": "node.id",
		"message": `node.id="2" is not among the ids of controller.quorum.voters (1), but process.roles has controller: the node refuses to start; add it, or leave the role out`,
		"related": [{"at": "controller.quorum.voters", "message": "the voters"}],
	}} with input as node({"node.id": 2})
}

test_voter_without_the_role if {
	{finding.at | some finding in rule.report} == {"node.id", "listeners"} with input as node({"process.roles": "broker"})
}

test_listeners_of_a_controller if {
	rule.report == {{
		"at": "listeners",
		"message": "listeners has SSL, which controller.listener.names does not, but process.roles is only controller: the node refuses to start; remove it",
		"related": [{"at": "controller.listener.names", "message": "the listeners of controllers"}],
	}} with input as node({"process.roles": "controller"})
}

test_no_listener_of_the_controller if {
	{finding.at | some finding in rule.report} == {"listeners"} with input as node({"listeners": "SSL://:9092"})
}

test_not_mapped if {
	{finding.at | some finding in rule.report} == {"listener.security.protocol.map"} with input as node({"listener.security.protocol.map": "SSL:SSL"})
		with input.state["listener.security.protocol.map"] as "explicit"
}

test_placeholders if {
	rule.report == set() with input as {
		"versions": {"broker": {"version": [3, 9], "assumed": false}},
		"values": {"process.roles": "broker,controller"},
		"state": {"process.roles": "explicit", "node.id": "unknown", "controller.quorum.voters": "unknown", "controller.listener.names": "unknown"},
	}
}
