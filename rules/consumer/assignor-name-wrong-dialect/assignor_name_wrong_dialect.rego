# METADATA
# title: an assignor is named in the way of another client
# description: |
#   Java clients take the names of classes, such as org.apache.kafka.clients.consumer.CooperativeStickyAssignor, and
#   refuse to start with a short name; librdkafka takes range, roundrobin and cooperative-sticky, refuses the names of
#   classes, and does not mix cooperative-sticky with others. Java clients from 3.1 to 4.1 also refuse an assignor that is
#   listed twice.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_partition.assignment.strategy
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
# custom:
#   id: KC024
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [consumer, producer]
#   remediation: Write the names that the client knows, each once.
#   versions: ["3.1", "3.7", "4.2"]
#   since: "0.1.0"
package kcfglint.rules.consumer.assignor_name_wrong_dialect

report contains finding if {
	input.client.name == "java"
	some name in names
	mend := short[lower(name)]
	finding := refused(name, $`Java clients take the name of a class; set org.apache.kafka.clients.consumer.{mend}`)
}

# An element between two commas, which is no class either. Clients from 4.2 on refuse it as a list: KM006.
report contains finding if {
	input.client.name == "java"
	input.state["partition.assignment.strategy"] != "invalid"
	count(names) > 1
	"" in names
	finding := {
		"at": "partition.assignment.strategy",
		"message": $`partition.assignment.strategy="{listed}" has an empty element: the client refuses to start; remove the comma`,
	}
}

# AbstractPartitionAssignor.getAssignorInstances.
report contains finding if {
	input.client.name == "java"
	input.versions.client.version >= [3, 1]
	input.versions.client.version < [4, 2]
	some name in names
	name != ""
	count([1 | some other in names; other == name]) > 1
	finding := refused(name, "it is listed twice; name it once")
}

report contains finding if {
	input.client.name == "librdkafka"
	some name in elements
	not name in {"", "range", "roundrobin", "cooperative-sticky"}
	finding := refused(name, "librdkafka takes range, roundrobin and cooperative-sticky, with no blank behind")
}

# After the last name a comma is passed over, but what follows it is looked up.
report contains finding if {
	input.client.name == "librdkafka"
	elements
	regex.match(`(?:^|,)[ ,]+$`, trim_left(listed, blanks))
	finding := {
		"at": "partition.assignment.strategy",
		"message": $`partition.assignment.strategy="{listed}" ends without a name: the client refuses to start; remove what follows the last one`,
	}
}

report contains finding if {
	input.client.name == "librdkafka"
	"cooperative-sticky" in elements
	some other in elements
	other in {"range", "roundrobin"}
	finding := refused(other, "librdkafka does not mix it with cooperative-sticky; remove one of the two")
}

listed := input.settings["partition.assignment.strategy"].value

# A list that is empty is not read, nor that of the main consumer of a Streams application, in whose place Streams puts
# its own.
names := [trim_space(name) | some name in split(listed, ",")] if {
	input.state["partition.assignment.strategy"] in {"explicit", "inherited", "invalid"}
	trim_space(listed) != ""
	reads
	not brokers_assign
}

reads if input.kind == "consumer"

# A producer, too, calls rd_kafka_assignors_init.
reads if input.client.name == "librdkafka"

# rd_kafka_assignors_init takes blanks off in front of a name only.
elements := [trim_left(name, " ") | names; some name in split(trim_left(listed, blanks), ",")]

blanks := " \t\n\u000b\f\r"

brokers_assign if {
	input.client.name == "java"
	lower(input.values["group.protocol"]) == "consumer"
	input.versions.client.version >= [3, 7]
}

short := {
	"range": "RangeAssignor", "roundrobin": "RoundRobinAssignor", "sticky": "StickyAssignor",
	"cooperative-sticky": "CooperativeStickyAssignor", "rangeassignor": "RangeAssignor",
	"roundrobinassignor": "RoundRobinAssignor", "stickyassignor": "StickyAssignor",
	"cooperativestickyassignor": "CooperativeStickyAssignor",
}

refused(name, why) := {
	"at": "partition.assignment.strategy",
	"message": $`partition.assignment.strategy with "{name}": the client refuses to start, as {why}`,
}
