# METADATA
# title: deleting a resource deletes the brokers' volumes
# description: |
#   With deleteClaim=true Strimzi deletes the persistent volume claims together with the Kafka or KafkaNodePool resource, and those of
#   brokers that are scaled down. A resource that is deleted by mistake, or by a tool that prunes and recreates it, takes all
#   records along; without, a resource of the same name finds them again. Leave deleteClaim out.
# related_resources:
# - ref: https://strimzi.io/docs/operators/latest/configuring#type-PersistentClaimStorage-reference
# custom:
#   id: KB038
#   severities: [warning]
#   confidence: likely
#   consequence: loss
#   kinds: [broker]
#   remediation: Remove deleteClaim.
#   since: "0.2.0"
package kcfglint.rules.broker.delete_claim

import data.kcfglint.lib.brokers

report contains finding if {
	some key, _ in input.settings
	startswith(key, "@delete-claim.")
	finding := {
		"at": key,
		"message": $`deleteClaim="true": a resource that is deleted, or recreated, deletes {what(key)}; remove it`,
	}
}

what(key) := "what ZooKeeper knows of topics and their replicas" if startswith(key, "@delete-claim.zookeeper.")

what(key) := "the volumes with the records of the brokers" if {
	startswith(key, "@delete-claim.kafka.")
	not brokers.controller
}

what(key) := "the volumes with the metadata of the cluster" if {
	startswith(key, "@delete-claim.kafka.")
	brokers.controller
}
