# METADATA
# title: documents that Elasticsearch refuses are thrown away
# description: |
#   With failure-handler=ignore a document that Elasticsearch refuses is gone: a conflict with the mapping, a full queue or a
#   missing index loses it, and the job goes on. A class of one's own decides by itself what becomes of such a document. Leave the handler
#   at fail, with a backoff for what a second attempt can mend, and let an ingest pipeline of Elasticsearch put documents that do not fit
#   into an index of their own. The connector for Flink 2.0 has no such option and refuses it.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/elasticsearch/#failure-handler
# - ref: https://www.elastic.co/docs/manage-data/ingest/transform-enrich/ingest-pipelines
# custom:
#   id: FS011
#   severities: [error, warning, info]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-table]
#   versions: ["flink 2.0"]
#   remediation: Remove failure-handler; for elasticsearch-6 and -7 set sink.bulk-flush.backoff.strategy.
#   since: "0.2.0"
package kcfglint.rules.flink_sql.es_failures_ignored

import data.kcfglint.lib.elasticsearch as connector
import data.kcfglint.lib.loss

report contains finding if {
	elasticsearch
	lower(handler) == "ignore"
	finding := {
		"at": "failure-handler",
		"message": sprintf("failure-handler=%q throws away each document that Elasticsearch refuses, and the job goes on; remove it, and set a backoff for what a second attempt mends", [handler]),
		"severity": severity,
	}
}

# A name that speaks of dead letters says that the class keeps what fails.
report contains finding if {
	elasticsearch
	contains(handler, ".")
	not regex.match(`(?i)dlq|dead_?letter|side_?output`, handler)
	finding := {
		"at": "failure-handler",
		"message": sprintf("failure-handler=%q decides by itself on documents that Elasticsearch refuses: unless it keeps them or fails, they are lost", [handler]),
		"severity": "warning",
		"confidence": "likely",
	}
}

report contains finding if {
	elasticsearch
	lower(handler) == "retry-rejected"
	finding := {
		"at": "failure-handler",
		"message": sprintf("failure-handler=%q sends documents again, without end and without a pause, as long as Elasticsearch is overloaded; set sink.bulk-flush.backoff.strategy instead", [handler]),
		"severity": "info",
		"consequence": "stall",
	}
}

# Where a handler loses or repeats documents, that is said of it for all versions.
report contains finding if {
	input.state["failure-handler"] == "explicit"
	harmless
	finding := {
		"at": "failure-handler",
		"message": connector.refused("failure-handler"),
		"severity": "error",
		"confidence": confidence,
		"consequence": "startup-failure",
	}
}

harmless if lower(handler) == "fail"

harmless if input.values.connector == "elasticsearch-8"

# Services have connectors of this name that are their own.
default confidence := "certain"

confidence := "likely" if input.values.connector == "elasticsearch-8"

elasticsearch if {
	input.values.connector in {"elasticsearch-6", "elasticsearch-7"}
	input.state["failure-handler"] == "explicit"
}

handler := input.settings["failure-handler"].value

default severity := "error"

severity := "info" if loss.tolerated
