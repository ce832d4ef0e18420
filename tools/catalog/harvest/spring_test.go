package main

import (
	"strings"
	"testing"
)

func TestInterpretSpring(t *testing.T) {
	found, err := interpretSpring([]byte(`{"properties": [
		{"name": "spring.kafka.retry.topic.attempts", "type": "java.lang.Integer", "defaultValue": 1000000},
		{"name": "spring.kafka.properties", "type": "java.util.Map<java.lang.String,java.lang.String>"},
		{"name": "spring.kafka.consumer.isolation-level", "type": "org.springframework.KafkaProperties$IsolationLevel", "defaultValue": "read-uncommitted"},
		{"name": "spring.kafka.old", "type": "java.lang.Class<?>", "deprecated": true, "deprecation": {"replacement": "x"}},
		{"name": "spring.kafka.gone", "type": "java.lang.String", "deprecated": true, "deprecation": {"level": "error"}},
		{"name": "spring.rabbitmq.host", "type": "java.lang.String"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, o := range found {
		got = append(got, strings.Join(o.record(Artefact{Client: "spring", Of: "spring"}, "", ""), ";"))
	}
	want := []string{
		"spring;application;spring.kafka.consumer.isolation-level;IsolationLevel;;;read-uncommitted;;;spring-configuration-metadata.json;spring;;;",
		"spring;application;spring.kafka.old;Class<?>;;;;;;spring-configuration-metadata.json;spring;;yes;",
		"spring;application;spring.kafka.properties;Map<String,String>;;;;;;spring-configuration-metadata.json;spring;;;",
		"spring;application;spring.kafka.retry.topic.attempts;Integer;;;1000000;;;spring-configuration-metadata.json;spring;;;",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestSpringTwice(t *testing.T) {
	_, err := interpretSpring([]byte(`{"properties": [
		{"name": "spring.kafka.client-id", "type": "java.lang.String"},
		{"name": "spring.kafka.client-id", "type": "java.lang.Integer"}]}`))
	if err == nil {
		t.Error("two types of one property were read")
	}
}
