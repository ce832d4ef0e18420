package kcfglint.rules.security.kerberos_service_name_test

import data.kcfglint.rules.security.kerberos_service_name as rule

client(jaas) := {
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"security.protocol": "SASL_SSL", "sasl.mechanism": "GSSAPI"},
	"state": {"sasl.login.class": "absent", "sasl.kerberos.service.name": "absent", "sasl.mechanism": "explicit"},
	"settings": {"sasl.jaas.config": {
		"written": "sasl.jaas.config",
		"line": 3,
		"from_default": false,
		"secret": {"known": true, "empty": false, "reference": false, "sample": false, "jaas": jaas},
	}},
}

jaas(options, service) := {
	"read": true, "flaw": "", "modules": 1, "options": options, "service_name": service,
	"module": "com.sun.security.auth.module.Krb5LoginModule",
}

test_no_name if {
	rule.report == {{
		"at": "sasl.jaas.config",
		"message": "sasl.jaas.config for GSSAPI without the name of the service: the client refuses to start; set sasl.kerberos.service.name=kafka",
		"related": [{"at": "sasl.kerberos.service.name", "message": "sasl.kerberos.service.name is not set"}],
	}} with input as client(jaas(["useKeyTab"], ""))
}

test_mechanism_forgotten if {
	plain := object.union(jaas(["username"], ""), {"module": "org.apache.kafka.common.security.plain.PlainLoginModule"})
	{f.message | some f in rule.report} == {"sasl.jaas.config for GSSAPI without the name of the service: the client refuses to start; set the sasl.mechanism of org.apache.kafka.common.security.plain.PlainLoginModule"} with input as client(plain)
		with input.state["sasl.mechanism"] as "default"
}

test_two_names if {
	rule.report == {{
		"at": "sasl.kerberos.service.name",
		"message": `sasl.kerberos.service.name="kafka" is not the serviceName in sasl.jaas.config ("brokers"): the client refuses to start; remove one of the two`,
		"related": [{"at": "sasl.jaas.config", "message": "the other name stands here"}],
	}} with input as client(jaas(["serviceName"], "brokers"))
		with input.values["sasl.kerberos.service.name"] as "kafka"
		with input.state["sasl.kerberos.service.name"] as "explicit"
}

test_one_name if {
	rule.report == set() with input as client(jaas(["serviceName"], "kafka"))
	rule.report == set() with input as client(jaas(["serviceName"], ""))
	rule.report == set() with input as client(jaas([], "")) with input.state["sasl.kerberos.service.name"] as "explicit"
	rule.report == set() with input as client(jaas([], "")) with input.state["sasl.kerberos.service.name"] as "unknown"
}

test_other_login if {
	rule.report == set() with input as client(jaas([], "")) with input.values["sasl.mechanism"] as "PLAIN"
	rule.report == set() with input as client(jaas([], "")) with input.state["sasl.login.class"] as "explicit"
	rule.report == set() with input as client(object.union(jaas([], ""), {"read": false}))
}
