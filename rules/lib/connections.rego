# When a Java client finds out that it cannot connect as it is told to.
package kcfglint.lib.connections

# late: the thread of the consumer makes its connections, and before 4.2 the constructor does not wait for it. What goes
# wrong there is a line in the log (ConsumerNetworkThread.run).
late if {
	input.client.name == "java"
	new_consumer
	input.versions.client.version < [4, 2]
}

new_consumer if input.kind == "share-consumer"

new_consumer if {
	input.kind == "consumer"
	lower(trim_space(input.values["group.protocol"])) == "consumer"
	input.versions.client.version >= [3, 7]
}

# judged is a finding about a client that refuses to start, as it shows in this one.
judged(finding) := finding if not late

judged(finding) := object.union(finding, {
	"consequence": "stall",
	"message": replace(finding.message, "the client refuses to start", "the consumer's thread ends with a line in the log and poll returns nothing, for ever"),
}) if late
