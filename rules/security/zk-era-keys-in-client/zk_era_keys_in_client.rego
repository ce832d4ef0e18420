# METADATA
# title: a consumer that looks for ZooKeeper
# description: |
#   zookeeper.connect is how the consumer in Scala found the brokers, which left with Kafka 2.0. A consumer of today does not know
#   it: it asks bootstrap.servers only, and where that is missing too it does not start. Name the brokers in
#   bootstrap.servers and remove the setting.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#upgrade_200_notable
# custom:
#   id: KX023
#   severities: [error]
#   confidence: likely
#   consequence: startup-failure
#   kinds: [consumer, producer]
#   remediation: Name the brokers in bootstrap.servers, and remove zookeeper.connect.
#   versions: ["2.0"]
#   since: "0.2.0"
package kcfglint.rules.security.zk_era_keys_in_client

# Beside bootstrap.servers it may be the application's own.
report contains finding if {
	input.client.name == "java"
	input.state["zookeeper.connect"] in {"explicit", "inherited"}
	input.state["bootstrap.servers"] == "absent"
	input.versions.client.version >= [2, 0]
	finding := {
		"at": "zookeeper.connect",
		"message": $`zookeeper.connect="{input.settings["zookeeper.connect"].value}" and no bootstrap.servers: clients no longer find the brokers through ZooKeeper, and do not start; set bootstrap.servers`,
		"related": [{"at": "bootstrap.servers", "message": "bootstrap.servers is not set"}],
	}
}
