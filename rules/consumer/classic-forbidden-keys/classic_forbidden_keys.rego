# METADATA
# title: a setting of another group protocol is forbidden under the classic one
# description: |
#   group.remote.assignor chooses an assignor on the brokers, which only group.protocol=consumer uses; Java clients from
#   3.9 on refuse to start with it under the classic protocol, which is the default. share.acknowledgement.mode and
#   share.acquire.mode are of share consumers, and other consumers refuse them from 4.1 and 4.2 on. Set
#   group.protocol=consumer, or remove the setting.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_group.remote.assignor
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_group.protocol
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-848%3A+The+Next+Generation+of+the+Consumer+Rebalance+Protocol
# custom:
#   id: KC027
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [consumer, share-consumer]
#   remediation: Set group.protocol=consumer, or remove the setting.
#   versions: ["3.9", "4.1", "4.2"]
#   since: "0.1.0"
package kcfglint.rules.consumer.classic_forbidden_keys

# ConsumerConfig.checkUnsupportedConfigsPostProcess: what is blank counts as not set.
report contains finding if {
	classic
	input.state["group.remote.assignor"] in {"explicit", "inherited", "unknown"}
	trim_space(input.settings["group.remote.assignor"].value) != ""
	input.versions.client.version >= [3, 9]
	finding := {
		"at": "group.remote.assignor",
		"message": $`group.remote.assignor {under}: the consumer refuses to start; {mend}`,
		"related": related,
	}
}

report contains finding if {
	classic
	input.settings["share.acknowledgement.mode"]
	input.versions.client.version >= [4, 1]
	finding := {
		"at": "share.acknowledgement.mode",
		"message": $`share.acknowledgement.mode {under}: only share consumers have it, and others refuse to start; remove it`,
		"related": related,
	}
}

report contains finding if {
	classic
	input.settings["share.acquire.mode"]
	input.versions.client.version >= [4, 2]
	finding := {
		"at": "share.acquire.mode",
		"message": $`share.acquire.mode {under}: only share consumers have it, and others refuse to start; remove it`,
		"related": related,
	}
}

classic if {
	input.client.name == "java"
	not shared
	lower(input.values["group.protocol"]) == "classic"
}

# The consumers of a Streams application are checked as those of classic groups, whatever protocol it has itself.
classic if {
	input.owner == "streams"
	input.versions.client.version >= [4, 0]
}

# Share consumers of 4.0 check what other consumers do, later ones have checks of their own: KC028.
shared if {
	input.kind == "share-consumer"
	input.versions.client.version >= [4, 1]
}

default under := "under group.protocol=classic"

under := "in a Streams application" if input.owner == "streams"

default mend := "set group.protocol=consumer or remove it"

mend := "remove it" if input.owner == "streams"

related := [{"at": "group.protocol", "message": "the protocol is classic"} | input.owner != "streams"]
