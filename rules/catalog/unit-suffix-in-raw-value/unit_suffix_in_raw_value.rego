# METADATA
# title: a unit is written where the client takes a plain number
# description: |
#   Kafka's own settings are plain numbers in the unit that their name says. A Java client refuses to start with 45s,
#   10MB, 1_000 or 1e6; librdkafka reads the first digits and drops the rest without a word, so that 45s is 45 ms.
#   Write the plain number. Spring's typed keys and Flink's options do take units and are left out.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#configuration
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
# custom:
#   id: KM005
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, source-connector, sink-connector, mirror, topic, broker]
#   supersedes: [KM006]
#   remediation: Write the number in the unit of the key, without a suffix.
#   since: "0.1.0"
package kcfglint.rules.catalog.unit_suffix_in_raw_value

import data.kcfglint.lib.clients

report contains finding if {
	input.client.name == "java"
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "unit-suffix"
	not clients.handed_on(key)
	finding := {
		"at": key,
		"message": $`{setting.written}="{setting.value}": Kafka takes a plain number here and refuses "{issue.suffix}"; {mend(issue)}`,
	}
}

report contains finding if {
	input.client.name == "librdkafka"
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "unit-suffix"
	not issue.refused
	not clients.handed_on(key)
	finding := {
		"at": key,
		"consequence": "ignored",
		"message": $`{setting.written}="{setting.value}": librdkafka drops "{issue.suffix}" without a word and reads the bare number; {mend(issue)}`,
	}
}

# What is left of the value is out of range.
report contains finding if {
	input.client.name == "librdkafka"
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "unit-suffix"
	issue.refused
	not clients.handed_on(key)
	finding := {
		"at": key,
		"message": $`{setting.written}="{setting.value}": librdkafka drops "{issue.suffix}" and refuses the bare number, which is out of range; {mend(issue)}`,
	}
}

mend(issue) := $`write {number}` if number := issue.suggestion

mend(issue) := "write the number without a unit" if not issue.suggestion
