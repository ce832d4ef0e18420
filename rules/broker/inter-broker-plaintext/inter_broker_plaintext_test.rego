package kcfglint.rules.broker.inter_broker_plaintext_test

import data.kcfglint.rules.broker.inter_broker_plaintext as rule

broker(listeners, protocol) := {
	"dialect": "properties",
	"values": {"listeners": listeners},
	"state": {
		"listeners": "explicit", "inter.broker.listener.name": "absent", "security.inter.broker.protocol": protocol,
		"listener.security.protocol.map": "default", "@brokers": "absent", "process.roles": "absent",
	},
}

test_secured_for_clients_only if {
	rule.report == {{
		"at": "listeners",
		"message": "listeners has SSL for clients, but brokers talk to one another by PLAINTEXT, as security.inter.broker.protocol is not set; set inter.broker.listener.name=SSL",
	}} with input as broker("PLAINTEXT://:9092,SSL://:9093", "default")
}

test_set if rule.report == set() with input as broker("PLAINTEXT://:9092,SSL://:9093", "explicit")

test_nothing_secured if rule.report == set() with input as broker("PLAINTEXT://:9092", "default")
