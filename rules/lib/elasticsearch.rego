# Which options the Elasticsearch connectors of Flink's SQL have.
package kcfglint.lib.elasticsearch

# unified holds from 4.0 on, which is for Flink 2.0: no failure-handler and no sink.flush-on-checkpoint, but
# sink.delivery-guarantee (ElasticsearchDynamicTableFactoryBase).
unified if input.versions["es-connector"].version >= [4, 0]

unified if {
	not input.versions["es-connector"]
	input.versions.flink.version >= [2, 0]
}

# legacy holds before.
legacy if input.versions["es-connector"].version < [4, 0]

legacy if {
	not input.versions["es-connector"]
	input.versions.flink.version < [2, 0]
}

# refused is what the message says of an option that the connector does not have. elasticsearch-8 has none of those
# before 4.0 (ElasticSearch8AsyncDynamicTableFactory).
refused(key) := sprintf("%s is no option of the connector for Flink 2.0 and later, and the job does not start; remove it", [key]) if {
	input.values.connector in {"elasticsearch-6", "elasticsearch-7"}
	unified
}

refused(key) := sprintf("%s is no option of elasticsearch-8, and the job does not start; remove it", [key]) if {
	input.values.connector == "elasticsearch-8"
}
