package kcfglint.rules.framework.spring_json_without_error_handling_deserializer_test

import data.kcfglint.rules.framework.spring_json_without_error_handling_deserializer as rule

consumer(side, class) := {
	"owner": "spring",
	"state": {"key.deserializer": "explicit", "value.deserializer": "explicit"},
	"settings": {side: {"written": side, "value": class, "line": 6, "from_default": false}},
}

spring := "org.springframework.kafka.support.serializer.JsonDeserializer"

test_json if {
	rule.report == {{
		"at": "value.deserializer",
		"message": `value.deserializer="JsonDeserializer" without ErrorHandlingDeserializer: a record that it cannot read is read again for ever and the partition stands still; set ErrorHandlingDeserializer and name it in spring.deserializer.value.delegate.class`,
	}} with input as consumer("value.deserializer", spring)
	{f.at | some f in rule.report} == {"key.deserializer"} with input as consumer("key.deserializer", spring)
}

test_formats if {
	every class in [
		"io.confluent.kafka.serializers.KafkaAvroDeserializer",
		"io.confluent.kafka.serializers.json.KafkaJsonSchemaDeserializer",
		"io.confluent.kafka.serializers.protobuf.KafkaProtobufDeserializer",
		"org.springframework.kafka.support.serializer.JacksonJsonDeserializer",
		"io.apicurio.registry.serde.avro.AvroKafkaDeserializer",
	] {
		count(rule.report) == 1 with input as consumer("value.deserializer", class)
	}
}

test_safe if {
	every class in [
		"org.springframework.kafka.support.serializer.ErrorHandlingDeserializer",
		"org.springframework.kafka.support.serializer.ErrorHandlingDeserializer2",
		"org.apache.kafka.common.serialization.StringDeserializer",
		"org.apache.kafka.common.serialization.ByteArrayDeserializer",
		"com.example.OrderDeserializer",
	] {
		rule.report == set() with input as consumer("value.deserializer", class)
	}
}

test_not_spring if rule.report == set() with input as consumer("value.deserializer", spring) with input.owner as ""

test_unknown if {
	rule.report == set() with input as consumer("value.deserializer", spring) with input.state["value.deserializer"] as "unknown"
}
