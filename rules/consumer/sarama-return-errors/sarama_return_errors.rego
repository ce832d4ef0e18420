# METADATA
# title: errors of a sarama consumer only reach the log
# description: |
#   With Consumer.Return.Errors=false, its default, sarama writes errors of fetches and commits to its own logger,
#   which is silent unless the application sets one, and a consumer that makes no progress looks idle. Set it to true
#   and read the Errors channel.
# related_resources:
# - ref: https://pkg.go.dev/github.com/IBM/sarama#Config
# custom:
#   id: KC045
#   severities: [info]
#   confidence: certain
#   consequence: stall
#   kinds: [consumer]
#   remediation: Set Consumer.Return.Errors=true and read the Errors channel.
#   since: "0.2.0"
package kcfglint.rules.consumer.sarama_return_errors

report contains finding if {
	input.client.name == "sarama"
	input.values["Consumer.Return.Errors"] == false
	finding := {
		"at": "Consumer.Return.Errors",
		"message": "Consumer.Return.Errors is false: errors of fetches and commits go to a logger that is silent by default, and a consumer that makes no progress looks idle; set true and read the Errors channel",
	}
}
