# METADATA
# title: two-phase commit forbids transaction.timeout.ms
# description: |
#   A transaction that takes part in a two-phase commit of another system does not expire, as its coordinator decides.
#   Java producers from 4.1 on refuse to start when transaction.timeout.ms is written beside
#   transaction.two.phase.commit.enable=true, even with its default. Remove transaction.timeout.ms.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_transaction.two.phase.commit.enable
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-939%3A+Support+Participation+in+2PC
# custom:
#   id: KP036
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer]
#   remediation: Remove transaction.timeout.ms.
#   versions: ["4.1"]
#   since: "0.1.0"
package kcfglint.rules.producer.two_phase_commit_timeout

report contains finding if {
	input.client.name == "java"
	input.values["transaction.two.phase.commit.enable"] == true
	input.settings["transaction.timeout.ms"]
	input.versions.client.version >= [4, 1]
	enabled := input.settings["transaction.two.phase.commit.enable"]
	finding := {
		"at": "transaction.timeout.ms",
		"message": $`transaction.timeout.ms beside transaction.two.phase.commit.enable="{enabled.value}" (line {enabled.line}): the producer refuses to start, as such transactions do not expire; remove it`,
		"related": [{"at": "transaction.two.phase.commit.enable", "message": "two-phase commit is asked for here"}],
	}
}

# StreamsConfig.PRODUCER_EOS_OVERRIDES has one of its own.
report contains finding if {
	input.owner == "streams"
	input.state["transactional.id"] == "forced"
	input.values["transaction.two.phase.commit.enable"] == true
	not input.settings["transaction.timeout.ms"]
	input.versions.client.version >= [4, 1]
	finding := {
		"at": "transaction.two.phase.commit.enable",
		"message": $`transaction.two.phase.commit.enable="{input.settings["transaction.two.phase.commit.enable"].value}" in a Streams application with exactly-once: the producer refuses to start, as Streams sets transaction.timeout.ms and such transactions do not expire; remove it`,
	}
}
