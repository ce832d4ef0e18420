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
		[{"scan.startup.mode": "oldest"}, {"scan.startup.mode": "explicit"}, "scan.startup.mode"],
		[{"scan.parallelism": 0}, {}, "scan.parallelism"],
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

written(key, value) := {"values": {key: value}, "settings": {key: {"written": key, "value": value, "line": 3, "from_default": false}}, "state": {key: "explicit"}}

at(settings, version) := {finding.at |
	some finding in rule.report with input as object.union_n([table({}, {}), {"versions": {"kafka-connector": {"version": version, "assumed": false}}}, settings])
}

test_specific_offsets if {
	every value in ["partition:0", "0:42", "partition:a,offset:1", "partition:0,offset:1,x"] {
		at(object.union_n([table({"scan.startup.mode": "specific-offsets"}, {}), written("topic", "a"), written("scan.startup.specific-offsets", value)]), [3, 4]) == {"scan.startup.specific-offsets"}
	}
	at(object.union_n([table({"scan.startup.mode": "specific-offsets"}, {}), written("topic", "a"), written("scan.startup.specific-offsets", "partition:0,offset:42;partition:1,offset:300")]), [3, 4]) == set()
	at(object.union_n([table({"scan.startup.mode": "specific-offsets"}, {}), written("topic", "a;b"), written("scan.startup.specific-offsets", "partition:0,offset:42")]), [3, 4]) == {"scan.startup.specific-offsets"}
}

test_topics_of_a_sink if {
	sink := {"values": {"@sql.role": "sink"}}
	at(object.union(written("topic", "a;b"), sink), [3, 2]) == {"topic"}
	at(object.union(written("topic", "a;b"), sink), [3, 3]) == set()
	at(object.union(written("topic", " "), sink), [3, 4]) == {"topic"}
	at(object.union_n([written("topic", "a"), written("topic-pattern", "a.*"), sink]), [3, 2]) == set()
	at(object.union_n([written("topic", "a"), written("topic-pattern", "a.*"), sink]), [3, 3]) == {"topic-pattern"}
}

pattern(text) := at(object.union(written("topic-pattern", text), {"state": {"topic": "absent", "topic-pattern": "explicit"}}), [3, 4])

test_patterns if {
	every text in ["(", "orders-[a", "a)", "*"] {
		pattern(text) == {"topic-pattern"}
	}
	every text in ["orders-.*", `(?!x)a`, `a++`, `\\p{javaLowerCase}`] {
		pattern(text) == set()
	}
}

test_raw_key if {
	at(object.union_n([written("topic", "a"), written("key.fields", "id;name"), written("key.format", "raw")]), [3, 4]) == {"key.fields"}
	at(object.union_n([written("topic", "a"), written("key.fields", "id"), written("key.format", "raw")]), [3, 4]) == set()
	at(object.union_n([written("topic", "a"), written("key.fields", " "), written("key.format", "json")]), [3, 4]) == {"key.format"}
}

test_json_strict_and_lenient if {
	every prefix in ["", "value."] {
		both := {concat("", [prefix, "json.fail-on-missing-field"]): true, concat("", [prefix, "json.ignore-parse-errors"]): true}
		[concat("", [prefix, "json.fail-on-missing-field"])] == [f.at | some f in rule.report] with input as table(both, {})
		rule.report == set() with input as table(object.union(both, {"@sql.role": "sink"}), {})
	}
}

test_partitioner_beside_a_key if {
	robin := table({"sink.partitioner": "round-robin", "@sql.role": "sink"}, {"sink.partitioner": "explicit", "key.fields": "explicit", "key.format": "explicit"})
	{finding.at | some finding in rule.report} == {"sink.partitioner"} with input as robin
	rule.report == set() with input as robin with input.state["key.fields"] as "absent" with input.state["key.format"] as "absent"
	rule.report == set() with input as robin with input.values["@sql.role"] as "source"
	rule.report == set() with input as robin with input.values["sink.partitioner"] as "fixed"
}

test_no_partitioner if {
	empty := object.union(written("sink.partitioner", ""), {"values": {"@sql.role": "sink"}})
	at(object.union(written("topic", "a"), empty), [3, 4]) == {"sink.partitioner"}
}
