package kcfglint.rules.connect.mm2_identity_loop_test

import data.kcfglint.rules.connect.mm2_identity_loop as rule

flow := {
	"name": "eu->us",
	"values": {"@mirror.both-ways": true, "replication.policy.class": "org.apache.kafka.connect.mirror.IdentityReplicationPolicy"},
	"state": {"replication.policy.class": "explicit"},
}

test_loop if {
	rule.report == {{
		"at": "replication.policy.class",
		"message": `replication.policy.class="org.apache.kafka.connect.mirror.IdentityReplicationPolicy" with flows in both directions (eu->us and back): each record is copied to and fro without end; use DefaultReplicationPolicy, or one direction`,
		"related": [{"at": "@mirror.both-ways", "message": "the way back"}],
	}} with input as flow
}

test_one_way if rule.report == set() with input as flow with input.values["@mirror.both-ways"] as false

test_renaming if {
	rule.report == set() with input as flow
		with input.values["replication.policy.class"] as "org.apache.kafka.connect.mirror.DefaultReplicationPolicy"
}
