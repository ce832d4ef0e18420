# METADATA
# title: an admin client needs exactly one of bootstrap.servers and bootstrap.controllers
# description: |
#   An admin client talks to the brokers or to the controllers. From 3.7 on, which knows bootstrap.controllers, it refuses
#   to start where both are given, and where neither is. Remove one of the two.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#adminclientconfigs_bootstrap.controllers
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-919%3A+Allow+AdminClient+to+Talk+Directly+with+the+KRaft+Controller+Quorum+and+add+Controller+Registration
# custom:
#   id: KM030
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [admin]
#   remediation: Remove bootstrap.servers or bootstrap.controllers.
#   versions: ["3.7"]
#   since: "0.1.0"
package kcfglint.rules.framework.admin_bootstrap_both

# KafkaAdminClient.determineBootstrapType takes an empty list as not given.
report contains finding if {
	known
	given("bootstrap.servers")
	given("bootstrap.controllers")
	finding := {
		"at": "bootstrap.controllers",
		"message": "bootstrap.controllers beside bootstrap.servers: the admin client refuses to start, as it talks to one or the other; remove one",
		"related": [{"at": "bootstrap.servers", "message": "the brokers are given here"}],
	}
}

report contains finding if {
	known
	empty("bootstrap.servers")
	input.settings["bootstrap.servers"]
	not_given
	finding := {
		"at": "bootstrap.servers",
		"message": `bootstrap.servers="" without bootstrap.controllers: the admin client refuses to start, as it needs one of the two; name the brokers`,
	}
}

report contains finding if {
	known
	empty("bootstrap.controllers")
	input.settings["bootstrap.controllers"]
	input.state["bootstrap.servers"] in {"absent", "default"}
	not of_streams
	finding := {
		"at": "bootstrap.controllers",
		"message": `bootstrap.controllers="" without bootstrap.servers: the admin client refuses to start, as it needs one of the two; name the brokers`,
		"related": [{"at": "bootstrap.servers", "message": "bootstrap.servers is not set"}],
	}
}

# A Streams application has bootstrap.servers, wherever they come from.
report contains finding if {
	known
	of_streams
	given("bootstrap.controllers")
	not given("bootstrap.servers")
	finding := {
		"at": "bootstrap.controllers",
		"message": "bootstrap.controllers in a Streams application: its admin client refuses to start, as it gets bootstrap.servers as well; remove it",
	}
}

of_streams if input.owner == "streams"

known if {
	input.client.name == "java"
	input.versions.client.version >= [3, 7]
}

given("bootstrap.servers") if {
	input.state["bootstrap.servers"] in {"explicit", "inherited", "unknown"}
	input.settings["bootstrap.servers"]
	not empty("bootstrap.servers")
}

given("bootstrap.controllers") if {
	input.settings["bootstrap.controllers"]
	not empty("bootstrap.controllers")
}

empty("bootstrap.servers") if {
	input.state["bootstrap.servers"] in {"explicit", "inherited", "invalid"}
	trim_space(input.settings["bootstrap.servers"].value) == ""
}

empty("bootstrap.controllers") if {
	input.state["bootstrap.controllers"] in {"explicit", "inherited", "invalid"}
	trim_space(input.settings["bootstrap.controllers"].value) == ""
}

not_given if empty("bootstrap.controllers")

not_given if input.state["bootstrap.controllers"] in {"absent", "default"}
