# How many brokers there are beside the one that is looked at.
package kcfglint.lib.brokers

# controller holds for a node that has no records of topics.
controller if trim_space(input.values["process.roles"]) == "controller"

controller if input.values["@roles"] == "controller"

# single: the cluster has this broker and no other.
single if input.values["@brokers"] == 1

# several: the cluster is known to have more than one broker.
several if input.values["@brokers"] > 1

several if input.values["@replicas"] > 1

# The voters of a quorum without controllers of its own are brokers.
several if {
	input.state["@brokers"] == "absent"
	input.state["process.roles"] in {"explicit", "inherited"}
	contains(input.values["process.roles"], "broker")
	contains(input.values["process.roles"], "controller")
	count(split(input.values["controller.quorum.voters"], ",")) > 1
}

# level is how bad a single copy is: as long as it is not known how many brokers there
# are, there may be no more than one. It is undefined for a broker that is alone.
level := "error" if {
	several
	not controller
}

level := "warning" if {
	not several
	not single
	not controller
}
