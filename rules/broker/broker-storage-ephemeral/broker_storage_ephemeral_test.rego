package kcfglint.rules.broker.broker_storage_ephemeral_test

import data.kcfglint.rules.broker.broker_storage_ephemeral as rule

broker(values, roles) := {"values": values, "state": {"@roles": roles}}

finding(at, what) := {"at": at, "message": $`storage of type "ephemeral": {what} lost with the pods; use persistent-claim`}

test_brokers if {
	rule.report == {finding("@storage", "the records of the brokers are")} with input as broker({"@storage": "ephemeral"}, "absent")
	rule.report == {finding("@storage", "the records of the brokers are")} with input as broker({"@storage": "ephemeral", "@roles": "broker,controller"}, "explicit")
}

test_controllers if {
	rule.report == {finding("@storage", "the metadata of the cluster is")} with input as broker({"@storage": "ephemeral", "@roles": "controller"}, "explicit")
}

test_zookeeper if {
	rule.report == {finding("@storage.zookeeper", "what ZooKeeper knows of topics and their replicas is")} with input as broker({"@storage.zookeeper": "ephemeral"}, "absent")
}

test_persistent if rule.report == set() with input as broker({"@storage": "persistent"}, "absent")
