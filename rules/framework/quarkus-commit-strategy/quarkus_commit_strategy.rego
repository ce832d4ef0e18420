# METADATA
# title: a commit strategy that skips or repeats records
# description: |
#   With commit-strategy=latest SmallRye commits the offset of a record as soon as that record is acknowledged; where messages are
#   processed asynchronously, earlier ones may still be under way, and a crash loses them. With ignore nobody commits unless
#   enable.auto.commit is true, so that a restart reads everything again from the last commit or from where
#   auto.offset.reset points. It is right where KafkaTransactions commits the offsets with its transactions. Leave the strategy
#   out else: throttled, the default, commits what is contiguously processed.
# related_resources:
# - ref: https://smallrye.io/smallrye-reactive-messaging/latest/kafka/receiving-kafka-records/
# custom:
#   id: KM021
#   severities: [warning, info]
#   confidence: likely
#   consequence: loss
#   kinds: [consumer]
#   remediation: Remove commit-strategy, or set it to throttled.
#   since: "0.2.0"
package kcfglint.rules.framework.quarkus_commit_strategy

import data.kcfglint.lib.loss

report contains finding if {
	strategy == "latest"
	finding := {
		"at": "commit-strategy",
		"severity": severity,
		"message": `commit-strategy="latest" commits an offset as soon as its record is acknowledged: with asynchronous processing a crash loses the earlier records that are still under way; set throttled`,
	}
}

report contains finding if {
	strategy == "ignore"
	input.values["enable.auto.commit"] == false
	input.state["@messaging.transactional"] == "absent" # KafkaTransactions commits the offsets
	finding := {
		"at": "commit-strategy",
		"severity": "warning",
		"consequence": "duplication",
		"message": $`commit-strategy="ignore" with enable.auto.commit="false"{origin}: nobody commits, so a restart processes the records again; set throttled`,
	}
}

# The check of KafkaThrottledLatestProcessedCommit is off at 0.
report contains finding if {
	strategy in {"throttled", ""}
	trim_space(input.settings["throttled.unprocessed-record-max-age.ms"].value) == "0"
	finding := {
		"at": "throttled.unprocessed-record-max-age.ms",
		"severity": "info",
		"consequence": "stall",
		"message": `throttled.unprocessed-record-max-age.ms="0" turns off the check for records that are never acknowledged: one such record keeps all later offsets from being committed, and nothing says so; remove it`,
	}
}

strategy := trim_space(input.settings["commit-strategy"].value) if {
	input.owner == "smallrye"
	input.state["commit-strategy"] in {"explicit", "inherited"}
}

strategy := "" if {
	input.owner == "smallrye"
	input.state["commit-strategy"] in {"absent", "default"}
	input.values["enable.auto.commit"] == false
}

default origin := ", which is SmallRye's default"

origin := $` (line {input.settings["enable.auto.commit"].line})` if input.settings["enable.auto.commit"]

default severity := "warning"

severity := "info" if loss.tolerated
