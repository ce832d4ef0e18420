# METADATA
# title: a client without a name
# description: |
#   Without client.id the brokers' request logs, quotas and metrics know the client as producer-1 or consumer-orders-1, which is
#   what every other application's are called. Set client.id to the name of the application.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_client.id
# custom:
#   id: KM028
#   severities: [info]
#   confidence: certain
#   consequence: maintenance
#   kinds: [producer, consumer]
#   remediation: Set client.id to the name of the application.
#   since: "0.2.0"
package kcfglint.rules.framework.client_id_missing

# A framework that owns the client names it. Without brokers the file is a part of a configuration.
report contains finding if {
	input.owner == ""
	input.state["client.id"] in {"absent", "default"}
	input.state["bootstrap.servers"] in {"explicit", "inherited"}
	finding := {
		"at": "client.id",
		"message": "client.id is not set: the brokers' logs, quotas and metrics cannot tell this client from others; set it to the name of the application",
	}
}
