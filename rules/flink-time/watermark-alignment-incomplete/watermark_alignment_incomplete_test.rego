package kcfglint.rules.flink_time.watermark_alignment_incomplete_test

import data.kcfglint.rules.flink_time.watermark_alignment_incomplete as rule

table(state) := {
	"state": state,
	"values": {},
	"settings": {
		"scan.watermark.alignment.group": {"value": "g"},
		"scan.watermark.alignment.max-drift": {"value": "1 min"},
	},
}

test_group_alone if {
	rule.report == {{
		"at": "scan.watermark.alignment.group",
		"message": "scan.watermark.alignment.group=\"g\" without scan.watermark.alignment.max-drift: watermarks are not aligned; set both",
	}} with input as table({"scan.watermark.alignment.group": "explicit", "scan.watermark.alignment.max-drift": "absent"})
}

test_drift_alone if {
	rule.report == {{
		"at": "scan.watermark.alignment.max-drift",
		"message": "scan.watermark.alignment.max-drift=\"1 min\" without scan.watermark.alignment.group: watermarks are not aligned; set both",
	}} with input as table({"scan.watermark.alignment.group": "absent", "scan.watermark.alignment.max-drift": "explicit"})
}

test_both if {
	rule.report == set() with input as table({"scan.watermark.alignment.group": "explicit", "scan.watermark.alignment.max-drift": "explicit"})
}

test_unaligned if {
	rule.report == {{
		"at": "pipeline.watermark-alignment.allow-unaligned-source-splits",
		"message": "pipeline.watermark-alignment.allow-unaligned-source-splits=\"true\": partitions that a source cannot pause one by one run ahead of the others; remove it for sources that can, such as Kafka",
	}} with input as {
		"values": {"pipeline.watermark-alignment.allow-unaligned-source-splits": true},
		"state": {"pipeline.watermark-alignment.allow-unaligned-source-splits": "explicit"},
	}
}
