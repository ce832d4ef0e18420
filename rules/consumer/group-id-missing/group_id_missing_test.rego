package kcfglint.rules.consumer.group_id_missing_test

import data.kcfglint.rules.consumer.group_id_missing as rule

test_listener if {
	rule.report == {{
		"at": "group.id",
		"consequence": "startup-failure",
		"message": "group.id is not set: a listener whose annotation names no group does not start; set spring.kafka.consumer.group-id",
	}} with input as {"owner": "spring", "values": {}, "state": {"group.id": "absent"}, "settings": {}}
}

test_anonymous_binding if {
	rule.report == {{
		"at": "@binding.anonymous",
		"confidence": "certain",
		"message": "no group: the binding reads with an anonymous group that starts at the end of the topic, so records that arrive while it is down are lost; set group",
	}} with input as {
		"owner": "spring",
		"values": {"@binding.anonymous": true},
		"state": {"group.id": "absent"},
		"settings": {"@binding.anonymous": {"written": "@binding.anonymous", "value": "true", "line": 4, "from_default": false}},
	}
}

test_plain_consumer if {
	rule.report == set() with input as {"owner": "", "values": {}, "state": {"group.id": "absent"}, "settings": {}}
}

test_placeholder if {
	rule.report == set() with input as {"owner": "spring", "values": {}, "state": {"group.id": "unknown"}, "settings": {}}
}
