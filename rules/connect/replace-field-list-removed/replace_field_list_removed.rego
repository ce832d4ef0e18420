# METADATA
# title: ReplaceField does not know the list of fields by its old name
# description: |
#   Kafka 2.6 renamed blacklist and whitelist of the transformation ReplaceField to exclude and include, and 4.0 removed
#   the old names. Connect does not complain about a setting that a transformation does not know: the fields that were
#   to be left out are written, and those that were to be kept alone come with all others. Rename the setting.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#connect_included_transformation
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-629%3A+Use+racially+neutral+terms+in+our+codebase
# custom:
#   id: KN035
#   severities: [error]
#   confidence: certain
#   consequence: ignored
#   kinds: [source-connector, sink-connector, mirror]
#   remediation: Rename blacklist to exclude and whitelist to include.
#   supersedes: [KM001, KM003]
#   versions: ["connect 4.0"]
#   since: "0.2.0"
package kcfglint.rules.connect.replace_field_list_removed

report contains finding if {
	input.versions.connect.version >= [4, 0]
	list := input.settings["@transform.old-list"]
	some old, new in {"blacklist": "exclude", "whitelist": "include"}
	endswith(list.written, old)
	finding := {
		"at": "@transform.old-list",
		"message": $`{list.written}="{list.value}" has no effect since Kafka 4.0: all fields are passed on; rename {old} to {new}`,
	}
}
