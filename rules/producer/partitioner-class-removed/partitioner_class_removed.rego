# METADATA
# title: partitioner.class names a class that Kafka 4.0 removed
# description: |
#   DefaultPartitioner and UniformStickyPartitioner left with Kafka 4.0, and a producer that names one of them does not
#   start. What they did is built in since 3.3: remove the setting, and set partitioner.ignore.keys=true in place of
#   UniformStickyPartitioner.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_partitioner.class
# - ref: https://kafka.apache.org/40/documentation.html#upgrade
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-794%3A+Strictly+Uniform+Sticky+Partitioner
# custom:
#   id: KP034
#   severities: [error, info]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer]
#   remediation: Remove partitioner.class; set partitioner.ignore.keys=true in place of UniformStickyPartitioner.
#   versions: ["3.3", "4.0"]
#   since: "0.1.0"
package kcfglint.rules.producer.partitioner_class_removed

report contains finding if {
	input.client.name == "java"
	input.versions.client.version >= [4, 0]
	some class, mend in removed
	input.values["partitioner.class"] == class
	finding := {
		"at": "partitioner.class",
		"severity": "error",
		"message": $`partitioner.class="{class}": clients from 4.0 on do not have this class and refuse to start; {mend}`,
	}
}

report contains finding if {
	input.client.name == "java"
	input.versions.client.version >= [3, 3]
	input.versions.client.version < [4, 0]
	some class, mend in removed
	input.values["partitioner.class"] == class
	finding := {
		"at": "partitioner.class",
		"severity": "info",
		"consequence": "maintenance",
		"message": $`partitioner.class="{class}" is deprecated, and clients from 4.0 on refuse to start with it; {mend}`,
	}
}

removed := {
	"org.apache.kafka.clients.producer.internals.DefaultPartitioner": "remove partitioner.class, as the built-in one does the same",
	"org.apache.kafka.clients.producer.UniformStickyPartitioner": "set partitioner.ignore.keys=true in its place",
}
