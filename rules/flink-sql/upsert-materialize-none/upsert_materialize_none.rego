# METADATA
# title: rows of one key take the place of each other at the sink in any order
# description: |
#   Where the key of a sink is not the key by which its query works, changes of one row may reach the sink from several tasks in any order. Flink
#   then puts an operator before the sink that brings them in order; with table.exec.sink.upsert-materialize=NONE it does not, and a late delete or
#   an old value can be the last one written. With table.exec.sink.keyed-shuffle=NONE a sink with a parallelism of its own gets the rows of
#   one key in several tasks. Leave both at AUTO, which adds nothing where nothing is needed. From 2.3 on Flink refuses an INSERT whose rows do not have
#   the key of the sink, those of a topic or of a windowing function among them, unless ON CONFLICT says what becomes of rows with the same key:
#   DEDUPLICATE keeps the last, ERROR fails, and NOTHING keeps the first and drops all later ones.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/config/#table-exec-sink-upsert-materialize
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/config/#table-exec-sink-keyed-shuffle
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/config/#table-exec-sink-require-on-conflict
# custom:
#   id: FS009
#   severities: [warning, error]
#   confidence: certain
#   consequence: corruption
#   kinds: [flink-cluster, flink-job, flink-table]
#   versions: ["flink 2.3"]
#   remediation: Remove table.exec.sink.upsert-materialize and table.exec.sink.keyed-shuffle, and from 2.3 on write ON CONFLICT DO DEDUPLICATE.
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

# FlinkChangelogModeInferenceProgram.analyzeUpsertMaterializeStrategy
report contains finding if {
	upserts
	input.values.connector in upserting
	input.values["@sql.keyless"] == true
	input.versions.flink.version >= [2, 3]
	input.state["table.exec.sink.require-on-conflict"] in {"absent", "default"}
	input.state["table.exec.sink.upsert-materialize"] in {"absent", "default"}
	finding := {
		"at": "@sql.keyless",
		"severity": "error",
		"consequence": "startup-failure",
		"message": sprintf("rows without a key of their own are written to table %s, which has one: Flink 2.3 refuses that without ON CONFLICT; add ON CONFLICT DO DEDUPLICATE to the INSERT", [input.name]),
		"related": [{"at": "@sql.primary-key", "message": "the key of the sink"}],
	}
}

report contains finding if {
	upserts
	input.values["@sql.on-conflict.nothing"] == true
	finding := {
		"at": "@sql.on-conflict.nothing",
		"consequence": "loss",
		"message": sprintf("ON CONFLICT DO NOTHING keeps the first row of each key of table %s and drops all later ones, uncounted; write DO DEDUPLICATE to keep the last, or DO ERROR", [input.name]),
	}
}

report contains finding if {
	input.kind == "flink-table"
	input.state["@sql.on-conflict"] == "explicit"
	input.values["@streaming"] == true
	some refused in refusals
	finding := {
		"at": "@sql.on-conflict",
		"severity": "error",
		"consequence": "startup-failure",
		"message": sprintf("ON CONFLICT DO %s: %s", [upper(input.values["@sql.on-conflict"]), refused]),
	}
}

# Rows are kept back until the watermark has passed them: validateSourcesHaveWatermarks.
report contains finding if {
	upserts
	input.state["@sql.on-conflict.unwatermarked"] == "explicit"
	input.versions.flink.version >= [2, 3]
	finding := {
		"at": "@sql.on-conflict.unwatermarked",
		"severity": "error",
		"consequence": "startup-failure",
		"message": sprintf("table %s has no watermark, by which ON CONFLICT DO NOTHING and DO ERROR wait for rows of the same key: Flink refuses the INSERT; declare a WATERMARK, or write DO DEDUPLICATE", [input.values["@sql.on-conflict.unwatermarked"]]),
	}
}

# The parser before 2.3 does not know the clause.
refusals contains "Flink before 2.3 does not read it; remove it" if input.versions.flink.version < [2, 3]

# The planner: "ON CONFLICT clause is only allowed for upsert sinks."
refusals contains sprintf("connector=%q only appends, and Flink refuses the clause; remove it", [input.values.connector]) if {
	input.versions.flink.version >= [2, 3]
	input.values.connector in {"filesystem", "kafka"}
}

# These take updates whatever the query gives. The sinks of Elasticsearch only append what is only inserted, and so nothing is
# asked of them: their getChangelogMode.
upserting := {"jdbc", "upsert-kafka"}

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
