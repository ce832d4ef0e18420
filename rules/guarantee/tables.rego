# What a table of Flink gives that is not on Kafka, and the job of a script. Sinks write at
# least once: what was written since the last checkpoint is written again after a failure,
# and a primary key makes that an update. What is not known of a connector is not guessed.
package kcfglint.guarantee.tables

default scope := ""

scope := "of the job's own state" if script

# A job that a script starts: what it reads and writes is in its tables.
script if {
	input.kind == "flink-job"
	input.values["@sql.sinks"]
}

decides contains key if {
	external
	some key in ["sink.delivery-guarantee", "sink.flush-on-checkpoint", "scan.startup.mode"]
	input.state[key] in {"explicit", "inherited"}
}

limits contains limit("loss", true, "sink.delivery-guarantee", "a checkpoint does not wait for the records that are on their way", "sink.delivery-guarantee=at-least-once") if {
	sink
	lower(input.values["sink.delivery-guarantee"]) == "none"
}

limits contains limit("loss", true, "sink.flush-on-checkpoint", "a checkpoint does not wait for the records that are on their way", "sink.flush-on-checkpoint=true") if {
	sink
	input.values["sink.flush-on-checkpoint"] == false
}

limits contains limit("duplication", true, "", "without a primary key, what was written since the last checkpoint is stored again after a failure", "a primary key on the table") if {
	sink
	waits
	not keyed
}

limits contains limit("duplication", false, "", "what was written since the last checkpoint is written again after a failure: rows with the same primary key are overwritten, so it depends on whether the query makes the same rows again", "") if {
	sink
	waits
	keyed
}

limits contains limit(what, false, "", $`what the connector {connector} does at checkpoints and after a failure is not known here`, "") if {
	external
	not known
	some what in ["loss", "duplication"]
}

limits contains limit("loss", true, "scan.startup.mode", "without restored state it starts at the end of the log and skips the rows that are there", "scan.startup.mode=initial") if {
	source
	change_log
	input.values["scan.startup.mode"] == "latest-offset"
}

external if {
	input.kind == "flink-table"
	count(input.parts) == 0
}

sink if {
	external
	input.values["@sql.role"] in {"sink", "both"}
}

source if {
	external
	input.values["@sql.role"] in {"source", "both"}
}

default connector := "of this table"

connector := input.values.connector

# The sinks that write what they hold before a checkpoint is done: AsyncSinkWriter and the
# writers of Elasticsearch and OpenSearch, JdbcSink, MongoWriter.
waits if {
	sink
	some name in ["elasticsearch", "opensearch", "jdbc", "mongodb"]
	startswith(lower(connector), name)
}

# The sources of Flink CDC keep their position in checkpoints.
change_log if endswith(lower(connector), "-cdc")

known if {
	sink
	waits
}

known if {
	source
	not sink
	change_log
}

keyed if input.values["@sql.primary-key"] == true

limit(of, certain, at, message, set) := {"of": of, "certain": certain, "at": at, "message": message, "set": set}
