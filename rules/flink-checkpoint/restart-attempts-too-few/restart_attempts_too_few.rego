# METADATA
# title: The job gives up after a few restarts
# description: |
#   With checkpointing on and no restart strategy named, Flink restarts a failed job without end. Naming fixed-delay without
#   attempts allows one restart, and failure-rate without its keys one failure a minute; a handful of attempts a few seconds apart
#   is used up by one rolling restart of the brokers. The job is then FAILED and reads nothing until somebody starts it again.
#   Leave the strategy out, use exponential-delay, or allow as many attempts as outlast an outage.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/task_failure_recovery/
# custom:
#   id: FC013
#   severities: [warning]
#   confidence: certain
#   consequence: stall
#   kinds: [flink-cluster, flink-job]
#   versions: ["flink 1.19"]
#   remediation: Remove restart-strategy.type, or set exponential-delay, or attempts that last longer than an outage.
#   since: "0.1.0"
package kcfglint.rules.flink_checkpoint.restart_attempts_too_few

import data.kcfglint.lib.jobs

report contains finding if {
	fixed_delay
	input.state["restart-strategy.type"] == "explicit"
	input.state["restart-strategy.fixed-delay.attempts"] in unwritten
	finding := {
		"at": "restart-strategy.type",
		"message": sprintf("%s without restart-strategy.fixed-delay.attempts allows 1 restart, while leaving the strategy out retries for ever; remove it or set exponential-delay", [setting]),
	}
}

report contains finding if {
	fixed_delay
	input.state["restart-strategy.fixed-delay.attempts"] == "explicit"
	attempts := input.values["restart-strategy.fixed-delay.attempts"]
	delay := input.values["restart-strategy.fixed-delay.delay"]
	attempts * delay < outage
	finding := {
		"at": "restart-strategy.fixed-delay.attempts",
		"message": sprintf(
			"restart-strategy.fixed-delay.attempts=\"%d\" with a delay of %d s: the job gives up within %d s of an outage that lasts; allow for 5 min, or set exponential-delay",
			[attempts, round(delay / 1000), round((attempts * delay) / 1000)],
		),
		"related": [{"at": "restart-strategy.fixed-delay.delay", "message": sprintf("a delay of %d s", [round(delay / 1000)])} |
			input.state["restart-strategy.fixed-delay.delay"] in {"explicit", "inherited"}
		],
	}
}

report contains finding if {
	failure_rate
	input.state["restart-strategy.type"] == "explicit"
	input.state["restart-strategy.failure-rate.max-failures-per-interval"] in unwritten
	finding := {
		"at": "restart-strategy.type",
		"message": sprintf("%s without max-failures-per-interval ends the job at the second failure within %s; set it, or exponential-delay", [setting, interval]),
	}
}

report contains finding if {
	failure_rate
	input.state["restart-strategy.failure-rate.max-failures-per-interval"] == "explicit"
	input.values["restart-strategy.failure-rate.max-failures-per-interval"] <= 3
	input.values["restart-strategy.failure-rate.failure-rate-interval"] >= outage
	finding := {
		"at": "restart-strategy.failure-rate.max-failures-per-interval",
		"message": sprintf(
			"restart-strategy.failure-rate.max-failures-per-interval=\"%d\": one failure more within %s ends the job, as an outage of minutes causes; set more, or exponential-delay",
			[input.values["restart-strategy.failure-rate.max-failures-per-interval"], interval],
		),
		"related": [{
			"at": "restart-strategy.failure-rate.failure-rate-interval",
			"message": sprintf("within %s", [interval]),
		}],
	}
}

# The key is new in Flink 1.19.
report contains finding if {
	input.values["restart-strategy.type"] == "exponential-delay"
	input.state["restart-strategy.exponential-delay.attempts-before-reset-backoff"] == "explicit"
	attempts := input.values["restart-strategy.exponential-delay.attempts-before-reset-backoff"]
	attempts < 10
	input.versions.flink.version >= [1, 19]
	not jobs.batch
	finding := {
		"at": "restart-strategy.exponential-delay.attempts-before-reset-backoff",
		"message": sprintf(
			"restart-strategy.exponential-delay.attempts-before-reset-backoff=\"%d\": the job gives up after %d restarts in a row; remove the key, which allows them without end",
			[attempts, attempts],
		),
	}
}

fixed_delay if {
	input.values["restart-strategy.type"] == "fixed-delay"
	not jobs.batch
}

failure_rate if {
	input.values["restart-strategy.type"] == "failure-rate"
	not jobs.batch
}

unwritten := {"absent", "default"}

# An outage that a rolling restart of brokers causes, in milliseconds.
outage := 300000

interval := sprintf("%d s", [round(input.values["restart-strategy.failure-rate.failure-rate-interval"] / 1000)])

setting := sprintf("%s=%q", [
	input.settings["restart-strategy.type"].written,
	input.settings["restart-strategy.type"].value,
])
