package kcfglint.rules.project.mirrors_in_a_circle_test

import data.kcfglint.rules.project.mirrors_in_a_circle as rule

mirror(name, policy) := {"kind": "mirror", "name": name, "file": name, "values": {"replication.policy.class": policy, "topics": ".*"}, "state": {"@mirror.connector": "absent"}}

identity := "org.apache.kafka.connect.mirror.IdentityReplicationPolicy"

project(a, b) := {"joins": {"mirror-pair": {"east and west": ["a", "b"]}}, "components": {"a": a, "b": b}}

test_circle if {
	found := rule.report with input as project(mirror("east->west", identity), mirror("west->east", identity))
	{f.at.component | some f in found} == {"a", "b"}
}

test_one_direction if rule.report == set() with input as project(mirror("east->west", identity), mirror("east->west", identity))

test_names_tell if rule.report == set() with input as project(mirror("east->west", identity), mirror("west->east", "org.apache.kafka.connect.mirror.DefaultReplicationPolicy"))

test_other_topics if {
	other := object.union(mirror("west->east", identity), {"values": {"topics": "east-.*"}})
	rule.report == set() with input as project(mirror("east->west", identity), other)
}
