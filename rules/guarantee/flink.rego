# What a Flink job or a table on Kafka gives: checkpoints hold the positions and the state,
# and sinks are as good as their delivery guarantee.
package kcfglint.guarantee.flink

default scope := ""

scope := "to readers with isolation.level=read_committed" if {
	sink
	guarantee == "exactly-once"
}

scope := "of the job's own state" if {
	source
	not sink
}

source if {
	input.kind == "flink-table"
	some part in input.parts
	part.kind == "consumer"
}

sink if {
	input.kind == "flink-table"
	some part in input.parts
	part.kind == "producer"
}

decides contains "execution.checkpointing.interval" if input.kind in {"flink-table", "flink-job"}

decides contains "execution.checkpointing.mode" if {
	input.kind in {"flink-table", "flink-job"}
	input.state["execution.checkpointing.mode"] != "absent"
}

decides contains "scan.startup.mode" if source

decides contains "sink.delivery-guarantee" if sink

# A batch takes no checkpoints: what fails is run again.
batch if lower(input.values["execution.runtime-mode"]) == "batch"

limits contains limit("duplication", true, "execution.runtime-mode", "a batch takes no checkpoints, so what fails is run again from its inputs", "") if {
	input.kind in {"flink-table", "flink-job"}
	batch
}

limits contains limit(what, false, "execution.checkpointing.interval", "checkpoints are not known to be on, and without them a failure loses the positions and what is not yet written", "execution.checkpointing.interval") if {
	input.kind in {"flink-table", "flink-job"}
	not batch
	not checkpoints
	some what in ["loss", "duplication"]
}

limits contains limit("duplication", true, "execution.checkpointing.mode", "barriers are not aligned, so a failure processes records again", "execution.checkpointing.mode=EXACTLY_ONCE") if {
	input.kind in {"flink-table", "flink-job"}
	not batch
	lower(input.values["execution.checkpointing.mode"]) == "at_least_once"
}

limits contains limit("duplication", false, "execution.checkpointing.mode", "the mode of the checkpoints is not known here", "execution.checkpointing.mode=EXACTLY_ONCE") if {
	input.kind in {"flink-table", "flink-job"}
	input.state["execution.checkpointing.mode"] in {"unknown", "invalid"}
}

limits contains limit("loss", true, "scan.startup.mode", "without restored state it starts at the end and skips what is there", "scan.startup.mode=earliest-offset, or group-offsets with properties.auto.offset.reset=earliest") if {
	source
	input.values["scan.startup.mode"] == "latest-offset"
}

limits contains limit("loss", true, "sink.delivery-guarantee", "a checkpoint does not wait for the records that are on their way", "sink.delivery-guarantee=at-least-once, or exactly-once") if {
	sink
	guarantee == "none"
}

limits contains limit("duplication", true, "sink.delivery-guarantee", "what was written since the last checkpoint is written again after a failure", "sink.delivery-guarantee=exactly-once with sink.transactional-id-prefix") if {
	sink
	guarantee in {"none", "at-least-once"}
}

limits contains limit("duplication", false, "sink.delivery-guarantee", "the delivery guarantee is not known here", "sink.delivery-guarantee=exactly-once with sink.transactional-id-prefix") if {
	sink
	not guarantee in {"none", "at-least-once", "exactly-once"}
}

limits contains limit("loss", false, "sink.delivery-guarantee", "the delivery guarantee is not known here", "sink.delivery-guarantee=exactly-once with sink.transactional-id-prefix") if {
	sink
	input.state["sink.delivery-guarantee"] in {"unknown", "invalid"}
}

# Of a job whose tables are not in view, only what all of it rests on is known.
limits contains limit(what, false, "", "what it reads and writes is in its code", "") if {
	input.kind == "flink-job"
	not input.values["@sql.sinks"]
	some what in ["loss", "duplication", "reordering"]
}

checkpoints if input.values["execution.checkpointing.interval"] > 0

guarantee := lower(input.values["sink.delivery-guarantee"])

limit(of, certain, at, message, set) := {"of": of, "certain": certain, "at": at, "message": message, "set": set}
