# METADATA
# title: metric.reporters without JmxReporter ends the metrics over JMX
# description: |
#   Before Kafka 4.0 JmxReporter ran in addition to what metric.reporters names. From 4.0 on it is the default of the setting, which
#   a list of one's own replaces: no MBeans are registered, and dashboards and alerts that read them fall silent with the
#   upgrade. Add org.apache.kafka.common.metrics.JmxReporter to the list.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_metric.reporters
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-830%3A+Allow+disabling+JMX+Reporter
# custom:
#   id: KM010
#   severities: [warning]
#   confidence: certain
#   consequence: maintenance
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror, broker]
#   remediation: Add org.apache.kafka.common.metrics.JmxReporter to metric.reporters.
#   versions: ["4.0"]
#   since: "0.2.0"
package kcfglint.rules.framework.metric_reporters_drops_jmx

report contains finding if {
	input.client.name == "java"
	input.dialect != "strimzi" # whose operator adds reporters itself
	input.state["metric.reporters"] in {"explicit", "inherited"}
	names := [name |
		some class in split(input.settings["metric.reporters"].value, ",")
		name := trim_space(class)
		name != ""
	]
	names != []
	not "org.apache.kafka.common.metrics.JmxReporter" in names
	not of_confluent_server(names)
	version >= [4, 0]
	finding := {
		"at": "metric.reporters",
		"message": $`metric.reporters="{input.settings["metric.reporters"].value}" leaves out JmxReporter, which from 4.0 on runs only if it is named: there are no metrics over JMX; add org.apache.kafka.common.metrics.JmxReporter`,
	}
}

# Confluent's distribution of the broker has defaults of its own.
of_confluent_server(names) if {
	some name in names
	startswith(name, "io.confluent.")
}

version := input.versions.client.version if {
	input.kind in {"producer", "consumer", "share-consumer", "admin", "streams"}
}

version := input.versions.connect.version if input.kind in {"connect-worker", "mirror"}

version := input.versions.broker.version if input.kind == "broker"
