# What a pipeline of Flink CDC gives. Its position in the log of the database is in
# checkpoints, and these are set where the pipeline is submitted, not in its definition.
package kcfglint.guarantee.pipelines

on_kafka if {
	input.kind == "flink-cdc-pipeline"
	lower(input.values["sink.type"]) == "kafka"
}

decides contains key if {
	input.kind == "flink-cdc-pipeline"
	some key in ["source.scan.startup.mode", "sink.sink.delivery-guarantee", "schema.change.behavior"]
	not input.state[key] in {"absent", "unknown"}
}

limits contains limit(what, "checkpoints are set where the pipeline is submitted, and without them a failure loses its position") if {
	input.kind == "flink-cdc-pipeline"
	some what in ["loss", "duplication"]
}

limits contains limit("durability", "the topics that it writes to are not known here") if on_kafka

limit(of, message) := {"of": of, "certain": false, "at": "", "message": message, "set": ""}
