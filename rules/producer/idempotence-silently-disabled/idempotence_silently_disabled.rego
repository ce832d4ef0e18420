# METADATA
# title: a setting switches the default idempotence off without an error
# description: |
#   Java clients are idempotent by default from 3.0.1 on (3.1.1 in the 3.1 line), but only as long as no other
#   setting contradicts it: acks other than all, retries=0, and before 4.0 more than five requests in flight switch
#   it off. Nothing but a log line says so, and retries can then store batches twice or out of order. Remove the
#   contradicting setting, or write enable.idempotence=false to say that it is meant.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_enable.idempotence
# - ref: https://github.com/apache/kafka/pull/11691
# - ref: https://github.com/apache/kafka/pull/11788
# custom:
#   id: KP007
#   severities: [warning]
#   confidence: certain
#   consequence: duplication
#   kinds: [producer]
#   remediation: Remove the contradicting setting, or write enable.idempotence=false to say that it is meant.
#   versions: ["3.0", "4.0"]
#   since: "0.1.0"
package kcfglint.rules.producer.idempotence_silently_disabled

report contains finding if {
	input.values.acks == "1"
	implicit
	finding := {
		"at": "acks",
		"message": `acks="1" switches the default enable.idempotence off without an error, so retries can store batches twice and out of order; set acks=all`,
	}
}

# Without acknowledgements, and without retries, nothing is sent twice: what is lost is
# the guarantee that the reader of the file may count on.
report contains finding if {
	input.values.acks == "0"
	implicit
	finding := {
		"at": "acks",
		"consequence": "ignored",
		"message": `acks="0" switches the default enable.idempotence off without an error; set acks=all, or write enable.idempotence=false if this is meant`,
	}
}

report contains finding if {
	input.values.retries == 0
	input.values.acks != "0"
	implicit
	finding := {
		"at": "retries",
		"consequence": "ignored",
		"message": `retries="0" switches the default enable.idempotence off without an error; remove it, or write enable.idempotence=false if this is meant`,
	}
}

report contains finding if {
	in_flight := input.values["max.in.flight.requests.per.connection"]
	in_flight > 5
	implicit
	input.versions.client.version < [4, 0]
	finding := {
		"at": "max.in.flight.requests.per.connection",
		"message": $`max.in.flight.requests.per.connection="{in_flight}" switches the default enable.idempotence off without an error, and clients from 4.0 on refuse to start with it; set at most 5`,
	}
}

# implicit: the producer would be idempotent, and nobody said that it must be. 3.0.0 and
# 3.1.0 declare the default and do not act on it (KAFKA-13598).
implicit if {
	input.client.name == "java"
	input.values["enable.idempotence"] == true
	input.state["enable.idempotence"] == "default"
	input.state["transactional.id"] in {"absent", "default"}
	version := input.versions.client.version
	version >= [3, 0]
	not array.slice(version, 0, 3) in {[3, 0, 0], [3, 1, 0]}
}
