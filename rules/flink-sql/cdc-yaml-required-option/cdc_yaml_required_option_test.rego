package kcfglint.rules.flink_sql.cdc_yaml_required_option_test

import data.kcfglint.rules.flink_sql.cdc_yaml_required_option as rule

test_source if {
	rule.report == {{
		"at": "@cdc.missing.source",
		"message": `source "mysql" lacks tables, username: Flink CDC does not start without; add what is missing`,
	}} with input as {"values": {"source.type": "mysql", "sink.type": "values", "@cdc.missing.source": "tables, username"}}
}

test_sink if {
	rule.report == {{
		"at": "@cdc.missing.sink",
		"message": `sink "starrocks" lacks load-url: Flink CDC does not start without; add what is missing`,
	}} with input as {"values": {"source.type": "mysql", "sink.type": "starrocks", "@cdc.missing.sink": "load-url"}}
}

test_nothing_missing if rule.report == set() with input as {"values": {"source.type": "mysql", "sink.type": "values"}}
