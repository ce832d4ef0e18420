# METADATA
# title: brokers of a cluster are its controllers as well
# description: |
#   A node with both roles shares memory, disk and its restarts between records and the cluster's metadata: when
#   clients overload it, elections stall for the whole cluster, and the two cannot be rolled or scaled apart. Kafka's
#   documentation advises against it where the cluster matters. It is fine for a single node and for development.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#kraft_role
# custom:
#   id: KB026
#   severities: [warning]
#   confidence: certain
#   consequence: stall
#   kinds: [broker]
#   remediation: Give the controllers nodes of their own.
#   since: "0.2.0"
package kcfglint.rules.broker.combined_roles

report contains finding if {
	input.state["process.roles"] in {"explicit", "inherited"}
	both(input.values["process.roles"])
	not on_one_machine
	nodes := count(split(input.values["controller.quorum.voters"], ","))
	nodes > 1
	finding := {
		"at": "process.roles",
		"message": $`process.roles="{input.values["process.roles"]}" on {nodes} nodes: overloaded brokers hold up the elections of the whole cluster; give the controllers nodes of their own`,
	}
}

report contains finding if {
	both(input.values["@roles"])
	nodes := input.values["@replicas"]
	nodes > 1
	finding := {
		"at": "@roles",
		"message": $`roles controller and broker on {nodes} nodes: overloaded brokers hold up the elections of the whole cluster; give the controllers a pool of their own`,
	}
}

# The services of a compose file share one machine whatever their roles.
on_one_machine if input.dialect == "compose"

both(roles) if {
	contains(roles, "broker")
	contains(roles, "controller")
}
