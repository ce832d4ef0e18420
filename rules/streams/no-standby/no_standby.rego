# METADATA
# title: a stateful application keeps no standby replicas
# description: |
#   When an instance is lost, its tasks move to others, which first read the whole changelogs of their state. That takes
#   minutes to hours, in which those partitions are not processed. A standby replica keeps a copy of the state up to
#   date on another instance and takes over within seconds. Set num.standby.replicas=1 where an application has several
#   instances.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#streamsconfigs_num.standby.replicas
# custom:
#   id: KS008
#   severities: [info]
#   confidence: likely
#   consequence: stall
#   kinds: [streams]
#   workloads: [latency]
#   remediation: Set num.standby.replicas=1.
#   since: "0.2.0"
package kcfglint.rules.streams.no_standby

report contains finding if {
	input.values["num.standby.replicas"] == 0
	input.state["num.standby.replicas"] in {"explicit", "inherited", "default"}
	input.values["group.protocol"] != "streams" # the brokers hold the number then
	some key in hints
	finding := {
		"at": at(key),
		"message": $`num.standby.replicas is 0 and {key} is set, so there is state: when an instance is lost, its state is rebuilt from the changelogs before processing goes on; set 1`,
	}
}

# What only applications with state stores set; one is enough.
hints contains "rocksdb.config.setter" if input.state["rocksdb.config.setter"] in {"explicit", "inherited", "unknown"}

hints contains "state.dir" if {
	input.state["rocksdb.config.setter"] in {"absent", "default"}
	input.state["state.dir"] in {"explicit", "inherited", "unknown"}
}

at(_) := "num.standby.replicas" if input.state["num.standby.replicas"] != "default"

at(key) := {"key": key, "part": "key"} if input.state["num.standby.replicas"] == "default"
