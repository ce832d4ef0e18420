# METADATA
# title: A Flink source reads what a transaction may yet abort
# description: |
#   The topic is written in transactions, and this source reads with isolation.level read_uncommitted, which is the default of Kafka's
#   client whatever the documentation of the table connector says. It processes records of transactions that are aborted, and
#   reads them again when the writer sends them anew: the exactly-once of the writer ends here. Set properties.isolation.level to
#   read_committed.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_isolation.level
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/kafka/#consistency-guarantees
# custom:
#   id: FK019
#   severities: [error, warning]
#   confidence: certain
#   consequence: duplication
#   kinds: [consumer]
#   scope: project
#   remediation: Set properties.isolation.level to read_committed.
#   since: "0.1.0"
package kcfglint.rules.project.reads_uncommitted_of_exactly_once_topic

import data.kcfglint.lib.transactions

report contains finding if {
	some id, topic in transactions.exposed
	input.components[id].owner == "flink"
	writer := transactions.origin(topic, input.components[id].cluster)
	finding := {
		"at": {"key": "isolation.level", "component": id},
		"message": sprintf(
			"isolation.level=\"read_uncommitted\": topic %q is written in transactions by %s, and what is aborted is read too, so records count twice; set properties.isolation.level=read_committed",
			[topic, input.components[writer].name],
		),
		"related": [{"at": {"key": transactions.evidence(writer), "component": writer}, "message": "writes in transactions"}],
	}
}
