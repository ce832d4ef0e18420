# METADATA
# title: an alias of transformations or predicates is used in a way that Connect refuses
# description: |
#   The lists transforms and predicates name each alias once. negate turns around the predicate of a transformation, so
#   it needs one. Connect refuses a connector with an alias that occurs twice, or with negate and no predicate.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#connect_predicates
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-585%3A+Filter+and+Conditional+SMTs
# custom:
#   id: KN036
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [source-connector, sink-connector, mirror]
#   remediation: Name each alias once, and a predicate beside negate.
#   versions: ["connect 2.6"]
#   since: "0.2.0"
package kcfglint.rules.connect.transform_aliases

# ConnectorConfig.aliasValidator
report contains repeated("transforms", alias) if {
	input.state.transforms in {"explicit", "inherited", "invalid"}
	some alias in twice(input.settings.transforms.value)
}

report contains repeated("predicates", alias) if {
	input.state.predicates in {"explicit", "inherited", "invalid"}
	input.versions.connect.version >= [2, 6]
	some alias in twice(input.settings.predicates.value)
}

# ConnectorConfig.enrich; before 2.6 there are no predicates.
report contains finding if {
	input.complete == "full"
	input.versions.connect.version >= [2, 6]
	negate := input.settings["@transform.negate-alone"]
	finding := {
		"at": "@transform.negate-alone",
		"message": $`{negate.written}="{negate.value}" without a predicate to turn around: Connect refuses the connector; set {trim_suffix(negate.written, "negate")}predicate, or remove it`,
	}
}

twice(list) := {alias |
	aliases := [trim_space(entry) | some entry in split(list, ",")]
	some i, alias in array.slice(aliases, 0, 100)
	some j, other in array.slice(aliases, 0, 100)
	i < j
	alias == other
	alias != ""
}

repeated(key, alias) := {
	"at": key,
	"message": $`{key} names "{alias}" more than once: Connect refuses the connector; name it once`,
}
