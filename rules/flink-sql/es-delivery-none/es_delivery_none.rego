# METADATA
# title: documents in the buffer are lost at a failure
# description: |
#   An Elasticsearch sink collects documents into bulk requests. With sink.flush-on-checkpoint=false, or sink.delivery-guarantee=none in the
#   connector for Flink 2.0, a checkpoint does not wait for them, so it counts documents as written that a failure then takes from the
#   buffer. Leave both out. exactly-once is refused: with a PRIMARY KEY what is written twice is one document.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/elasticsearch/#sink-flush-on-checkpoint
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/datastream/elasticsearch/#elasticsearch-sinks-and-fault-tolerance
# custom:
#   id: FS015
#   severities: [error, info]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-table]
#   versions: ["flink 2.0"]
#   remediation: Remove sink.flush-on-checkpoint and sink.delivery-guarantee.
#   since: "0.2.0"
package kcfglint.rules.flink_sql.es_delivery_none

import data.kcfglint.lib.elasticsearch as connector
import data.kcfglint.lib.loss

report contains finding if {
	bulk
	input.values["sink.flush-on-checkpoint"] == false
	input.state["sink.flush-on-checkpoint"] == "explicit"
	finding := {
		"at": "sink.flush-on-checkpoint",
		"message": sprintf("sink.flush-on-checkpoint=%q: checkpoints do not wait for the buffer, so a failure loses documents that count as written; remove it", [input.settings["sink.flush-on-checkpoint"].value]),
		"severity": severity,
	}
}

report contains finding if {
	bulk
	guarantee == "none"
	finding := {
		"at": "sink.delivery-guarantee",
		"message": "sink.delivery-guarantee=\"none\": checkpoints do not wait for the buffer, so a failure loses documents that count as written; remove it",
		"severity": severity,
	}
}

# Connectors before 4.0 have no such option and refuse it as well.
report contains finding if {
	bulk
	guarantee == "exactly-once"
	finding := {
		"at": "sink.delivery-guarantee",
		"message": "sink.delivery-guarantee=\"exactly-once\": the sink has no such guarantee and the job does not start; remove it and declare a PRIMARY KEY, so that what is written twice is one document",
		"severity": "error",
		"consequence": "startup-failure",
	}
}

report contains finding if {
	bulk
	connector.legacy
	guarantee == "at-least-once"
	finding := {
		"at": "sink.delivery-guarantee",
		"message": "sink.delivery-guarantee is no option of the connector before Flink 2.0, and the job does not start; remove it, the sink waits for its requests at checkpoints",
		"severity": "error",
		"consequence": "startup-failure",
	}
}

report contains finding if {
	input.state["sink.flush-on-checkpoint"] == "explicit"
	waits
	finding := {
		"at": "sink.flush-on-checkpoint",
		"message": connector.refused("sink.flush-on-checkpoint"),
		"severity": "error",
		"confidence": confidence,
		"consequence": "startup-failure",
	}
}

waits if input.values["sink.flush-on-checkpoint"] == true

waits if input.values.connector == "elasticsearch-8"

# Services have connectors of this name that are their own.
default confidence := "certain"

confidence := "likely" if input.values.connector == "elasticsearch-8"

# The sink of Elasticsearch 8 always waits for its requests.
report contains finding if {
	input.values.connector == "elasticsearch-8"
	guarantee
	finding := {
		"at": "sink.delivery-guarantee",
		"message": sprintf("sink.delivery-guarantee=%q has no effect on elasticsearch-8, which is at-least-once always; remove it", [guarantee]),
		"severity": "info",
		"consequence": "ignored",
	}
}

bulk if input.values.connector in {"elasticsearch-6", "elasticsearch-7"}

guarantee := lower(input.settings["sink.delivery-guarantee"].value) if input.state["sink.delivery-guarantee"] == "explicit"

default severity := "error"

severity := "info" if loss.tolerated
