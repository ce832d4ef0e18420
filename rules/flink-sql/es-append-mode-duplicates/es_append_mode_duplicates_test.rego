package kcfglint.rules.flink_sql.es_append_mode_duplicates_test

import data.kcfglint.rules.flink_sql.es_append_mode_duplicates as rule

table(insert) := {
	"name": "order_search",
	"links": {"topics": []},
	"values": {"connector": "elasticsearch-7", "@sql.primary-key": false, "@sql.insert": insert, "@streaming": true},
}

test_rows if {
	rule.report == {{
		"at": "@sql.primary-key",
		"message": "the table has no PRIMARY KEY, so Elasticsearch makes up the ids: what is written again after a failure is a second document; declare a PRIMARY KEY (...) NOT ENFORCED",
		"severity": "warning",
	}} with input as table("plain")
}

test_window if {
	rule.report == {{
		"at": "@sql.primary-key",
		"message": "the table has no PRIMARY KEY, so Elasticsearch makes up the ids: each result of a window that is written again after a failure is a second document; declare a PRIMARY KEY (...) NOT ENFORCED on the start of the window and the grouped columns",
		"severity": "warning",
	}} with input as table("window")
}

test_groups if {f.severity | some f in rule.report} == {"error"} with input as table("aggregate")

test_groups_of_a_batch if {
	{f.severity | some f in rule.report} == {"warning"} with input as object.union(table("aggregate"), {"values": {"@streaming": false}})
}

test_logs if {f.severity | some f in rule.report} == {"info"} with input as object.union(table("plain"), {"name": "access_logs"})

test_key if {f.severity | some f in rule.report} == set() with input as object.union(table("plain"), {"values": {"@sql.primary-key": true}})

test_of_another_connector if {f.severity | some f in rule.report} == set() with input as object.union(table("plain"), {"values": {"connector": "kafka"}})
