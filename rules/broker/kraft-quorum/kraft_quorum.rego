# METADATA
# title: the roles, the quorum and the listeners of a node do not fit together
# description: |
#   A node of a KRaft cluster needs node.id, the controllers as controller.quorum.voters or
#   controller.quorum.bootstrap.servers, and controller.listener.names. A controller is one of the voters and has a
#   listener of those names; a node that is only a broker is no voter and has no such listener; one that is only a
#   controller has no other. A node refuses to start otherwise.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#kraft_config
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_controller.quorum.voters
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_controller.listener.names
# custom:
#   id: KB036
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [broker]
#   remediation: Correct the ids of the voters and the names of the controller listeners.
#   since: "0.2.0"
package kcfglint.rules.broker.kraft_quorum

# KafkaConfig.validateValues of 3.3 to 4.4
report contains finding if {
	kraft
	input.state["node.id"] in {"absent", "default"}
	input.state["broker.id"] in {"absent", "default"}
	finding := {"at": "process.roles", "message": "process.roles is set and node.id is not: the node refuses to start; set node.id"}
}

report contains finding if {
	kraft
	input.state["controller.quorum.voters"] in {"absent", "default"}
	input.state["controller.quorum.bootstrap.servers"] in {"absent", "default"}
	finding := {
		"at": "process.roles",
		"message": "process.roles is set, but neither controller.quorum.voters nor controller.quorum.bootstrap.servers: the node refuses to start; set one of them",
	}
}

report contains finding if {
	kraft
	input.state["controller.listener.names"] in {"absent", "default"}
	finding := {"at": "process.roles", "message": "process.roles is set and controller.listener.names is not: the node refuses to start; set the name of the controllers' listener"}
}

report contains finding if {
	"controller" in roles
	count(voters) > 0
	id := format_int(input.values["node.id"], 10)
	not id in voters
	finding := {
		"at": "node.id",
		"message": $`node.id="{id}" is not among the ids of controller.quorum.voters ({concat(", ", voters)}), but process.roles has controller: the node refuses to start; add it, or leave the role out`,
		"related": [{"at": "controller.quorum.voters", "message": "the voters"}],
	}
}

report contains finding if {
	roles == {"broker"}
	id := format_int(input.values["node.id"], 10)
	id in voters
	finding := {
		"at": "node.id",
		"message": $`node.id="{id}" is among the ids of controller.quorum.voters, but process.roles is only broker: the node refuses to start; give it an id of its own, or the role`,
		"related": [{"at": "controller.quorum.voters", "message": "the voters"}],
	}
}

report contains finding if {
	roles == {"broker"}
	some name in (listeners & controllers)
	finding := {
		"at": "listeners",
		"message": $`listeners has {name}, a listener of controllers, but process.roles is only broker: the node refuses to start; remove it`,
		"related": [{"at": "controller.listener.names", "message": "the listeners of controllers"}],
	}
}

report contains finding if {
	roles == {"controller"}
	count(controllers) > 0
	some name in (listeners - controllers)
	finding := {
		"at": "listeners",
		"message": $`listeners has {name}, which controller.listener.names does not, but process.roles is only controller: the node refuses to start; remove it`,
		"related": [{"at": "controller.listener.names", "message": "the listeners of controllers"}],
	}
}

report contains finding if {
	roles == {"broker", "controller"}
	count(listeners) > 0
	count(controllers) > 0
	count(listeners & controllers) == 0
	finding := {
		"at": "listeners",
		"message": $`listeners has none of controller.listener.names ({concat(", ", controllers)}), but process.roles has controller: the node refuses to start; add it`,
		"related": [{"at": "controller.listener.names", "message": "the listeners of controllers"}],
	}
}

report contains finding if {
	kraft
	input.state["listener.security.protocol.map"] in {"explicit", "inherited"}
	mapped := {upper(trim_space(split(entry, ":")[0])) | some entry in split(input.values["listener.security.protocol.map"], ",")}
	some name in controllers
	not upper(name) in mapped
	finding := {
		"at": "listener.security.protocol.map",
		"message": $`listener.security.protocol.map has no {name}, which controller.listener.names names: the node refuses to start; add {name}:SSL, or the protocol that the controllers use`,
		"related": [{"at": "controller.listener.names", "message": "the listeners of controllers"}],
	}
}

kraft if {
	count(roles) > 0
	input.versions.broker.version >= [3, 3]
}

roles := names(input.values["process.roles"]) if {
	input.state["process.roles"] in {"explicit", "inherited"}
	input.versions.broker.version >= [3, 3]
}

voters contains trim_space(split(voter, "@")[0]) if {
	input.state["controller.quorum.voters"] in {"explicit", "inherited"}
	some voter in split(input.values["controller.quorum.voters"], ",")
	contains(voter, "@")
}

controllers := names(input.values["controller.listener.names"]) if input.state["controller.listener.names"] in {"explicit", "inherited"}

listeners contains trim_space(split(listener, "://")[0]) if {
	input.state.listeners in {"explicit", "inherited"}
	some listener in split(input.values.listeners, ",")
	contains(listener, "://")
}

names(list) := {trim_space(name) |
	some name in split(list, ",")
	trim_space(name) != ""
}
