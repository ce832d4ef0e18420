# METADATA
# title: more than one of the settings for the retention time is set
# description: |
#   log.retention.ms goes before log.retention.minutes, and that before log.retention.hours. Where two are set only
#   one counts, and whoever changes the other one changes nothing.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_log.retention.ms
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_log.retention.hours
# custom:
#   id: KB031
#   severities: [info]
#   confidence: certain
#   consequence: ignored
#   kinds: [broker]
#   remediation: Keep one of log.retention.ms, log.retention.minutes and log.retention.hours.
#   since: "0.2.0"
package kcfglint.rules.broker.retention_precedence

report contains beaten("log.retention.hours", winner) if input.state["log.retention.hours"] in {"explicit", "inherited"}

report contains beaten("log.retention.minutes", "log.retention.ms") if {
	input.state["log.retention.minutes"] in {"explicit", "inherited"}
	input.state["log.retention.ms"] in {"explicit", "inherited"}
}

winner := "log.retention.ms" if input.state["log.retention.ms"] in {"explicit", "inherited"}

winner := "log.retention.minutes" if {
	input.state["log.retention.minutes"] in {"explicit", "inherited"}
	input.state["log.retention.ms"] in {"absent", "default"}
}

beaten(key, by) := {
	"at": key,
	"message": $`{key} has no effect, as {by} goes before it; remove one of them`,
	"related": [{"at": by, "message": "what counts"}],
}
