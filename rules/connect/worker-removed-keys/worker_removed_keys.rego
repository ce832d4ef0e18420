# METADATA
# title: a worker has settings that Kafka 3.0 removed
# description: |
#   Kafka 3.0 removed internal.key.converter and internal.value.converter, which nothing needs, and rest.host.name and
#   rest.port in favour of listeners. A worker passes over them without an error and, without listeners, listens on all
#   addresses, port 8083, whatever they say.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#connectconfigs_listeners
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-174%3A+Deprecate+and+remove+internal+converter+configs+in+WorkerConfig
# custom:
#   id: KN029
#   severities: [warning, info]
#   confidence: certain
#   consequence: ignored
#   kinds: [connect-worker]
#   remediation: Remove the converters, and write rest.host.name and rest.port as listeners.
#   supersedes: [KM001, KM003, KM006]
#   versions: ["connect 3.0"]
#   since: "0.2.0"
package kcfglint.rules.connect.worker_removed_keys

report contains finding if {
	input.state["internal.key.converter"] in {"explicit", "inherited"}
	input.versions.connect.version >= [3, 0]
	finding := {
		"at": {"key": "internal.key.converter", "part": "key"},
		"severity": "info",
		"consequence": "maintenance",
		"message": "internal.key.converter has no effect since Kafka 3.0: Connect always takes JSON without schemas there; remove it",
	}
}

report contains finding if {
	input.state["internal.value.converter"] in {"explicit", "inherited"}
	input.versions.connect.version >= [3, 0]
	finding := {
		"at": {"key": "internal.value.converter", "part": "key"},
		"severity": "info",
		"consequence": "maintenance",
		"message": "internal.value.converter has no effect since Kafka 3.0: Connect always takes JSON without schemas there; remove it",
	}
}

report contains finding if {
	input.state["rest.host.name"] in {"explicit", "inherited", "invalid"}
	value := input.settings["rest.host.name"].value
	in_a_file
	input.versions.connect.version >= [3, 0]
	finding := {
		"at": "rest.host.name",
		"message": $`rest.host.name="{value}" has no effect since Kafka 3.0: the worker listens on all addresses; set listeners`,
	}
}

report contains finding if {
	input.state["rest.port"] in {"explicit", "inherited", "invalid"}
	value := input.settings["rest.port"].value
	trim_space(value) != "8083" # what it is without
	in_a_file
	input.versions.connect.version >= [3, 0]
	finding := {
		"at": "rest.port",
		"message": $`rest.port="{value}" has no effect since Kafka 3.0: the worker listens on port 8083; set listeners`,
	}
}

# Start scripts of images make listeners of them.
in_a_file if {
	input.dialect == "connect"
	input.state.listeners in {"absent", "default", "unknown"}
}
