package kcfglint.rules.topic.cleanup_empty_test

import data.kcfglint.rules.topic.cleanup_empty as rule

topic(policy) := {"settings": {"cleanup.policy": {"written": "cleanup.policy", "value": policy, "line": 9, "from_default": false}}}

test_empty if {
	rule.report == {{
		"at": "cleanup.policy",
		"message": `cleanup.policy="": nothing is deleted or compacted, whatever the retention says, and the disk fills up; set delete or compact`,
	}} with input as topic("")
}

test_written if rule.report == set() with input as topic("delete")
