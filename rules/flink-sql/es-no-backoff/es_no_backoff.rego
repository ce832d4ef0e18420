# METADATA
# title: one refusal of an overloaded Elasticsearch fails the job
# description: |
#   Without sink.bulk-flush.backoff.strategy documents that Elasticsearch turns away because it is busy (429) are not sent again: the job
#   fails and repeats all since its last checkpoint, which adds to the load. Set CONSTANT with 60 retries of 1s, which last for a
#   minute: 8 of EXPONENTIAL that begin at 1s are over after 12.8 seconds, as the pauses grow from 1.00 to 3.69 seconds only. Retries
#   are for responses with no other failure than 429: a document that is refused beside them, or a request that is turned away as a
#   whole (429 or 503), fails the job all the same, so let it restart. From the connector for Flink 2.0 on a strategy needs both
#   max-retries and delay.
# related_resources:
# - ref: https://github.com/elastic/elasticsearch/blob/v7.10.2/server/src/main/java/org/elasticsearch/action/bulk/BackoffPolicy.java
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/elasticsearch/#sink-bulk-flush-backoff-strategy
# custom:
#   id: FS012
#   severities: [warning, error]
#   confidence: certain
#   consequence: stall
#   kinds: [flink-table]
#   versions: ["flink 2.0"]
#   remediation: Of elasticsearch-6 and -7 set sink.bulk-flush.backoff.strategy to CONSTANT, max-retries to 60 and delay to 1s.
#   since: "0.2.0"
package kcfglint.rules.flink_sql.es_no_backoff

import data.kcfglint.lib.elasticsearch as connector

report contains finding if {
	fails_on_refusal
	input.complete == "full"
	input.state["sink.bulk-flush.backoff.strategy"] in {"absent", "default"}
	finding := {
		"at": "connector",
		"severity": "warning",
		"message": sprintf("connector=%q without sink.bulk-flush.backoff.strategy: one bulk request that a busy Elasticsearch turns away fails the job; %s", [input.values.connector, mend]),
	}
}

report contains finding if {
	fails_on_refusal
	upper(strategy) in {"DISABLED", "NONE"} # from 4.0 on it is NONE
	input.state["sink.bulk-flush.backoff.strategy"] == "explicit"
	finding := {
		"at": "sink.bulk-flush.backoff.strategy",
		"severity": "warning",
		"message": sprintf("sink.bulk-flush.backoff.strategy=%q: one bulk request that a busy Elasticsearch turns away fails the job; %s", [strategy, mend]),
	}
}

# ElasticsearchDynamicTableFactoryBase of the connector 4.0 reads both without asking whether they are there.
report contains finding if {
	elasticsearch
	connector.unified
	upper(input.values["sink.bulk-flush.backoff.strategy"]) in {"CONSTANT", "EXPONENTIAL"}
	input.state["sink.bulk-flush.backoff.strategy"] == "explicit"
	input.complete == "full"
	some missing in without
	finding := {
		"at": "sink.bulk-flush.backoff.strategy",
		"severity": "error",
		"consequence": "startup-failure",
		"message": sprintf("sink.bulk-flush.backoff.strategy=%q without %s: the connector for Flink 2.0 does not start; set it", [strategy, missing]),
	}
}

report contains finding if {
	input.values.connector == "elasticsearch-8"
	input.state["sink.bulk-flush.backoff.strategy"] == "explicit"
	finding := {
		"at": "sink.bulk-flush.backoff.strategy",
		"severity": "error",
		"confidence": "likely",
		"consequence": "startup-failure",
		"message": connector.refused("sink.bulk-flush.backoff.strategy"),
	}
}

without contains "sink.bulk-flush.backoff.max-retries" if input.state["sink.bulk-flush.backoff.max-retries"] in {"absent", "default"}

without contains "sink.bulk-flush.backoff.delay" if input.state["sink.bulk-flush.backoff.delay"] in {"absent", "default"}

# The other handlers do not end the job.
fails_on_refusal if {
	elasticsearch
	input.state["failure-handler"] in {"absent", "default"}
	input.values["@streaming"] != false
}

fails_on_refusal if {
	elasticsearch
	input.state["failure-handler"] in {"explicit", "inherited"}
	lower(input.settings["failure-handler"].value) == "fail"
	input.values["@streaming"] != false
}

elasticsearch if input.values.connector in {"elasticsearch-6", "elasticsearch-7"}

strategy := input.settings["sink.bulk-flush.backoff.strategy"].value

mend := "set CONSTANT with max-retries 60 and delay 1s"
