# METADATA
# title: auto.offset.reset=latest skips records that no offset covers
# description: |
#   The reset policy decides where a partition without a committed offset starts. With latest, the records that were
#   written to a new partition before it was discovered are skipped, and a group that was idle for longer than the
#   broker keeps offsets jumps to the end. Set earliest and make processing idempotent; Java clients from 4.0 on also
#   take by_duration:P7D. Readers that want only what is new, such as dashboards and caches, are right with latest.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_auto.offset.reset
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-1106%3A+Add+duration+based+offset+reset+option+for+consumer+clients
# custom:
#   id: KC006
#   severities: [warning, info]
#   confidence: likely
#   consequence: loss
#   kinds: [consumer]
#   remediation: Set auto.offset.reset=earliest and make processing idempotent.
#   since: "0.1.0"
package kcfglint.rules.consumer.offset_reset_latest

import data.kcfglint.lib.group
import data.kcfglint.lib.loss

report contains finding if {
	latest
	input.state["auto.offset.reset"] in {"explicit", "inherited"}
	not group.missing(input.state["group.id"])
	not exempt
	finding := {
		"at": "auto.offset.reset",
		"severity": severity,
		"message": $`auto.offset.reset="{input.settings["auto.offset.reset"].value}": records that reach a new partition before it is found, or while offsets have expired, are skipped; set earliest`,
	}
}

report contains finding if {
	latest
	input.state["auto.offset.reset"] == "default"
	input.settings["group.id"]
	not exempt
	finding := {
		"at": "auto.offset.reset",
		"severity": "info",
		"message": "auto.offset.reset is not set and defaults to latest: records that reach a new partition before it is found, or while offsets have expired, are skipped",
	}
}

latest if input.values["auto.offset.reset"] in {"latest", "largest", "end"}

# Without a group there is no offset to go on from. What code adds to a file is mostly the group.
report contains finding if {
	latest
	input.state["auto.offset.reset"] in {"explicit", "inherited"}
	group.missing(input.state["group.id"])
	input.code_may_set
	not exempt
	finding := {
		"at": "auto.offset.reset",
		"severity": "warning",
		"message": $`auto.offset.reset="{input.settings["auto.offset.reset"].value}": if code gives the consumer a group, records that reach a new partition before it is found, or while offsets have expired, are skipped; set earliest`,
		"related": [{"at": "group.id", "message": "group.id is not set"}],
	}
}

# The start position of a Flink source is its startup mode: FK001.
exempt if input.owner == "flink"

# A group of its own for each instance does not go on where another one stopped.
exempt if {
	regex.match(`(?i)[$#%{].*(?:random|uuid|host_?name|pod|instance)`, input.settings["group.id"].value)
}

default severity := "warning"

severity := "info" if loss.tolerated

severity := "info" if loss.expendable(input.values["client.id"])
