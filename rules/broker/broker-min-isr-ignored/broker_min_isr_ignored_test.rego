package kcfglint.rules.broker.broker_min_isr_ignored_test

import data.kcfglint.rules.broker.broker_min_isr_ignored as rule

broker(isr, version) := {
	"dialect": "properties",
	"versions": {"broker": {"version": version, "assumed": false}},
	"values": {"min.insync.replicas": isr},
	"state": {"min.insync.replicas": "explicit"},
}

test_in_the_file if {
	rule.report == {{
		"at": "min.insync.replicas",
		"confidence": "likely",
		"message": `min.insync.replicas="2" in the file of a broker is ignored by a new cluster, which has eligible leader replicas; set it for the cluster with kafka-configs --entity-default`,
	}} with input as broker(2, [4, 1])
}

test_nothing_lost if rule.report == set() with input as broker(1, [4, 1])

test_before_4_1 if rule.report == set() with input as broker(2, [4, 0])
