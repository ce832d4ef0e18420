# METADATA
# title: one document that does not fit holds up all checkpoints
# description: |
#   The sink of elasticsearch-8 puts each document that Elasticsearch refuses back into its queue, also one that can never be accepted,
#   such as a text for a field that is mapped as a number. It is sent again without end, and checkpoints wait for it. Let the index
#   take what does not fit, by ignore_malformed or an ingest pipeline with an on_failure, and watch the metric numRecordsSendPartialFailure.
# related_resources:
# - ref: https://github.com/apache/flink-connector-elasticsearch/blob/main/flink-connector-elasticsearch8/src/main/java/org/apache/flink/connector/elasticsearch/sink/Elasticsearch8AsyncWriter.java
# - ref: https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/ignore-malformed
# custom:
#   id: FS016
#   severities: [warning]
#   confidence: likely
#   consequence: stall
#   kinds: [flink-table]
#   remediation: Set index.mapping.ignore_malformed on the index, or an ingest pipeline with on_failure.
#   since: "0.2.0"
package kcfglint.rules.flink_sql.es8_poison_document

# The mapping of the index is not in view.
report contains finding if {
	input.values.connector == "elasticsearch-8"
	input.values["@sql.role"] in {"sink", "both"}
	input.values["@streaming"] != false
	finding := {
		"at": "connector",
		"message": "connector=\"elasticsearch-8\" sends a document that does not fit the index's mapping again without end, and checkpoints wait for it; set ignore_malformed on the index, or an ingest pipeline with on_failure",
	}
}
