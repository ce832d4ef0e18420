package kcfglint.rules.flink_operator.forbidden_or_ineffective_keys_test

import data.kcfglint.rules.flink_operator.forbidden_or_ineffective_keys as rule

resource(version, session, state) := {
	"dialect": "flink-operator",
	"state": object.union({"flinkVersion": version, "@session": session}, state),
	"settings": object.union({"flinkVersion": {"value": "v1_20"}}, {"@session": {"value": "sessions"} | session == "explicit"}),
}

test_forbidden if {
	every key in ["kubernetes.cluster-id", "kubernetes.namespace", "high-availability.cluster-id"] {
		rule.report == {{
			"at": key,
			"message": sprintf("%s in flinkConfiguration: the operator sets it itself and rejects the resource; remove it", [key]),
		}} with input as resource("explicit", "absent", {key: "explicit"})
	}
}

test_late if {
	every key in [
		"taskmanager.numberOfTaskSlots", "taskmanager.memory.process.size", "jobmanager.memory.process.size",
		"high-availability.type", "high-availability.storageDir",
	] {
		rule.report == {{
			"at": key,
			"severity": "warning",
			"consequence": "ignored",
			"message": sprintf("%s of a FlinkSessionJob has no effect, as the session cluster runs already; write it into the FlinkDeployment", [key]),
		}} with input as resource("inherited", "explicit", {key: "explicit"})
	}
}

test_of_a_deployment if {
	rule.report == set() with input as resource("explicit", "absent", {"taskmanager.numberOfTaskSlots": "explicit"})
}

test_of_the_cluster if {
	rule.report == set() with input as resource("inherited", "explicit", {"taskmanager.numberOfTaskSlots": "inherited"})
}

# A fact that a template may hold is not one that it holds.
test_template if {
	rule.report == set() with input as resource("unknown", "unknown", {"taskmanager.numberOfTaskSlots": "explicit"})
}

test_elsewhere if {
	rule.report == set() with input as resource("explicit", "absent", {"kubernetes.cluster-id": "explicit"}) with input.dialect as "flink-conf"
}
