# METADATA
# title: an Alpakka or Pekko stream loses, repeats or does not read
# description: |
#   Alpakka Kafka and Pekko Connectors Kafka poll ahead of the stages of a stream. With enable.auto.commit=true a poll commits records
#   that are still in these stages, so that a crash loses them; without it, the default, a Committer commits what the stream
#   has done. With delivery = SendAndForget the Committer does not wait for its commits: one that fails goes unseen, and a
#   restart repeats what it covered. The library makes texts of all that stands in kafka-clients: a list, null or a key with
#   dots in quotes ends in an exception when the settings are read.
# related_resources:
# - ref: https://doc.akka.io/libraries/alpakka-kafka/current/consumer.html
# - ref: https://pekko.apache.org/docs/pekko-connectors-kafka/current/consumer.html
# - ref: https://github.com/apache/pekko-connectors-kafka/blob/main/core/src/main/resources/reference.conf
# custom:
#   id: KM024
#   severities: [warning, error, info]
#   confidence: certain
#   consequence: duplication
#   kinds: [consumer, producer]
#   supersedes: [KC001]
#   remediation: Leave enable.auto.commit and delivery out; write keys without quotes and lists as one text.
#   since: "0.2.0"
package kcfglint.rules.framework.alpakka

import data.kcfglint.lib.loss

report contains finding if {
	input.owner == "alpakka"
	input.state["enable.auto.commit"] in {"explicit", "inherited"}
	input.values["enable.auto.commit"] == true
	finding := {
		"at": "enable.auto.commit",
		"severity": level,
		"confidence": "likely",
		"consequence": "loss",
		"message": `enable.auto.commit="true": a poll commits records that are still in the stages of the stream, so a crash loses them; remove it and commit with a Committer`,
	}
}

report contains finding if {
	input.values["@committer.delivery"] == "SendAndForget"
	finding := {
		"at": "@committer.delivery",
		"message": `delivery="SendAndForget": the stream does not wait for its commits, so one that fails goes unseen and a restart processes its records again; set WaitForAck`,
	}
}

# CommitDelivery.valueOf throws.
report contains finding if {
	delivery := input.values["@committer.delivery"]
	not delivery in {"WaitForAck", "SendAndForget"}
	finding := {
		"at": "@committer.delivery",
		"severity": "error",
		"consequence": "startup-failure",
		"message": $`delivery="{delivery}" is refused when the settings are read; set WaitForAck`,
	}
}

report contains finding if {
	input.values["@committer.max-interval"] > 60000
	finding := {
		"at": "@committer.max-interval",
		"severity": "info",
		"message": $`max-interval is {input.values["@committer.max-interval"] / 1000} s: where fewer records come than max-batch, a crash repeats those of that time; set 10s`,
	}
}

# ConfigSettings.parseKafkaClientsProperties asks for each key as a path, and for a text.
report contains finding if {
	key := input.values["@kafka-clients.quoted"]
	finding := {
		"at": {"key": "@kafka-clients.quoted", "part": "key"},
		"severity": "error",
		"consequence": "startup-failure",
		"message": $`"{key}" stands in quotes in kafka-clients: the library looks for it as a path, does not find it and throws; remove the quotes`,
	}
}

report contains finding if {
	key := input.values["@kafka-clients.list"]
	finding := {
		"at": "@kafka-clients.list",
		"severity": "error",
		"consequence": "startup-failure",
		"message": $`{key} is a list, and the library takes only texts in kafka-clients: it throws; write the items as one text with commas`,
	}
}

report contains finding if {
	key := input.values["@kafka-clients.null"]
	finding := {
		"at": "@kafka-clients.null",
		"severity": "error",
		"consequence": "startup-failure",
		"message": $`{key} is null, and the library takes only texts in kafka-clients: it throws; remove it`,
	}
}

default level := "warning"

level := "info" if loss.tolerated
