# METADATA
# title: client.dns.lookup=default left with Kafka 3.0
# description: |
#   Java clients from 3.0 on refuse to start with client.dns.lookup=default. They try all addresses of a name, which is
#   better where a name has several. Remove the setting.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_client.dns.lookup
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-602%3A+Change+default+value+for+client.dns.lookup
# custom:
#   id: KM032
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror]
#   remediation: Remove client.dns.lookup.
#   versions: ["3.0"]
#   since: "0.1.0"
package kcfglint.rules.framework.dns_lookup_removed

report contains finding if {
	input.client.name == "java"
	input.state["client.dns.lookup"] in {"explicit", "inherited", "invalid"}
	trim_space(input.settings["client.dns.lookup"].value) == "default"
	input.versions.client.version >= [3, 0]
	finding := {
		"at": "client.dns.lookup",
		"message": `client.dns.lookup="default": clients from 3.0 on refuse to start with it; remove it, as use_all_dns_ips is their default`,
	}
}
