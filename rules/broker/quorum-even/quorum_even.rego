# METADATA
# title: the quorum of controllers tolerates no failure, or not one more than a smaller one
# description: |
#   The controllers decide by majority. Of two both are needed and of four three, so a fourth voter adds a machine
#   that can fail and no failure that is tolerated. With a single controller for several brokers its loss stops every
#   change: no leader is elected, and a failed broker's partitions stay without one. Three tolerate one failure, five
#   two.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#kraft_deployment
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_controller.quorum.voters
# custom:
#   id: KB025
#   severities: [warning]
#   confidence: certain
#   consequence: stall
#   kinds: [broker]
#   remediation: Use three or five controllers.
#   since: "0.2.0"
package kcfglint.rules.broker.quorum_even

import data.kcfglint.lib.brokers

report contains finding if {
	voters > 0
	voters % 2 == 0
	finding := {
		"at": "controller.quorum.voters",
		"message": $`controller.quorum.voters has {voters} controllers, which tolerate no more failures than {voters - 1}; use {voters + 1}`,
	}
}

report contains finding if {
	voters == 1
	input.values["@brokers"] > 1
	not brokers.controller
	input.dialect != "compose" # whose services share one machine
	finding := {
		"at": "controller.quorum.voters",
		"message": $`controller.quorum.voters has one controller for {input.values["@brokers"]} brokers: while it is down no leader is elected; use 3`,
	}
}

voters := count([voter |
	some voter in split(input.values["controller.quorum.voters"], ",")
	contains(voter, "@")
])
