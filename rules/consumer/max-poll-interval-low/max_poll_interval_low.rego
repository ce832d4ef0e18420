# METADATA
# title: a slow batch outlasts max.poll.interval.ms and is processed twice
# description: |
#   A consumer that does not poll again within max.poll.interval.ms leaves the group. Its partitions go to another
#   member, which processes the same records again, while the first one cannot commit what it did. Below 30 s one slow
#   call to a database is enough. librdkafka refuses an interval below session.timeout.ms. Set 300000, and
#   lower max.poll.records where a batch takes long.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_max.poll.interval.ms
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-62%3A+Allow+consumer+to+send+heartbeats+from+a+background+thread
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
# custom:
#   id: KC016
#   severities: [warning, error, info]
#   confidence: certain
#   consequence: duplication
#   kinds: [consumer]
#   remediation: Set max.poll.interval.ms=300000 and lower max.poll.records where a batch takes long.
#   since: "0.1.0"
package kcfglint.rules.consumer.max_poll_interval_low

import data.kcfglint.lib.group

report contains finding if {
	input.client.name == "librdkafka"
	interval < session
	not brokers_decide
	finding := {
		"at": place,
		"severity": "error",
		"consequence": "startup-failure",
		"message": $`max.poll.interval.ms ({interval}) is below session.timeout.ms ({session}): librdkafka refuses to start; set max.poll.interval.ms=300000`,
		"related": related,
	}
}

report contains finding if {
	interval < 30000
	input.state["max.poll.interval.ms"] in {"explicit", "inherited"}
	in_group
	not refused
	finding := {
		"at": "max.poll.interval.ms",
		"severity": "warning",
		"message": $`max.poll.interval.ms="{interval}": a slow batch takes longer, its partitions move, and another member processes the same records again; set 300000`,
	}
}

report contains finding if {
	interval >= 30000
	interval < session
	in_group
	not brokers_decide
	not refused
	finding := {
		"at": place,
		"severity": "warning",
		"message": $`max.poll.interval.ms ({interval}) is below session.timeout.ms ({session}): a slow batch leaves the group before a dead member does and is processed again; set 300000`,
		"related": related,
	}
}

report contains finding if {
	input.state["max.poll.records"] in {"explicit", "inherited"}
	interval >= 30000
	in_group
	records := input.values["max.poll.records"]
	interval < records * 10
	finding := {
		"at": "max.poll.records",
		"severity": "info",
		"confidence": "likely",
		"message": $`max.poll.records="{records}" leaves less than 10 ms a record within max.poll.interval.ms ({interval}): a full batch may be processed again; set fewer records`,
	}
}

interval := input.values["max.poll.interval.ms"]

session := input.values["session.timeout.ms"]

in_group if {
	input.owner != "flink"
	not group.missing(input.state["group.id"])
}

# With group.protocol=consumer the brokers keep the session, which librdkafka before 2.10 compares all the same.
brokers_decide if {
	lower(input.values["group.protocol"]) == "consumer"
	not compares
}

compares if {
	input.client.name == "librdkafka"
	input.versions.client.version < [2, 10]
}

refused if {
	input.client.name == "librdkafka"
	interval < session
	not brokers_decide
}

default place := "session.timeout.ms"

place := "max.poll.interval.ms" if input.state["max.poll.interval.ms"] in {"explicit", "inherited"}

related := [{"at": "session.timeout.ms", "message": "the session timeout is longer"} |
	place == "max.poll.interval.ms"
	input.state["session.timeout.ms"] in {"explicit", "inherited"}
]
