package kcfglint.rules.flink_sql.es8_poison_document_test

import data.kcfglint.rules.flink_sql.es8_poison_document as rule

table(connector, role, streaming) := {"values": {"connector": connector, "@sql.role": role, "@streaming": streaming}}

test_sink if {
	{f.at | some f in rule.report} == {"connector"} with input as table("elasticsearch-8", "sink", true)
}

test_older if rule.report == set() with input as table("elasticsearch-7", "sink", true)

test_not_written if rule.report == set() with input as table("elasticsearch-8", "unknown", true)

test_batch if rule.report == set() with input as table("elasticsearch-8", "sink", false)
