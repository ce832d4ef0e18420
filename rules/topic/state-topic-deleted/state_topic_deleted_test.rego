package kcfglint.rules.topic.state_topic_deleted_test

import data.kcfglint.rules.topic.state_topic_deleted as rule

topic(name, policy, state) := {"name": name, "values": {"cleanup.policy": policy}, "state": {"cleanup.policy": state}}

finding(name, how) := {
	"at": "cleanup.policy",
	"message": $`{name} holds state, but {how}: records go after the retention time though they are the only copy; set cleanup.policy=compact`,
}

test_changelog if {
	rule.report == {finding("orders-store-changelog", `cleanup.policy="delete" deletes`)} with input as topic("orders-store-changelog", "delete", "explicit")
}

test_default if {
	rule.report == {finding("connect-offsets", "cleanup.policy is not set and deletes by default")} with input as topic("connect-offsets", "delete", "default")
}

test_compacted if {
	rule.report == set() with input as topic("_schemas", "compact", "explicit")
	rule.report == set() with input as topic("orders-window-changelog", "compact,delete", "explicit")
}

test_other_topics if rule.report == set() with input as topic("orders", "delete", "explicit")

test_unknown if rule.report == set() with input as {"name": "_schemas", "values": {}, "state": {"cleanup.policy": "unknown"}}
