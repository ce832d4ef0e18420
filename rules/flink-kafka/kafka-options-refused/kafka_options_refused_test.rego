package kcfglint.rules.flink_kafka.kafka_options_refused_test

import data.kcfglint.rules.flink_kafka.kafka_options_refused as rule

states := {
	"topic": "explicit",
	"topic-pattern": "absent",
	"format": "explicit",
	"value.format": "absent",
	"key.format": "absent",
	"key.fields": "absent",
	"key.fields-prefix": "absent",
	"value.fields-include": "default",
	"scan.startup.mode": "default",
	"scan.startup.timestamp-millis": "absent",
	"scan.startup.specific-offsets": "absent",
	"scan.bounded.timestamp-millis": "absent",
	"scan.bounded.specific-offsets": "absent",
}

table(values, state) := {
	"complete": "full",
	"values": object.union({"connector": "kafka", "@sql.role": "source", "@sql.primary-key": false, "value.fields-include": "ALL"}, values),
	"state": object.union(states, state),
}

upsert := {"connector": "upsert-kafka", "@sql.primary-key": true}

formats := {"key.format": "explicit", "value.format": "explicit", "format": "absent"}

test_upsert if rule.report == set() with input as table(upsert, formats)

test_read_with_parallelism if rule.report == set() with input as table({"sink.parallelism": 0}, {})

test_prefix if {
	rule.report == set() with input as table({"key.fields-prefix": "k_", "value.fields-include": "EXCEPT_KEY"}, {"key.fields-prefix": "explicit"})
}

test_whole if rule.report == set() with input as table({}, {})

test_refused if {
	every case in [
		[{}, {"topic-pattern": "explicit"}, "topic-pattern"],
		[{}, {"topic": "absent"}, "topic"],
		[{}, {"format": "absent"}, "format"],
		[{"scan.startup.mode": "timestamp"}, {}, "scan.startup.mode"],
		[{"scan.startup.mode": "specific-offsets"}, {}, "scan.startup.mode"],
		[{"scan.bounded.mode": "timestamp"}, {}, "scan.bounded.mode"],
		[{"scan.bounded.mode": "specific-offsets"}, {}, "scan.bounded.mode"],
		[{"key.fields": "id"}, {"key.fields": "explicit"}, "key.fields"],
		[{}, {"key.format": "explicit"}, "key.format"],
		[{"key.fields-prefix": "k_"}, {"key.fields-prefix": "explicit", "key.format": "explicit", "key.fields": "explicit"}, "key.fields-prefix"],
		[{"connector": "upsert-kafka"}, {"key.format": "explicit", "value.format": "explicit", "format": "absent"}, "connector"],
		[{"key.fields-prefix": "k_"}, {"key.fields-prefix": "explicit"}, "key.fields-prefix"],
		[{"sink.parallelism": 0, "@sql.role": "sink"}, {}, "sink.parallelism"],
		[upsert, object.union(formats, {"key.fields": "explicit"}), "key.fields"],
		[upsert, object.union(formats, {"scan.startup.mode": "explicit"}), "scan.startup.mode"],
		[upsert, object.union(formats, {"topic": "absent"}), "topic"],
		[object.union(upsert, {"sink.buffer-flush.max-rows": -1, "@sql.role": "sink"}), formats, "sink.buffer-flush.max-rows"],
		[{"connector": "upsert-kafka", "@sql.primary-key": true}, {"value.format": "explicit"}, "key.format"],
		[{"connector": "upsert-kafka", "@sql.primary-key": true}, {"key.format": "explicit"}, "value.format"],
	] {
		[case[2]] == [finding.at | some finding in rule.report] with input as table(case[0], case[1])
	}
}

test_message if {
	rule.report == {{
		"at": "format",
		"message": "neither format nor value.format is set: Flink refuses the table and the job does not start; set format",
	}} with input as table({}, {"format": "absent"})
}

test_sink_does_not_start_anywhere if {
	rule.report == set() with input as table({"scan.startup.mode": "timestamp", "@sql.role": "sink"}, {})
}

test_not_all_in_view if {
	rule.report == set() with input as table({}, {"format": "absent", "topic": "absent"}) with input.complete as "partial"
}

test_placeholders if {
	rule.report == set() with input as table(
		{"scan.startup.mode": "timestamp"},
		{"scan.startup.timestamp-millis": "unknown", "format": "unknown", "topic": "unknown"},
	)
}
