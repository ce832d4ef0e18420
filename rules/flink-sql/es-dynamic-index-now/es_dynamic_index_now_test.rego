package kcfglint.rules.flink_sql.es_dynamic_index_now_test

import data.kcfglint.rules.flink_sql.es_dynamic_index_now as rule

table(index, insert) := {
	"values": {"connector": "elasticsearch-7", "@sql.primary-key": true, "@sql.insert": insert, "@streaming": true},
	"state": {"index": "explicit"},
	"settings": {"index": {"written": "index", "value": index, "line": 9, "from_default": false}},
}

test_now if {
	rule.report == {{
		"at": "index",
		"severity": "warning",
		"message": `index="orders-{now()|yyyy-MM-dd}" goes by the clock: a row that is written again later lands in another index, where its PRIMARY KEY replaces nothing; name it by a column with the row's own time`,
	}} with input as table("orders-{now()|yyyy-MM-dd}", "plain")
}

test_timestamp if {object.get(f, "consequence", "duplication") | some f in rule.report} == {"duplication"} with input as table("orders-{CURRENT_TIMESTAMP|yyyy}", "window")

test_groups if {object.get(f, "consequence", "duplication") | some f in rule.report} == {"startup-failure"} with input as table("orders-{ now() |yyyy}", "aggregate")

test_column if {object.get(f, "consequence", "duplication") | some f in rule.report} == set() with input as table("orders-{placed|yyyy-MM-dd}", "plain")

test_no_key if {
	{object.get(f, "consequence", "duplication") | some f in rule.report} == set() with input as object.union(table("orders-{now()|yyyy}", "plain"), {"values": {"@sql.primary-key": false}})
}
