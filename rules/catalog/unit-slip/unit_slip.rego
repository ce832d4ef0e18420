# METADATA
# title: a number that looks like one of another unit
# description: |
#   The number is so far from what the setting is ever given that seconds were probably taken for milliseconds, or
#   kilobytes for bytes. session.timeout.ms=45 is 45 milliseconds: no consumer keeps its partitions that long. Write the number in
#   the unit that the name says. Values that are only bold, as tests have them, are left alone.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#configuration
# custom:
#   id: KM004
#   severities: [error]
#   confidence: likely
#   consequence: stall
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror, topic, broker]
#   remediation: Write the number in the unit of the key.
#   since: "0.2.0"
package kcfglint.rules.catalog.unit_slip

report contains finding if {
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "unit-slip"
	finding := {
		"at": key,
		"message": $`{setting.written}="{setting.value}" looks like {issue.unit}, but the key counts {counted(key)}; if so, write {issue.suggestion}`,
	}
}

counted(key) := "milliseconds" if endswith(key, ".ms")

counted(key) := "bytes" if not endswith(key, ".ms")
