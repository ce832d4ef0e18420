# METADATA
# title: a partitioner that prefers its rack does not know its rack
# description: |
#   partitioner.rack.aware=true sends records without a key to partitions whose leaders are in the producer's own rack,
#   which client.rack names. Java producers from 4.4 on refuse to start without it. Set client.rack, or remove
#   partitioner.rack.aware.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_partitioner.rack.aware
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-1123%3A+Rack-aware+partitioning+for+Kafka+Producer
# custom:
#   id: KP040
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer]
#   remediation: Set client.rack to the producer's rack, or remove partitioner.rack.aware.
#   versions: ["4.4"]
#   since: "0.2.0"
package kcfglint.rules.producer.rack_aware_without_rack

# The constructor of KafkaProducer.
report contains finding if {
	input.client.name == "java"
	input.values["partitioner.rack.aware"] == true
	input.settings["partitioner.rack.aware"]
	no_rack
	input.versions.client.version >= [4, 4]
	finding := {
		"at": "partitioner.rack.aware",
		"message": `partitioner.rack.aware="true" without client.rack: the producer refuses to start; set client.rack`,
		"related": [{"at": "client.rack", "message": "client.rack is not set"}],
	}
}

no_rack if input.state["client.rack"] in {"absent", "default"}

no_rack if input.values["client.rack"] == ""
