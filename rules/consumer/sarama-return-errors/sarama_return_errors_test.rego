package kcfglint.rules.consumer.sarama_return_errors_test

import data.kcfglint.rules.consumer.sarama_return_errors as rule

consumer := {"client": {"name": "sarama"}, "values": {"Consumer.Return.Errors": false}}

test_default if {
	rule.report == {{
		"at": "Consumer.Return.Errors",
		"message": "Consumer.Return.Errors is false: errors of fetches and commits go to a logger that is silent by default, and a consumer that makes no progress looks idle; set true and read the Errors channel",
	}} with input as consumer
}

test_returned if rule.report == set() with input as consumer with input.values["Consumer.Return.Errors"] as true

test_other_clients if rule.report == set() with input as consumer with input.client.name as "java"
