# METADATA
# title: bootstrap.servers names no brokers that the client can use
# description: |
#   Each entry of bootstrap.servers is a host and a port, separated by commas. A Java client refuses to start with an
#   entry without a port or with one above 65535, from 4.0 on also with entries that are separated by blanks or
#   semicolons, of which older ones read the last only, from 4.2 on with an empty entry, and always with an empty list.
#   localhost under a profile for production is a setting of a developer's machine that went along.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_bootstrap.servers
# custom:
#   id: KX022
#   severities: [error, warning]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror]
#   remediation: Write host:port, separated by commas.
#   versions: ["3.7", "4.0", "4.2"]
#   since: "0.1.0"
package kcfglint.rules.security.bootstrap_servers_invalid

import data.kcfglint.lib.hosts

report contains finding if {
	some server in servers
	server != ""
	not accepted(server)
	not joined(server)
	finding := refused($`"{server}" is not host:port; {mend(server)}`)
}

# Controllers in their place are read alike.
report contains finding if {
	input.kind == "admin"
	input.state["bootstrap.servers"] in {"absent", "default"}
	input.state["bootstrap.controllers"] in {"explicit", "inherited"}
	input.versions.client.version >= [3, 7]
	some entry in array.slice(split(input.settings["bootstrap.controllers"].value, ","), 0, 50)
	server := trim_space(entry)
	server != ""
	not accepted(server)
	not joined(server)
	not regex.match(`(?:^|:)[A-Z][A-Z0-9_]*$`, server)
	finding := {
		"at": "bootstrap.controllers",
		"severity": "error",
		"message": $`bootstrap.controllers: the client refuses to start, as "{server}" is not host:port; {mend_controller(server)}`,
	}
}

# The expression of Utils before 4.0 takes anything in front of the last host.
report contains finding if {
	input.versions.client.version >= [4, 0]
	some server in servers
	joined(server)
	finding := refused($`"{server}" is not host:port; separate the servers by commas`)
}

report contains finding if {
	input.versions.client.version < [4, 0]
	some server in servers
	joined(server)
	finding := {
		"at": "bootstrap.servers",
		"severity": "warning",
		"consequence": "ignored",
		"message": $`bootstrap.servers with "{server}": only the last server is read, and clients from 4.0 on refuse to start; separate the servers by commas`,
	}
}

report contains finding if {
	some server in servers
	match := regex.find_all_string_submatch_n(`:0*([0-9]+)$`, server, 1)
	to_number(match[0][1]) > 65535
	finding := refused($`the port of "{server}" is above 65535; correct it`)
}

report contains finding if {
	unnamed
	not filled_in
	finding := refused("the list is empty; name the brokers")
}

report contains finding if {
	unnamed
	filled_in
	finding := {
		"at": "bootstrap.servers",
		"severity": "warning",
		"confidence": "likely",
		"message": "bootstrap.servers is empty: the client refuses to start unless the program fills it in; name the brokers",
	}
}

report contains finding if {
	input.versions.client.version >= [4, 2]
	"" in servers
	concat("", servers) != ""
	finding := refused("an entry is empty; remove the comma")
}

# The profile itself gives the brokers; those that it takes over may come from the environment.
report contains finding if {
	profile := input.settings["@profile"]
	regex.match(`^(?i:prod|production)$`, profile.value)
	input.state["bootstrap.servers"] in {"explicit", "inherited"}
	setting := input.settings["bootstrap.servers"]
	of_profile(setting, profile)
	names := hosts.names(setting.value)
	names != []
	every name in names { hosts.loopback(name) }
	finding := {
		"at": "bootstrap.servers",
		"severity": "warning",
		"consequence": "stall",
		"message": $`{setting.written}="{setting.value}" under the profile "{profile.value}": the brokers are looked for on the client's own machine; name those of production`,
	}
}

# A document of Spring's follows the line that says for which profile it is.
of_profile(setting, profile) if {
	input.owner == "spring"
	setting.line > profile.line
}

of_profile(setting, profile) if startswith(setting.written, $`%{profile.value}.`)

# A host or a port in capitals, as in localhost:KAFKA_PORT, is filled in later. What comes after the first fifty says
# no more.
servers := array.slice(
	[address |
		some server in split(input.settings["bootstrap.servers"].value, ",")
		address := trim_space(server)
		not regex.match(`(?:^|:)[A-Z][A-Z0-9_]*$`, address)
	],
	0, 50,
) if {
	input.client.name == "java"
	input.state["bootstrap.servers"] in {"explicit", "inherited", "invalid"}
	not replaced
}

# KafkaAdminClient.determineBootstrapType takes an empty list as none: KM030.
chooses if {
	input.kind == "admin"
	servers == [""]
	input.versions.client.version >= [3, 7]
}

# StreamsConfig.getProducerConfigs and getCommonConsumerConfigs put the servers of the application in. What is meant
# for one of the consumers alone, or for the admin client, counts before them.
replaced if {
	input.owner == "streams"
	input.kind in {"producer", "consumer"}
	not regex.match(`(?:^|\.)(?:main|restore|global)\.consumer\.`, input.settings["bootstrap.servers"].written)
}

# Utils.HOST_PORT_PATTERN.
accepted(server) if regex.match(`^(?:[0-9a-zA-Z\-%._]*://)?\[?[0-9a-zA-Z\-%._:]*\]?:[0-9]+$`, server)

joined(server) if {
	not accepted(server)
	regex.match(`^.*?\[?[0-9a-zA-Z\-%._:]*\]?:[0-9]+$`, server)
}

default mend_controller(_) := "write host and port"

mend_controller(server) := $`write {server}:9093` if regex.match(`^[0-9a-zA-Z\-%._]+$`, server)

default mend(_) := "write host and port"

mend(server) := $`write {server}:9092` if regex.match(`^[0-9a-zA-Z\-%._]+$`, server)

refused(why) := {
	"at": "bootstrap.servers",
	"severity": "error",
	"message": $`bootstrap.servers: the client refuses to start, as {why}`,
}

# ${BROKERS:} is filled in from the environment where the client is used.
unnamed if {
	every server in servers { server == "" }
	not input.settings["bootstrap.servers"].from_default
	count(servers) > 0
	not chooses
}

# A blank in a file that a program loads is often its own to fill; commas alone are not.
filled_in if {
	input.code_may_set == true
	count(servers) == 1
}
