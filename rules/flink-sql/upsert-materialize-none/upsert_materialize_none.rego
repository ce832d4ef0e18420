# METADATA
# title: changes of one key overtake each other on the way to the sink
# description: |
#   Where the key of a sink is not the key by which its query works, changes of one row may reach the sink from several tasks in any order. Flink
#   then puts an operator before the sink that brings them in order; with table.exec.sink.upsert-materialize=NONE it does not, and a late delete or
#   an old value can be the last one written. With table.exec.sink.keyed-shuffle=NONE a sink with a parallelism of its own gets the rows of
#   one key in several tasks. Leave both at AUTO, which adds nothing where nothing is needed.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/config/#table-exec-sink-upsert-materialize
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/config/#table-exec-sink-keyed-shuffle
# custom:
#   id: FS009
#   severities: [warning]
#   confidence: certain
#   consequence: corruption
#   kinds: [flink-cluster, flink-job, flink-table]
#   remediation: Remove table.exec.sink.upsert-materialize and table.exec.sink.keyed-shuffle.
#   since: "0.2.0"
package kcfglint.rules.flink_sql.upsert_materialize_none

# The queries are not in view.
report contains finding if {
	input.kind in {"flink-cluster", "flink-job"}
	input.dialect != "flink-sql"
	input.values["table.exec.sink.upsert-materialize"] == "NONE"
	input.state["table.exec.sink.upsert-materialize"] == "explicit"
	not single
	finding := {
		"at": "table.exec.sink.upsert-materialize",
		"confidence": "likely",
		"message": sprintf("%s; remove it", [unordered]),
	}
}

# A regular join works by other columns than those of the sink's key, as a rule.
report contains finding if {
	upserts
	input.values["table.exec.sink.upsert-materialize"] == "NONE"
	input.state["table.exec.sink.upsert-materialize"] == "inherited"
	input.values["@sql.insert"] == "join"
	not single
	finding := {
		"at": "table.exec.sink.upsert-materialize",
		"confidence": "likely",
		"message": sprintf("%s, and a join is written to table %s; remove it", [unordered, input.name]),
		"related": [{"at": "@sql.primary-key", "message": "the key of the sink"}],
	}
}

# CommonExecSink.applyKeyBy
report contains finding if {
	upserts
	input.values["table.exec.sink.keyed-shuffle"] == "NONE"
	input.state["table.exec.sink.keyed-shuffle"] == "inherited"
	parallelism := input.values["sink.parallelism"]
	parallelism > 1
	input.state["sink.parallelism"] == "explicit"
	finding := {
		"at": "table.exec.sink.keyed-shuffle",
		"message": sprintf(
			"table.exec.sink.keyed-shuffle=%q, and table %s has sink.parallelism=\"%d\" (line %d): rows of one key reach it in several tasks, and the older may be written last; remove it",
			[input.settings["table.exec.sink.keyed-shuffle"].value, input.name, parallelism, input.settings["sink.parallelism"].line],
		),
		"related": [{"at": "sink.parallelism", "message": "the sink's own parallelism"}],
	}
}

unordered := sprintf("table.exec.sink.upsert-materialize=%q: where a sink's key is not that of its query, a late delete or an old value can be written last", [input.settings["table.exec.sink.upsert-materialize"].value])

upserts if {
	input.kind == "flink-table"
	input.values["@sql.primary-key"] == true
	input.values["@sql.role"] in {"sink", "both"}
	input.values["@streaming"] == true
}

single if {
	input.values["parallelism.default"] == 1
	input.state["parallelism.default"] in {"explicit", "inherited"}
}
