# METADATA
# title: an Elasticsearch table without a primary key doubles its documents
# description: |
#   Without a PRIMARY KEY the sink leaves the ids of its documents to Elasticsearch. What a job writes again after a failure is then a
#   second document, and each change of a GROUP BY over all time adds one, while the older ones stay: Flink does not refuse such a query. Declare
#   a PRIMARY KEY ... NOT ENFORCED, for windows on the start of the window and the grouped columns, and the same row overwrites its
#   document.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/elasticsearch/#key-handling
# custom:
#   id: FS013
#   severities: [warning, error, info]
#   confidence: certain
#   consequence: duplication
#   kinds: [flink-table]
#   remediation: Declare a PRIMARY KEY (...) NOT ENFORCED.
#   since: "0.2.0"
package kcfglint.rules.flink_sql.es_append_mode_duplicates

import data.kcfglint.lib.loss

# ElasticsearchDynamicSink accepts updates without a key, and RowElasticsearchEmitter indexes each as new.
report contains finding if {
	appends
	updated
	finding := {
		"at": "@sql.primary-key",
		"message": "the table has no PRIMARY KEY, and groups over all time are written to it: each change of a group adds a document and the older ones stay; declare the grouped columns PRIMARY KEY (...) NOT ENFORCED",
		"severity": "error",
	}
}

# ElasticSearch8AsyncDynamicSink.getChangelogMode: "Primary key is required when the changelog contains UPDATE or DELETE operations."
report contains finding if {
	appends
	input.values.connector == "elasticsearch-8"
	grouped
	finding := {
		"at": "@sql.primary-key",
		"message": "the table has no PRIMARY KEY, and groups over all time are written to it: elasticsearch-8 refuses rows that change without one, and the job does not start; declare the grouped columns PRIMARY KEY (...) NOT ENFORCED",
		"severity": "error",
		"confidence": "likely",
		"consequence": "startup-failure",
	}
}

report contains finding if {
	appends
	not grouped
	finding := {
		"at": "@sql.primary-key",
		"message": sprintf("the table has no PRIMARY KEY, so Elasticsearch makes up the ids: %s is a second document; declare a PRIMARY KEY (...) NOT ENFORCED%s", [again, hint]),
		"severity": severity,
	}
}

appends if {
	input.values.connector in {"elasticsearch-6", "elasticsearch-7", "elasticsearch-8"}
	input.values["@sql.primary-key"] == false
}

updated if {
	input.values.connector in {"elasticsearch-6", "elasticsearch-7"}
	grouped
}

grouped if {
	input.values["@sql.insert"] == "aggregate"
	input.values["@streaming"] == true
}

default again := "what is written again after a failure"

again := "each result of a window that is written again after a failure" if input.values["@sql.insert"] == "window"

default hint := ""

hint := " on the start of the window and the grouped columns" if input.values["@sql.insert"] == "window"

default severity := "warning"

severity := "info" if loss.tolerated
