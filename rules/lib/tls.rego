# Where the settings about TLS are read.
package kcfglint.lib.tls

# on: the client has TLS, and Kafka's own class sets it up. A class of one's own or a bundle of Spring reads what it likes.
on if {
	input.client.name == "java"
	upper(trim_space(input.values["security.protocol"])) in {"SSL", "SASL_SSL"}
	own_engine
	input.state["@ssl.bundle"] == "absent"
}

own_engine if input.state["ssl.engine.factory.class"] in {"absent", "default"}

own_engine if input.values["ssl.engine.factory.class"] == "org.apache.kafka.common.security.ssl.DefaultSslEngineFactory"
