# METADATA
# title: the REST interface of a worker is open to the network
# description: |
#   Over the REST interface anyone can create, change and delete connectors and read their configurations with all that
#   stands in them. Plain http on an address of the network has neither encryption nor a login. Listen on https with
#   client certificates, install a REST extension that asks for a login, or listen on the loopback address only.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#connectconfigs_listeners
# - ref: https://kafka.apache.org/documentation/#connectconfigs_rest.extension.classes
# custom:
#   id: KN020
#   severities: [warning]
#   confidence: certain
#   consequence: security
#   kinds: [connect-worker]
#   remediation: Listen on https, with a REST extension that asks for a login, or on the loopback address.
#   since: "0.2.0"
package kcfglint.rules.connect.connect_rest_open

import data.kcfglint.lib.hosts

report contains finding if {
	input.state["rest.extension.classes"] in {"absent", "default"}
	some listener in open
	finding := {
		"at": "listeners",
		"message": $`listeners="{listener}": whoever reaches it can create connectors and read their configurations; listen on https with a login, or on the loopback address`,
	}
}

open contains listener if {
	input.state.listeners in {"explicit", "inherited"}
	some entry in split(input.values.listeners, ",")
	listener := trim_space(entry)
	startswith(lower(listener), "http://")
	not local(listener)
}

local(listener) if {
	some name in hosts.names(listener)
	name != "0.0.0.0"
	hosts.loopback(name)
}
