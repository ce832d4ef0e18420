# METADATA
# title: what becomes of a record that a Spring listener fails on
# description: |
#   Where no error handler is configured, Spring's DefaultErrorHandler calls the listener ten times without a pause, logs the record
#   and goes on: its offset is committed, and the record is lost. An outage of a second is enough. Error handlers are beans, which
#   no configuration file shows: see that there is one with a back-off and a DeadLetterPublishingRecoverer.
# related_resources:
# - ref: https://docs.spring.io/spring-kafka/reference/kafka/annotation-error-handling.html
# custom:
#   id: KM016
#   severities: [info]
#   confidence: likely
#   consequence: loss
#   kinds: [consumer]
#   remediation: Configure a DefaultErrorHandler with a back-off and a DeadLetterPublishingRecoverer.
#   since: "0.2.0"
package kcfglint.rules.framework.spring_container_skip

# That of spring.kafka. The bindings of Spring Cloud Stream, which go by their own names, have settings for it.
report contains finding if {
	input.owner == "spring"
	input.links.group != ""
	input.name == "consumer"
	finding := {
		"at": "group.id",
		"message": $`a listener of group "{input.links.group}" that fails on a record is called ten times and the record is skipped, unless a bean says otherwise; see that a DefaultErrorHandler with a DeadLetterPublishingRecoverer keeps it`,
	}
}
