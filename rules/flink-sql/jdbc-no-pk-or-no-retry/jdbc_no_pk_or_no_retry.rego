# METADATA
# title: a JDBC sink that writes rows twice, or gives up at once
# description: |
#   Without a PRIMARY KEY in its DDL a JDBC sink inserts: rows since the last checkpoint, which a failure makes the job write again, are in the
#   table twice or violate a key of the database. Queries that update their results are refused. With a PRIMARY KEY the
#   sink writes by upsert. sink.max-retries=0 fails the job at the first error of the database; the default is 3.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/jdbc/#key-handling
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/jdbc/#sink-max-retries
# custom:
#   id: FS017
#   severities: [warning, error, info]
#   confidence: certain
#   consequence: duplication
#   kinds: [flink-table]
#   remediation: Declare a PRIMARY KEY (...) NOT ENFORCED that is a key of the table in the database, and leave sink.max-retries out.
#   since: "0.2.0"
package kcfglint.rules.flink_sql.jdbc_no_pk_or_no_retry

import data.kcfglint.lib.loss

# JdbcDynamicTableSink.validatePrimaryKey
report contains finding if {
	appends
	input.values["@sql.insert"] == "aggregate"
	finding := {
		"at": "@sql.primary-key",
		"message": "the table has no PRIMARY KEY, and a query that updates its results is written to it: the sink refuses it and the job does not start; declare the grouped columns PRIMARY KEY (...) NOT ENFORCED",
		"severity": "error",
		"consequence": "startup-failure",
	}
}

report contains finding if {
	appends
	input.values["@sql.insert"] != "aggregate"
	finding := {
		"at": "@sql.primary-key",
		"message": "the table has no PRIMARY KEY, so the sink inserts: rows that are written again after a failure are there twice; declare a PRIMARY KEY (...) NOT ENFORCED that the database has as well",
		"severity": severity,
	}
}

report contains finding if {
	sink
	input.values["sink.max-retries"] == 0
	input.state["sink.max-retries"] == "explicit"
	finding := {
		"at": "sink.max-retries",
		"message": "sink.max-retries=\"0\": one error of the database fails the job; remove it, or set 3 and more",
		"severity": "warning",
		"consequence": "stall",
	}
}

# JdbcDynamicTableFactory
report contains finding if {
	sink
	retries := input.values["sink.max-retries"]
	retries < 0
	input.state["sink.max-retries"] == "explicit"
	finding := {
		"at": "sink.max-retries",
		"message": sprintf("sink.max-retries=\"%d\": Flink refuses less than 0 and the job does not start; remove it", [retries]),
		"severity": "error",
		"consequence": "startup-failure",
	}
}

sink if {
	input.values.connector == "jdbc"
	input.values["@sql.role"] in {"sink", "both"}
}

# What is loaded once is not written again by a checkpoint.
appends if {
	sink
	input.values["@sql.primary-key"] == false
	input.values["@streaming"] == true
}

default severity := "warning"

severity := "info" if loss.tolerated
