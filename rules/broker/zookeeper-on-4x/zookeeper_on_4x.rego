# METADATA
# title: a broker of 4.0 or newer is configured for ZooKeeper
# description: |
#   Kafka 4.0 runs in KRaft mode only: process.roles must be set, and a broker without it refuses to start. What
#   begins with zookeeper. is not read any more. A cluster on ZooKeeper is migrated to KRaft with a 3.x release first,
#   best 3.9.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#upgrade_servers
# - ref: https://kafka.apache.org/documentation/#kraft_zk_migration
# custom:
#   id: KB021
#   severities: [error, warning]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [broker]
#   remediation: Migrate to KRaft with 3.9 and set process.roles.
#   versions: ["broker 4.0"]
#   supersedes: [KM003]
#   since: "0.2.0"
package kcfglint.rules.broker.zookeeper_on_4x

# Whoever names ZooKeeper runs 3.9 or older, as long as nothing says otherwise: a version
# that is only assumed does not make it wrong.
report contains finding if {
	known
	input.state["process.roles"] == "absent"
	input.state["zookeeper.connect"] in {"explicit", "inherited"}
	finding := {
		"at": "zookeeper.connect",
		"message": $`zookeeper.connect is set and process.roles is not, but this broker is of {release}: it knows no ZooKeeper and refuses to start; migrate to KRaft with 3.9`,
	}
}

report contains finding if {
	known
	input.state["process.roles"] in {"explicit", "inherited"}
	input.state["zookeeper.connect"] in {"explicit", "inherited"}
	finding := {
		"at": "zookeeper.connect",
		"severity": "warning",
		"consequence": "ignored",
		"message": $`zookeeper.connect is set, but this broker is of {release}: it knows no ZooKeeper and ignores the line; remove it`,
	}
}

known if {
	input.versions.broker.assumed == false
	input.versions.broker.version >= [4, 0]
	input.dialect != "strimzi"
}

release := concat(".", [format_int(part, 10) | some part in input.versions.broker.version])
