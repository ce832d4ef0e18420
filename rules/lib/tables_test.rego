package kcfglint.lib.tables_test

import data.kcfglint.lib.tables
import data.kcfglint.lib.topics_test

project := topics_test.project({"orders": ["r", "s", "t", "w"]}, {
	"r": {"kind": "consumer", "owner": "flink", "of": "in", "cluster": ""},
	"s": {"kind": "consumer", "owner": "spring", "of": "", "cluster": ""},
	"t": {"kind": "topic", "owner": "", "of": "", "cluster": "kafka:9092"},
	"w": {"kind": "producer", "owner": "flink", "of": "out", "cluster": ""},
	"in": {"kind": "flink-table"},
	"out": {"kind": "flink-table"},
})

test_sinks if tables.sinks == {"orders": {"out"}} with input as project

test_sources if tables.sources == {"orders": {"in"}} with input as project

test_declared if tables.declared == {"orders": {"kafka:9092": "t"}} with input as project
