# METADATA
# title: the records are kept under /tmp
# description: |
#   log.dirs is where a broker keeps its records, and /tmp/kafka-logs unless log.dirs or log.dir is set. Many systems
#   empty /tmp when they start, or remove old files from it, and the broker's log, which other replicas rely on, goes
#   with it. In a container the path matters less than what is mounted there, so nothing is reported of containers.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_log.dirs
# custom:
#   id: KB009
#   severities: [error, warning]
#   confidence: certain
#   consequence: loss
#   kinds: [broker]
#   remediation: Set log.dirs to a directory on a disk that lasts.
#   since: "0.2.0"
package kcfglint.rules.broker.log_dirs_tmp

report contains finding if {
	not contained
	input.state["log.dirs"] in {"explicit", "inherited"}
	some dir in fleeting(input.values["log.dirs"])
	finding := {"at": "log.dirs", "message": $`log.dirs has {dir}: /tmp may be emptied when the machine starts or cleaned up while it runs, and the records go with it; set a directory that lasts`}
}

report contains finding if {
	not contained
	input.state["log.dirs"] in {"absent", "default"}
	input.state["log.dir"] in {"explicit", "inherited"}
	some dir in fleeting(input.values["log.dir"])
	finding := {"at": "log.dir", "message": $`log.dir is {dir}: /tmp may be emptied when the machine starts or cleaned up while it runs, and the records go with it; set a directory that lasts`}
}

report contains finding if {
	not contained
	input.dialect != "strimzi"
	input.state["log.dirs"] in {"absent", "default"}
	input.state["log.dir"] == "default"
	numbered
	finding := {
		"at": "log.dirs",
		"severity": "warning",
		"message": "log.dirs is not set: the records are kept in /tmp/kafka-logs, which may be emptied when the machine starts; set a directory that lasts",
	}
}

numbered if input.state["broker.id"] in {"explicit", "inherited"}

numbered if input.state["node.id"] in {"explicit", "inherited"}

# A path in a container is no more fleeting than another.
contained if input.dialect in {"compose", "kubernetes"}

fleeting(dirs) := {trim_space(dir) |
	some dir in split(dirs, ",")
	regex.match(`^\s*/tmp(/|\s*$)`, dir)
}
