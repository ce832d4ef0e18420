package kcfglint.rules.consumer.offset_reset_none_test

import data.kcfglint.rules.consumer.offset_reset_none as rule

consumer := {
	"owner": "",
	"values": {"auto.offset.reset": "none"},
	"state": {"auto.offset.reset": "explicit"},
	"settings": {"auto.offset.reset": {"written": "auto.offset.reset", "value": "none", "line": 3, "from_default": false}},
}

test_none if {
	rule.report == {{
		"at": "auto.offset.reset",
		"message": `auto.offset.reset="none": the consumer fails at its first start, for new partitions and after its offsets expired, until somebody sets them; make sure that this is handled`,
	}} with input as consumer
}

test_earliest if rule.report == set() with input as consumer with input.values["auto.offset.reset"] as "earliest"

test_flink_has_its_own_positions if rule.report == set() with input as consumer with input.owner as "flink"
