# What a connector gives: Connect stores positions after the fact, unless sources run
# exactly once (KIP-618).
package kcfglint.guarantee.connect

decides contains key if {
	input.kind in {"source-connector", "sink-connector", "mirror"}
	some key in ["exactly.once.support", "exactly.once.source.support", "errors.tolerance"]
	not input.state[key] in {"absent", "unknown"}
}

limits contains limit("duplication", true, "exactly.once.source.support", "Connect stores the position after the records, so a task that starts again sends some of them again", "exactly.once.source.support=enabled on the workers, and exactly.once.support=required") if {
	input.kind in {"source-connector", "mirror"}
	support == "off"
}

limits contains limit("duplication", false, "exactly.once.source.support", "whether the workers run sources exactly once is not in these files", "exactly.once.source.support=enabled on the workers, and exactly.once.support=required") if {
	input.kind in {"source-connector", "mirror"}
	support == "unknown"
}

limits contains limit("duplication", false, "exactly.once.support", "the workers run sources exactly once; whether this connector can is not asked for", "exactly.once.support=required") if {
	input.kind in {"source-connector", "mirror"}
	support == "enabled"
	required != true
}

# What the workers set for the producers of all connectors.
limits contains limit(what, false, "", "the workers can set producer.acks for all connectors, and are not in these files", "producer.override.acks=all") if {
	input.kind == "source-connector"
	not has_producer
	count(input.workers) == 0
	some what in ["loss", "durability"]
}

limits contains limit("durability", false, "", "the topics that it writes to are not in these files", "") if {
	input.kind in {"source-connector", "mirror"}
	not has_producer
}

limits contains limit("duplication", false, "", "positions are stored after the sink has written, so a task that starts again writes some records again, unless the connector overwrites them by key", "") if input.kind == "sink-connector"

default required := false

required if lower(input.values["exactly.once.support"]) == "required"

# support is what the worker says, or the connector where it is its own worker.
support := "enabled" if "enabled" in said

support := "off" if {
	not "enabled" in said
	count(said) > 0
}

support := "unknown" if count(said) == 0

said contains lower(input.values["exactly.once.source.support"])

said contains lower(worker.values["exactly.once.source.support"]) if {
	some id in input.workers
	worker := input.members[id]
}

has_producer if {
	some part in input.parts
	part.kind == "producer"
}

limit(of, certain, at, message, set) := {"of": of, "certain": certain, "at": at, "message": message, "set": set}
