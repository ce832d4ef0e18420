package kcfglint.rules.flink_operator.nested_flink_configuration_version_test

import data.kcfglint.rules.flink_operator.nested_flink_configuration_version as rule

job(version) := {
	"values": {"@configuration.nested": "execution"},
	"state": {"@configuration.nested": "explicit"},
	"versions": {"flink": {"version": version, "assumed": false}},
}

nested := {{
	"at": "@configuration.nested",
	"message": "\"execution\" in flinkConfiguration is nested, which operators before 1.13 refuse; write flat keys",
}}

test_nested if rule.report == nested with input as job([1, 20])

test_new_flink if rule.report == set() with input as job([2, 1])

test_version_unknown if rule.report == nested with input as job([2, 3]) with input.versions.flink.assumed as true

test_flat if rule.report == set() with input as job([1, 20]) with input.state["@configuration.nested"] as "absent"
