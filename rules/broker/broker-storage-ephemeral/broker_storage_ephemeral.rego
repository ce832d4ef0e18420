# METADATA
# title: brokers keep their data as long as their pods live
# description: |
#   With storage of type ephemeral a broker's records, and a controller's metadata, are in an emptyDir: they are gone
#   when the pod is deleted or moved, as at every rolling update or drained node. Each time the replica has to be
#   copied again, and if the pods of all replicas go, as with a rescheduled or recreated cluster, the records are
#   lost. What ZooKeeper or the controllers lose that way are the topics themselves.
# related_resources:
# - ref: https://strimzi.io/docs/operators/latest/deploying#assembly-storage-str
# custom:
#   id: KB035
#   severities: [error]
#   confidence: certain
#   consequence: loss
#   kinds: [broker]
#   remediation: Use storage of type persistent-claim.
#   since: "0.2.0"
package kcfglint.rules.broker.broker_storage_ephemeral

report contains finding if {
	input.values["@storage"] == "ephemeral"
	finding := {
		"at": "@storage",
		"message": $`storage of type "ephemeral": {what} lost with the pods; use persistent-claim`,
	}
}

report contains finding if {
	input.values["@storage.zookeeper"] == "ephemeral"
	finding := {
		"at": "@storage.zookeeper",
		"message": `storage of type "ephemeral": what ZooKeeper knows of topics and their replicas is lost with the pods; use persistent-claim`,
	}
}

what := "the metadata of the cluster is" if input.values["@roles"] == "controller"

what := "the records of the brokers are" if {
	input.values["@roles"] != "controller"
}

what := "the records of the brokers are" if input.state["@roles"] in {"absent", "unknown"}
