# What a Streams application gives: its processing guarantee, on top of its clients.
package kcfglint.guarantee.streams

import data.kcfglint.lib.streams

default scope := ""

scope := "within Kafka: from its input topics to its output topics, for readers with isolation.level=read_committed" if {
	input.kind == "streams"
	streams.exactly_once
}

decides contains key if {
	input.kind == "streams"
	some key in ["processing.guarantee", "replication.factor"]
	input.state[key] != "absent"
}

limits contains limit("duplication", true, "processing.guarantee", "positions, state and results are stored apart, so a failure processes records again", "processing.guarantee=exactly_once_v2") if {
	input.kind == "streams"
	input.values["processing.guarantee"] == "at_least_once"
}

limits contains limit("duplication", false, "processing.guarantee", "the processing guarantee is not known here", "processing.guarantee=exactly_once_v2") if {
	input.kind == "streams"
	not streams.exactly_once
	input.values["processing.guarantee"] != "at_least_once"
}

limits contains limit("duplication", false, "processing.guarantee", "the processing guarantee is not known here", "processing.guarantee=exactly_once_v2") if {
	input.kind == "streams"
	input.state["processing.guarantee"] in {"unknown", "invalid", "absent"}
}

limits contains limit("durability", true, "replication.factor", "the topics of its state have one replica", "replication.factor=3") if {
	input.kind == "streams"
	input.values["replication.factor"] == 1
}

# The topics that it writes to are in its code, and those of its state are made by it.
limits contains limit("durability", false, "", "the topics that it writes to are not in these files", "") if input.kind == "streams"

limit(of, certain, at, message, set) := {"of": of, "certain": certain, "at": at, "message": message, "set": set}
