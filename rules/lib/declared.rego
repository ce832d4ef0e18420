# METADATA
# scope: package
# description: Where topics are declared.
# schemas:
# - input: schema.project
package kcfglint.lib.declared

# topics are the declarations of each topic that something else in view uses.
topics := {topic: found |
	some topic, ids in input.joins.topic
	found := [id | some id in ids; input.components[id].kind == "topic"]
	count(found) > 0
}
