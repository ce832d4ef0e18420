# METADATA
# title: the listeners that a broker advertises do not fit
# description: |
#   advertised.listeners are the addresses that a broker gives to clients and to the other brokers. 0.0.0.0 means every
#   address of a machine and nobody can connect to it, so a broker refuses to start with it; that goes for listeners, too,
#   where advertised.listeners is not set. It also refuses a name that listeners does not have, and to go without the one by
#   which the brokers reach one another: inter.broker.listener.name, or the one that is called like
#   security.inter.broker.protocol, of which only one may be set. localhost leads every container to itself.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_advertised.listeners
# custom:
#   id: KB024
#   severities: [error, warning]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [broker]
#   remediation: Advertise every listener that others use, at a host name that they can resolve.
#   since: "0.2.0"
package kcfglint.rules.broker.advertised

import data.kcfglint.lib.brokers
import data.kcfglint.lib.hosts

# KafkaConfig.validateValues
report contains finding if {
	input.state["advertised.listeners"] in {"explicit", "inherited"}
	some listener in meta(input.values["advertised.listeners"])
	finding := {
		"at": "advertised.listeners",
		"message": $`advertised.listeners has {listener}: nobody can connect to 0.0.0.0, and the broker refuses to start; advertise a host name`,
	}
}

report contains finding if {
	input.state["advertised.listeners"] == "absent"
	input.state.listeners in {"explicit", "inherited"}
	input.state["advertised.host.name"] in {"absent", "default"}
	only_broker
	some listener in meta(input.values.listeners)
	finding := {
		"at": "listeners",
		"message": $`listeners has {listener} and advertised.listeners is not set: the broker would advertise 0.0.0.0, and refuses to start; set advertised.listeners`,
	}
}

report contains finding if {
	only_broker_or_both
	count(listeners) > 0
	some name in (announced - listeners)
	finding := {
		"at": "advertised.listeners",
		"message": $`advertised.listeners has {name}, which listeners does not: the broker refuses to start; add it to listeners`,
		"related": [{"at": "listeners", "message": "what the broker listens at"}],
	}
}

report contains finding if {
	only_broker_or_both
	some at, names in reachable
	not between in names
	finding := {
		"at": at,
		"message": $`{at} has no listener {between}, by which brokers reach one another: the broker refuses to start; add it, or set inter.broker.listener.name`,
	}
}

# AbstractKafkaConfig.getInterBrokerListenerNameAndSecurityProtocol
report contains finding if {
	input.state["inter.broker.listener.name"] in {"explicit", "inherited"}
	input.state["security.inter.broker.protocol"] in {"explicit", "inherited"}
	finding := {
		"at": "security.inter.broker.protocol",
		"message": "security.inter.broker.protocol is set beside inter.broker.listener.name: the broker takes only one of them and refuses to start; remove it",
		"related": [{"at": "inter.broker.listener.name", "message": "the listener between brokers"}],
	}
}

report contains finding if {
	input.dialect == "compose"
	brokers.level == "error"
	input.state["advertised.listeners"] in {"explicit", "inherited"}
	some listener in split(input.values["advertised.listeners"], ",")
	[name, address] := split(trim_space(listener), "://")
	upper(name) == between
	some host in hosts.names(address)
	hosts.loopback(host)
	host != "0.0.0.0"
	finding := {
		"at": "advertised.listeners",
		"severity": "warning",
		"confidence": "likely",
		"consequence": "stall",
		"message": $`advertised.listeners has {address} for the listener between brokers ({name}): in another container that is the container itself, and no replica is copied; advertise the name of the service`,
	}
}

# What brokers and clients are told: advertised.listeners, or else listeners.
reachable["advertised.listeners"] := announced if count(announced) > 0

reachable["listeners"] := listeners if {
	input.state["advertised.listeners"] in {"absent", "default"}
	input.state["advertised.host.name"] in {"absent", "default"}
	count(listeners) > 0
}

# The name of the listener between brokers.
between := upper(trim_space(input.values["inter.broker.listener.name"])) if input.state["inter.broker.listener.name"] in {"explicit", "inherited"}

between := upper(trim_space(input.values["security.inter.broker.protocol"])) if {
	input.state["inter.broker.listener.name"] in {"absent", "default"}
	input.state["security.inter.broker.protocol"] in {"explicit", "inherited", "default"}
}

announced contains name if {
	input.state["advertised.listeners"] in {"explicit", "inherited"}
	some name in names(input.values["advertised.listeners"])
}

listeners contains name if {
	input.state.listeners in {"explicit", "inherited"}
	some name in names(input.values.listeners)
}

names(list) := [upper(trim_space(split(listener, "://")[0])) |
	some listener in split(list, ",")
	contains(listener, "://")
]

only_broker_or_both if only_broker

only_broker_or_both if contains(input.values["process.roles"], "broker")

# A controller advertises its listeners only to its like.
only_broker if input.state["process.roles"] in {"absent", "default"}

only_broker if trim_space(input.values["process.roles"]) == "broker"

meta(listeners) := {trim_space(listener) |
	some listener in split(listeners, ",")
	regex.match(`^\s*[A-Za-z0-9_]+://0\.0\.0\.0:`, listener)
}
