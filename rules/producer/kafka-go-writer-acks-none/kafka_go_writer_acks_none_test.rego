package kcfglint.rules.producer.kafka_go_writer_acks_none_test

import data.kcfglint.rules.producer.kafka_go_writer_acks_none as rule

writer := {
	"name": "orders",
	"client": {"name": "kafka-go"},
	"values": {"acks": "0"},
	"state": {"acks": "default", "WriterConfig.RequiredAcks": "default"},
}

test_zero_value if {
	rule.report == {{
		"at": "acks",
		"severity": "error",
		"message": "acks is not set and a kafka-go Writer waits for no acknowledgement by default, so a broker that restarts loses records without an error; set RequiredAcks to RequireAll",
	}} with input as writer
}

test_metrics if {
	{f.severity | some f in rule.report} == {"info"} with input as writer with input.name as "metrics"
}

test_written_is_another_rule if rule.report == set() with input as writer with input.state.acks as "explicit"

test_deprecated_config if {
	rule.report == set() with input as writer with input.state["WriterConfig.RequiredAcks"] as "explicit"
}
