package kcfglint.rules.flink_checkpoint.legacy_conf_on_2x_test

import data.kcfglint.rules.flink_checkpoint.legacy_conf_on_2x as rule

cluster(file, version) := {
	"kind": "flink-cluster",
	"values": {"@file": file},
	"state": {"@file": "explicit"},
	"versions": {"flink": {"version": version, "assumed": false}},
}

test_2_0 if {
	rule.report == {{
		"at": "@file",
		"message": "flink-conf.yaml is not read by Flink 2.0, so all its settings are ignored, checkpointing included; move them to config.yaml",
	}} with input as cluster("flink-conf.yaml", [2, 0])
}

test_1_20 if {
	rule.report == set() with input as cluster("flink-conf.yaml", [1, 20])
}

test_config_yaml if {
	rule.report == set() with input as cluster("config.yaml", [2, 1])
}

test_beside_flink_conf if {
	rule.report == {{
		"at": "@file.unread",
		"message": "config.yaml is not read by Flink 1.20, because flink-conf.yaml stands beside it: all its settings are ignored; keep one of the two",
		"severity": "warning",
		"consequence": "ignored",
	}} with input as object.union(cluster("config.yaml", [1, 20]), {"values": {"@file.unread": "flink-conf.yaml"}})
}

test_config_yaml_before_1_19 if {
	rule.report == {{
		"at": "@file.unread",
		"message": "config.yaml is not read by Flink 1.18, which knows flink-conf.yaml only, so all its settings are ignored, checkpointing included; move them there",
	}} with input as object.union(cluster("config.yaml", [1, 18]), {"values": {"@file.unread": "version"}})
}
