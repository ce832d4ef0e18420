# METADATA
# title: timestamps ahead of the clock were allowed and no longer are
# description: |
#   message.timestamp.difference.max.ms was how far a record's timestamp might be from the broker's clock, in both
#   directions, and without end by default. Kafka 4.0 removed it from brokers and ignores it there; in its place
#   message.timestamp.after.max.ms refuses what is more than an hour ahead. Producers that write times of events, or
#   whose clocks run fast, then get InvalidTimestampException. Where the old setting was written somebody had a
#   reason: write the new ones.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#topicconfigs_message.timestamp.after.max.ms
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-937%3A+Improve+Message+Timestamp+Validation
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-1030%3A+Change+constraints+and+default+values+for+various+configurations
# custom:
#   id: KT019
#   severities: [warning]
#   confidence: certain
#   consequence: stall
#   kinds: [broker]
#   remediation: Set log.message.timestamp.after.max.ms and log.message.timestamp.before.max.ms.
#   versions: ["broker 4.0"]
#   supersedes: [KM003]
#   since: "0.2.0"
package kcfglint.rules.topic.future_timestamps_rejected

report contains finding if {
	input.versions.broker.version >= [4, 0]
	setting := input.settings["log.message.timestamp.difference.max.ms"]
	allowed(setting.value)
	input.state["log.message.timestamp.after.max.ms"] in {"absent", "default"}
	finding := {
		"at": "log.message.timestamp.difference.max.ms",
		"message": $`log.message.timestamp.difference.max.ms="{setting.value}" is ignored since 4.0, and timestamps more than an hour ahead are refused; set log.message.timestamp.after.max.ms`,
	}
}

# More than the hour that is allowed anyway.
allowed(text) if {
	regex.match(`^[0-9]{7,19}$`, trim_space(text))
	to_number(trim_space(text)) > 3600000
}
