package kcfglint.lib.brokers_test

import data.kcfglint.lib.brokers

node(values) := {"values": values, "state": {"@brokers": "absent", "process.roles": "explicit"}}

test_counted if {
	brokers.level == "error" with input as node({"@brokers": 3}) with input.state["@brokers"] as "explicit"
	brokers.level == "error" with input as node({"@replicas": 3})
}

test_alone if {
	brokers.single with input as node({"@brokers": 1})
	not brokers.level with input as node({"@brokers": 1})
}

test_not_counted if brokers.level == "warning" with input as node({})

test_combined_quorum if {
	brokers.several with input as node({"process.roles": "broker,controller", "controller.quorum.voters": "1@a:9093,2@b:9093"})
	not brokers.several with input as node({"process.roles": "broker,controller", "controller.quorum.voters": "1@a:9093"})
	not brokers.several with input as node({"process.roles": "broker", "controller.quorum.voters": "1@a:9093,2@b:9093"})
}

test_controllers_have_no_topics if {
	not brokers.level with input as node({"process.roles": "controller", "@brokers": 3})
	not brokers.level with input as node({"@roles": "controller"})
}
