# METADATA
# title: new columns never reach the sink
# description: |
#   With schema.change.behavior=ignore a Flink CDC pipeline drops each change of a table's schema, and with it the values of each column that is
#   added. With try_evolve it goes on without a change that the sink cannot make. A sink that excludes add.column, or includes other
#   changes only, drops new columns as well. The pipeline stays green in all cases. lenient, the default since 3.2, and evolve
#   carry new columns on, and exception stops at the first change.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-cdc-docs-stable/docs/core-concept/schema-evolution/
# custom:
#   id: FS020
#   severities: [error, warning]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-cdc-pipeline]
#   remediation: Set schema.change.behavior to lenient or evolve, and leave add.column among the changes that the sink takes.
#   since: "0.2.0"
package kcfglint.rules.flink_sql.cdc_yaml_schema_swallow

report contains finding if {
	upper(behavior) == "IGNORE"
	finding := {
		"at": "schema.change.behavior",
		"severity": "error",
		"message": sprintf("schema.change.behavior=%q drops each change of a schema: the values of columns that are added never reach the sink; set lenient or evolve", [behavior]),
	}
}

report contains finding if {
	upper(behavior) == "TRY_EVOLVE"
	finding := {
		"at": "schema.change.behavior",
		"severity": "warning",
		"message": sprintf("schema.change.behavior=%q goes on without a change of the schema that the sink cannot make: the values of new columns are lost without a failure; set lenient or evolve", [behavior]),
	}
}

report contains finding if {
	input.state["sink.exclude.schema.changes"] == "explicit"
	some change in split(input.values["sink.exclude.schema.changes"], ",")
	lower(trim_space(change)) in adding
	finding := {
		"at": "sink.exclude.schema.changes",
		"severity": "warning",
		"message": sprintf("exclude.schema.changes holds %q: columns that are added at the source are dropped before the sink; remove it", [trim_space(change)]),
	}
}

report contains finding if {
	input.state["sink.include.schema.changes"] == "explicit"
	input.state["sink.exclude.schema.changes"] == "absent"
	changes := {lower(trim_space(change)) | some change in split(input.values["sink.include.schema.changes"], ",")}
	count(changes & adding) == 0
	finding := {
		"at": "sink.include.schema.changes",
		"severity": "warning",
		"message": "include.schema.changes leaves add.column out: columns that are added at the source are dropped before the sink; add it",
	}
}

behavior := input.settings["schema.change.behavior"].value if input.state["schema.change.behavior"] == "explicit"

# ChangeEventUtils.resolveSchemaEvolutionTag: families stand for all of their changes.
adding := {"all", "add", "column", "add.column"}
