# Whether a topic keeps what was acknowledged when one broker fails. acks=all waits for
# the replicas that are in sync, at least min.insync.replicas of them: two must be sure.
package kcfglint.guarantee.topics

limits[name] contains weak(false, "", $`the topic {name} is not in these files`, "") if {
	some name in input.links.topics
	count(object.get(input.topics, name, [])) == 0
}

limits[name] contains weak(true, {"key": "@replication-factor", "component": id}, $`the topic {name} has one replica`, $`three replicas for {name}, with min.insync.replicas=2`) if {
	some name, ids in input.topics
	some id in ids
	replicas[id] == 1
}

limits[name] contains weak(false, {"key": "@replication-factor", "component": id}, $`how many replicas the topic {name} has is left to the brokers`, $`three replicas for {name}, with min.insync.replicas=2`) if {
	some name, ids in input.topics
	some id in ids
	not known_replicas(id)
}

limits[name] contains weak(true, {"key": "min.insync.replicas", "component": where}, $`acks=all waits for min.insync.replicas={least} of the topic {name}, which may be the leader alone`, $`min.insync.replicas=2 on {name}`) if {
	some name, ids in input.topics
	some id in ids
	least := in_sync[id]
	least < 2
	where := holder[id]
	replicas[id] != 1
}

limits[name] contains weak(false, {"key": "min.insync.replicas", "component": id}, $`min.insync.replicas of the topic {name} is left to the brokers, which are not in these files`, $`min.insync.replicas=2 on {name}`) if {
	some name, ids in input.topics
	some id in ids
	not known_in_sync(id)
}

limits[name] contains weak(true, {"key": "unclean.leader.election.enable", "component": id}, $`a replica that lags behind may become the leader of {name}`, $`unclean.leader.election.enable=false on {name}`) if {
	some name, ids in input.topics
	some id in ids
	input.members[id].values["unclean.leader.election.enable"] == true
	input.members[id].state["unclean.leader.election.enable"] in {"explicit", "inherited"}
}

replicas[id] := input.members[id].values["@replication-factor"] if {
	some ids in input.topics
	some id in ids
	input.members[id].values["@replication-factor"] > 0
}

known_replicas(id) if replicas[id] > 0

# A topic has min.insync.replicas of its own, or that of its brokers.
in_sync[id] := input.members[id].values["min.insync.replicas"] if {
	some id, _ in replicas
	input.members[id].state["min.insync.replicas"] in {"explicit", "inherited"}
}

in_sync[id] := min(of_brokers[id]) if {
	some id, _ in replicas
	not input.members[id].state["min.insync.replicas"] in {"explicit", "inherited", "unknown", "invalid"}
	count(of_brokers[id]) > 0
}

holder[id] := id if {
	some id, _ in replicas
	input.members[id].state["min.insync.replicas"] in {"explicit", "inherited"}
}

holder[id] := min(input.brokers[id]) if {
	some id, _ in replicas
	not input.members[id].state["min.insync.replicas"] in {"explicit", "inherited"}
}

of_brokers[id] contains n if {
	some id, brokers in input.brokers
	some broker in brokers
	input.members[broker].state["min.insync.replicas"] in {"explicit", "inherited", "default"}
	n := input.members[broker].values["min.insync.replicas"]
}

known_in_sync(id) if in_sync[id] > 0

weak(certain, at, message, set) := {"of": "durability", "certain": certain, "at": at, "message": message, "set": set}
