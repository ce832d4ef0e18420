# METADATA
# title: processing.guarantee has a value that this version of Streams refuses
# description: |
#   Kafka 4.0 removed exactly_once and exactly_once_beta, which 3.0 had deprecated; exactly_once_v2 came with 3.0 and
#   exactly_once_beta with 2.6. A Streams application of another version refuses to start with them. Set exactly_once_v2,
#   which needs brokers of 2.5 or newer.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_processing.guarantee
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-732%3A+Deprecate+eos-alpha+and+replace+eos-beta+with+eos-v2
# custom:
#   id: KS002
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [streams]
#   remediation: Set processing.guarantee=exactly_once_v2.
#   supersedes: [KM006]
#   versions: ["2.6", "3.0", "4.0"]
#   since: "0.2.0"
package kcfglint.rules.streams.processing_guarantee_removed

report contains finding if {
	guarantee in {"exactly_once", "exactly_once_beta"}
	input.versions.client.version >= [4, 0]
	finding := {
		"at": "processing.guarantee",
		"message": $`processing.guarantee="{guarantee}": Kafka 4.0 removed it and Streams refuses to start; set exactly_once_v2`,
	}
}

report contains finding if {
	some value, since in {"exactly_once_v2": [3, 0], "exactly_once_beta": [2, 6]}
	guarantee == value
	input.versions.client.version < since
	finding := {
		"at": "processing.guarantee",
		"message": $`processing.guarantee="{guarantee}": Streams knows it from {since[0]}.{since[1]} on and refuses to start before that; set exactly_once, or upgrade`,
	}
}

guarantee := trim_space(input.settings["processing.guarantee"].value) if {
	input.state["processing.guarantee"] in {"explicit", "inherited", "invalid"}
}
