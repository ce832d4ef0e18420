# METADATA
# scope: package
# description: Which workers of Connect run a connector.
# schemas:
# - input: schema.project
package kcfglint.lib.workers

# of: by connector, the workers of its place, if they are of one file: with several nobody knows which of them runs it.
of := {id: workers[0] |
	some ids in input.joins["connect-cluster"]
	workers := [w | some w in ids; input.components[w].kind == "connect-worker"]
	count(workers) == 1
	some id in ids
	input.components[id].kind in {"source-connector", "sink-connector"}
}
