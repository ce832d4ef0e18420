# METADATA
# title: a sink aborts the transactions of another one whose prefix begins with its own
# description: |
#   With the naming strategy POOLING a sink asks the brokers at its start which transactions are open on its topics, and aborts
#   those whose ids begin with its prefix. Where the prefix of another sink of the same topic begins so too, that sink's records
#   of the running checkpoint are gone, and Flink only logs it. With INCREMENTING, the default, ids are asked for one by one and
#   no other is hit. Choose prefixes of which none begins another.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/datastream/kafka/#kafka-sink
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/kafka/#consistency-guarantees
# custom:
#   id: FK017
#   severities: [error]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-table]
#   scope: project
#   remediation: Choose prefixes of which none is the beginning of another.
#   since: "0.2.0"
package kcfglint.rules.project.transactional_prefix_containment

import data.kcfglint.lib.near

# TransactionAbortStrategyImpl.LISTING
report contains finding if {
	some topic, ids in input.joins.sinks
	count(ids) <= 200 # nobody has more of one topic by hand
	some id in ids
	pools(input.components[id])
	prefix := input.components[id].links.transactional_prefix
	peers := [other |
		some other in ids
		other != id
		longer := input.components[other].links.transactional_prefix
		startswith(longer, prefix)
		longer != prefix # FK016
		exactly_once(input.components[other])
		near.meet(input.components[id].cluster, input.components[other].cluster)
	]
	count(peers) > 0
	peer := min(peers)
	finding := {
		"at": {"key": "sink.transactional-id-prefix", "component": id},
		"message": sprintf(
			"sink.transactional-id-prefix=%q is the beginning of %q of %s in %s, which writes topic %q too: with POOLING this sink aborts its open transactions, and their records are lost; choose another",
			[prefix, input.components[peer].links.transactional_prefix, input.components[peer].name, input.components[peer].file, topic],
		),
		"related": [{"at": {"key": "sink.transactional-id-prefix", "component": peer}, "message": "the longer prefix"}],
	}
}

pools(sink) if {
	sink.values["sink.transaction-naming-strategy"] == "POOLING"
	sink.links.transactional_prefix != ""
	exactly_once(sink)
}

exactly_once(component) if component.values["sink.delivery-guarantee"] == "exactly-once"
