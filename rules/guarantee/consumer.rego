# What a consumer gives: when its position is stored, and where it starts without one.
package kcfglint.guarantee.consumer

import data.kcfglint.lib.group

decides contains key if {
	input.kind == "consumer"
	some key in ["group.id", "enable.auto.commit", "auto.offset.reset", "isolation.level"]
	input.state[key] != "absent"
}

# Who stores the position together with its own state or in transactions.
framework if input.owner in {"streams", "flink", "connect", "mirrormaker"}

limits contains limit("duplication", true, "", "the position is stored apart from what is done with the records, so a crash in between repeats them", "") if {
	input.kind == "consumer"
	not framework
}

limits contains limit("loss", false, "enable.auto.commit", "the position is stored at intervals, done or not: at least once only while the records of each poll are finished before the next poll", "enable.auto.commit=false, and commit after processing") if {
	input.kind == "consumer"
	not framework
	not group.missing(input.state["group.id"])
	input.values["enable.auto.commit"] == true
	not stored_at_once
}

limits contains limit("loss", true, "enable.auto.commit", "a record counts as done as soon as the application gets it, so a crash skips it", "enable.auto.offset.store=false, and store the offset after processing") if {
	input.kind == "consumer"
	not framework
	input.values["enable.auto.commit"] == true
	stored_at_once
}

limits contains limit("loss", false, "enable.auto.commit", "who stores the position, and when, is not known here", "enable.auto.commit=false, and commit after processing") if {
	input.kind == "consumer"
	not framework
	input.state["enable.auto.commit"] in {"unknown", "invalid"}
}

limits contains limit("loss", false, "group.id", "without a group no position is stored: where it goes on after a restart is up to the code", "group.id") if {
	input.kind == "consumer"
	not framework
	group.missing(input.state["group.id"])
}

limits contains limit("loss", true, "auto.offset.reset", "without a stored position that is still valid it starts at the end and skips what is there", "auto.offset.reset=earliest") if {
	input.kind == "consumer"
	input.owner != "flink"
	not group.never
	not group.missing(input.state["group.id"])
	input.values["auto.offset.reset"] in {"latest", "largest", "end"}
}

limits contains limit("loss", false, "auto.offset.reset", "where it starts without a stored position is not known here", "auto.offset.reset=earliest") if {
	input.kind == "consumer"
	not framework
	input.state["auto.offset.reset"] in {"unknown", "invalid"}
}

# KIP-932: records are handed out one by one, to several consumers, and again if they are
# not acknowledged.
limits contains limit("duplication", true, "", "a record that is not acknowledged in time is delivered again", "") if input.kind == "share-consumer"

limits contains limit("reordering", true, "", "a share group hands the records of a partition to several consumers", "") if input.kind == "share-consumer"

stored_at_once if {
	input.client.name == "librdkafka"
	input.values["enable.auto.offset.store"] == true
}

limit(of, certain, at, message, set) := {"of": of, "certain": certain, "at": at, "message": message, "set": set}
