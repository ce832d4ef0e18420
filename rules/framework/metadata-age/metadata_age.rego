# METADATA
# title: metadata is renewed much too rarely, or all the time
# description: |
#   A client asks for the metadata of its topics every metadata.max.age.ms, five minutes by default. With more than a quarter of an
#   hour it takes as long to see new partitions and, where it subscribes to a pattern, new topics: a consumer does not read what is
#   written there, and with auto.offset.reset=latest it skips what was written before it came. With less than a second every client
#   asks the brokers without pause.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_metadata.max.age.ms
# custom:
#   id: KM031
#   severities: [warning]
#   confidence: certain
#   consequence: stall
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror]
#   remediation: Leave metadata.max.age.ms at 300000, or at least 1000 and at most 900000.
#   since: "0.2.0"
package kcfglint.rules.framework.metadata_age

report contains finding if {
	age > 900000
	finding := {
		"at": "metadata.max.age.ms",
		"message": $`metadata.max.age.ms="{written}": new partitions and topics are seen only after up to {minutes} minutes; set 300000`,
	}
}

report contains finding if {
	age < 1000
	finding := {
		"at": "metadata.max.age.ms",
		"consequence": "performance",
		"message": $`metadata.max.age.ms="{written}": the client asks the brokers for metadata all the time; set 300000`,
	}
}

age := input.values["metadata.max.age.ms"] if input.state["metadata.max.age.ms"] in {"explicit", "inherited"}

written := input.settings["metadata.max.age.ms"].value

minutes := floor(age / 60000)
