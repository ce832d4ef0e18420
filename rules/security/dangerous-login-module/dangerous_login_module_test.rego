package kcfglint.rules.security.dangerous_login_module_test

import data.kcfglint.rules.security.dangerous_login_module as rule

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

ldap := {"module": "com.sun.security.auth.module.LdapLoginModule"}

test_refused if {
	rule.report == {{
		"at": "sasl.jaas.config",
		"consequence": "startup-failure",
		"message": "sasl.jaas.config with com.sun.security.auth.module.LdapLoginModule: the client refuses to start, as the module can load code from elsewhere; use the one of the mechanism",
	}} with input as client(ldap)
}

test_before if {
	rule.report == {{
		"at": "sasl.jaas.config",
		"message": "sasl.jaas.config with com.sun.security.auth.module.LdapLoginModule: whoever controls the directory that it asks can run code in this client; use the one of the mechanism",
	}} with input as client(ldap) with input.versions.client.version as [3, 9, 0]
}

test_other_module if rule.report == set() with input as client({"module": "com.sun.security.auth.module.Krb5LoginModule"})

test_no_sasl if rule.report == set() with input as client(ldap) with input.values["security.protocol"] as "PLAINTEXT"
