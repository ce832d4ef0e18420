# METADATA
# title: application.server is not host:port
# description: |
#   Instances of a Streams application tell each other by application.server where their state can be asked for. It is a
#   host and a port; KafkaStreams refuses to start with anything else. Left out, or empty, there is none.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_application.server
# custom:
#   id: KS033
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [streams]
#   remediation: Write host:port.
#   since: "0.2.0"
package kcfglint.rules.streams.application_server_invalid

# HostInfo.buildFromEndpoint.
report contains finding if {
	input.state["application.server"] in {"explicit", "inherited"}
	server := trim_space(input.settings["application.server"].value)
	server != ""
	not accepted(server)
	finding := refused(server, "it is not host:port")
}

report contains finding if {
	input.state["application.server"] in {"explicit", "inherited"}
	server := trim_space(input.settings["application.server"].value)
	accepted(server)
	match := regex.find_all_string_submatch_n(`:0*([0-9]+)$`, server, 1)
	to_number(match[0][1]) > 2147483647
	finding := refused(server, "its port is no number of a port")
}

# Utils.HOST_PORT_PATTERN, before 4.0 with anything in front of the host.
accepted(server) if regex.match(`^(?:[0-9a-zA-Z\-%._]*://)?\[?[0-9a-zA-Z\-%._:]*\]?:[0-9]+$`, server)

accepted(server) if {
	regex.match(`^.*?\[?[0-9a-zA-Z\-%._:]*\]?:[0-9]+$`, server)
	input.versions.client.version < [4, 0]
}

# A host or a port in capitals, as in localhost:APP_PORT, is filled in later.
accepted(server) if regex.match(`(?:^|:)[A-Z][A-Z0-9_]*$`, server)

refused(server, why) := {
	"at": "application.server",
	"message": $`application.server="{server}": Streams refuses to start, as {why}; write the host and the port at which this instance is asked for its state`,
}
