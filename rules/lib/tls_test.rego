package kcfglint.lib.tls_test

import data.kcfglint.lib.tls

client := {
	"client": {"name": "java"},
	"values": {"security.protocol": "ssl"},
	"state": {"ssl.engine.factory.class": "absent", "@ssl.bundle": "absent"},
}

test_on if tls.on with input as client

test_own_class if {
	not tls.on with input as client with input.state["ssl.engine.factory.class"] as "explicit" with input.values["ssl.engine.factory.class"] as "org.example.Engine"
	tls.on with input as client
		with input.state["ssl.engine.factory.class"] as "explicit"
		with input.values["ssl.engine.factory.class"] as "org.apache.kafka.common.security.ssl.DefaultSslEngineFactory"
}

test_off if {
	not tls.on with input as client with input.values["security.protocol"] as "PLAINTEXT"
	not tls.on with input as client with input.state["@ssl.bundle"] as "explicit"
	not tls.on with input as client with input.client.name as "librdkafka"
}
