# METADATA
# title: the main consumer commits by timer, whatever was processed
# description: |
#   Streams commits the offsets of its input after it has flushed state and output. Before Kafka 4.2 it forbids auto-
#   commit under the prefix consumer. and without one, but lets main.consumer.enable.auto.commit through. Then the
#   consumer commits what was polled, and a crash loses the records that were not processed yet, and tears state and
#   offsets apart.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_commit.interval.ms
# - ref: https://kafka.apache.org/documentation/streams/developer-guide/config-streams.html
# custom:
#   id: KS020
#   severities: [error]
#   confidence: certain
#   consequence: loss
#   kinds: [streams]
#   remediation: Remove main.consumer.enable.auto.commit.
#   supersedes: [KC001]
#   versions: ["4.2"]
#   since: "0.2.0"
package kcfglint.rules.streams.main_consumer_auto_commit_leak

# StreamsConfig.checkIfUnexpectedUserSpecifiedConsumerConfig did not look at what the prefix main. adds.
report contains finding if {
	input.values["main.consumer.enable.auto.commit"] == true
	input.versions.client.version < [4, 2]
	finding := {
		"at": "main.consumer.enable.auto.commit",
		"message": `main.consumer.enable.auto.commit="true": before Kafka 4.2 Streams lets it through, and the consumer commits records that are not processed yet, which a crash loses; remove it`,
	}
}
