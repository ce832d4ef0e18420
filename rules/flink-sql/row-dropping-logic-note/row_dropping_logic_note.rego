# METADATA
# title: places where the query leaves rows out
# description: |
#   Whoever compares the counts of a source and a sink has to know where the job drops rows on purpose: WHERE, HAVING and QUALIFY, which also drop
#   rows for which the condition is NULL, LIMIT, DISTINCT, ROW_NUMBER() = 1, inner and lookup joins, UNION without ALL, INTERSECT and
#   EXCEPT. The rule lists them for a review.
# related_resources:
# - ref: https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/sql/queries/overview/
# custom:
#   id: FS023
#   severities: [info]
#   confidence: certain
#   consequence: loss
#   kinds: [flink-job]
#   remediation: Count what is dropped, or write it to a table of its own.
#   since: "0.2.0"
package kcfglint.rules.flink_sql.row_dropping_logic_note

report contains finding if {
	some key, setting in input.settings
	startswith(key, "@sql.drops.")
	finding := {
		"at": key,
		"message": sprintf("rows between source and sink are left out here: %s", [what[setting.value]]),
	}
}

what := {
	"where": "WHERE keeps those that meet the condition, and not those for which it is NULL",
	"having": "HAVING keeps the groups that meet the condition, and not those for which it is NULL",
	"qualify": "QUALIFY keeps those that meet the condition",
	"limit": "LIMIT keeps the first",
	"distinct": "DISTINCT keeps one of the same",
	"union": "UNION without ALL keeps one of the same",
	"row-number": "ROW_NUMBER keeps those of some ranks",
	"inner-join": "an inner join drops those without a partner",
	"set-operation": "INTERSECT or EXCEPT keeps those that the other side has, or has not",
}
