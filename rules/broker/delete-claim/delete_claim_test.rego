package kcfglint.rules.broker.delete_claim_test

import data.kcfglint.rules.broker.delete_claim as rule

claim(name) := {"settings": {name: {"written": name, "value": "true", "line": 12, "from_default": false}}}

test_brokers if {
	rule.report == {{
		"at": "@delete-claim.kafka.1",
		"message": `deleteClaim="true": a resource that is deleted, or recreated, deletes the volumes with the records of the brokers; remove it`,
	}} with input as claim("@delete-claim.kafka.1")
}

test_controllers if {
	some finding in rule.report with input as object.union(claim("@delete-claim.kafka.0"), {"values": {"@roles": "controller"}})
	contains(finding.message, "deletes the volumes with the metadata of the cluster")
}

test_zookeeper if {
	rule.report == {{
		"at": "@delete-claim.zookeeper.0",
		"message": `deleteClaim="true": a resource that is deleted, or recreated, deletes what ZooKeeper knows of topics and their replicas; remove it`,
	}} with input as claim("@delete-claim.zookeeper.0")
}

test_other if rule.report == set() with input as claim("@storage")
