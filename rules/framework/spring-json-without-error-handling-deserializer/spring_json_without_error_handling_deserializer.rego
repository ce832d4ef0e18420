# METADATA
# title: one record that cannot be deserialised stops a Spring listener for good
# description: |
#   A deserialiser of JSON, Avro or Protobuf fails inside poll(), before Spring has the record. The container's error handler cannot
#   skip what it has never seen, and the same record is read again for ever: the partition stands still and the log fills. Wrap
#   the deserialiser: set ErrorHandlingDeserializer and name yours in spring.deserializer.value.delegate.class.
# related_resources:
# - ref: https://docs.spring.io/spring-kafka/reference/kafka/serdes.html#error-handling-deserializer
# custom:
#   id: KM017
#   severities: [warning]
#   confidence: likely
#   consequence: stall
#   kinds: [consumer]
#   remediation: Set ErrorHandlingDeserializer with the deserialiser as its delegate.
#   since: "0.2.0"
package kcfglint.rules.framework.spring_json_without_error_handling_deserializer

report contains finding if {
	input.owner == "spring"
	fragile(input.settings["value.deserializer"].value)
	input.state["value.deserializer"] in {"explicit", "inherited"}
	finding := unwrapped("value.deserializer", "value", simple(input.settings["value.deserializer"].value))
}

report contains finding if {
	input.owner == "spring"
	fragile(input.settings["key.deserializer"].value)
	input.state["key.deserializer"] in {"explicit", "inherited"}
	finding := unwrapped("key.deserializer", "key", simple(input.settings["key.deserializer"].value))
}

# Bytes and strings are always read; these have a format.
fragile(class) if regex.match(`(?:Json|Avro|Protobuf)(?:[A-Z][A-Za-z]*)?Deserializer\s*$`, simple(class))

simple(class) := regex.replace(class, `^.*[.$]`, "")

unwrapped(key, side, class) := {
	"at": key,
	"message": $`{key}="{class}" without ErrorHandlingDeserializer: a record that it cannot read is read again for ever and the partition stands still; set ErrorHandlingDeserializer and name it in spring.deserializer.{side}.delegate.class`,
}
