# METADATA
# title: changelogs and repartition topics have a single replica
# description: |
#   Streams keeps the state of an application in changelog topics and passes records through repartition topics. With
#   replication.factor=1 the loss of one broker's disk loses state that cannot be rebuilt, and every restart of that broker
#   stops the application. Set 3, or -1 where the brokers' default.replication.factor is 3. Before 3.0 the default is 1.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_replication.factor
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_default.replication.factor
# custom:
#   id: KS006
#   severities: [error, warning]
#   confidence: certain
#   consequence: loss
#   kinds: [streams]
#   remediation: Set replication.factor=3, or -1 where the brokers' default.replication.factor is 3.
#   versions: ["3.0"]
#   since: "0.1.0"
package kcfglint.rules.streams.internal_topics_rf_one

report contains finding if {
	input.values["replication.factor"] == 1
	input.state["replication.factor"] in {"explicit", "inherited"}
	finding := {
		"at": "replication.factor",
		"severity": "error",
		"message": `replication.factor="1": losing one broker loses the application's changelogs and the records in its repartition topics; set 3`,
	}
}

report contains finding if {
	input.values["replication.factor"] == 1
	input.state["replication.factor"] == "default"
	finding := {
		"at": "replication.factor",
		"severity": "warning",
		"message": "replication.factor is not set and defaults to 1 here: losing one broker loses the application's changelogs and the records in its repartition topics; set 3",
	}
}
