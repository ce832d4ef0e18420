# METADATA
# title: the same key lands in the indices of two days
# description: |
#   An index that is named by now() or CURRENT_TIMESTAMP depends on when a row is written. A row that is written again after midnight, or after
#   a failure, goes to another index, and the PRIMARY KEY does not replace what the first one holds. Queries that update their
#   results are refused by the sink. Name the index by a column of the row's own time.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/elasticsearch/#dynamic-index
# custom:
#   id: FS014
#   severities: [warning, error]
#   confidence: certain
#   consequence: duplication
#   kinds: [flink-table]
#   remediation: Name the index by a column with the row's own time, such as {placed|yyyy-MM-dd}.
#   since: "0.2.0"
package kcfglint.rules.flink_sql.es_dynamic_index_now

# ElasticsearchDynamicSink.getChangelogMode: "Dynamic indexing based on system time only works on append only stream."
report contains finding if {
	by_clock
	updated
	finding := {
		"at": "index",
		"severity": "error",
		"consequence": "startup-failure",
		"message": sprintf("index=%q goes by the clock, which the sink refuses of a query that updates its results: the job does not start; name it by a column with the row's own time", [index]),
	}
}

report contains finding if {
	by_clock
	not updated
	input.values["@sql.primary-key"] == true
	finding := {
		"at": "index",
		"severity": "warning",
		"message": sprintf("index=%q goes by the clock: a row that is written again later lands in another index, where its PRIMARY KEY replaces nothing; name it by a column with the row's own time", [index]),
	}
}

# IndexGeneratorFactory
by_clock if {
	input.values.connector in {"elasticsearch-6", "elasticsearch-7", "elasticsearch-8"}
	input.state.index == "explicit"
	regex.match(`\{\s*(?i:now\(\s*\)|current_timestamp)\s*\|`, index)
}

index := input.settings.index.value

updated if {
	input.values["@sql.insert"] == "aggregate"
	input.values["@streaming"] == true
}
