# METADATA
# title: a producer may send what an old broker refuses
# description: |
#   Brokers before 2.5 take batches of up to 1000012 bytes, while producers send records of up to 1048576
#   (max.request.size). A record between the two is refused with RecordTooLarge, which is not retried. Set
#   max.request.size=1000000, or raise message.max.bytes.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_message.max.bytes
# - ref: https://kafka.apache.org/documentation/#producerconfigs_max.request.size
# custom:
#   id: KP031
#   severities: [info]
#   confidence: likely
#   consequence: loss
#   kinds: [producer]
#   remediation: Set max.request.size=1000000.
#   versions: ["broker 2.5"]
#   since: "0.2.0"
package kcfglint.rules.producer.old_broker_message_max

report contains finding if {
	input.versions.broker.version < [2, 5]
	input.versions.broker.assumed == false
	size := input.values["max.request.size"]
	size == 1048576
	input.state["max.request.size"] == "default"
	finding := {
		"at": "max.request.size",
		"message": "max.request.size is 1048576 by default, and brokers before 2.5 refuse batches above 1000012 bytes: records between the two are lost unless the error is handled; set max.request.size=1000000",
	}
}
