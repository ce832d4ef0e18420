# METADATA
# title: sasl.jaas.config names a login module that loads code from elsewhere
# description: |
#   JndiLoginModule and LdapLoginModule look names up in directories, and whoever can choose the directory can have the
#   client run his code (CVE-2023-25194, CVE-2025-27818). Java clients refuse the first from 3.4 on and the second from
#   3.9.1 on, unless a system property of the JVM allows them. Use the login module of the mechanism.
# related_resources:
# - ref: https://kafka.apache.org/community/cve-list/
# - ref: https://kafka.apache.org/documentation/#security_sasl_jaasconfig
# custom:
#   id: KX016
#   severities: [error]
#   confidence: certain
#   consequence: security
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror]
#   remediation: Use the login module of the mechanism.
#   versions: ["3.4", "3.9.1", "4.2"]
#   since: "0.1.0"
package kcfglint.rules.security.dangerous_login_module

import data.kcfglint.lib.connections

report contains finding if {
	sasl
	since := refused[module]
	input.versions.client.version >= since
	finding := connections.judged({
		"at": "sasl.jaas.config",
		"consequence": "startup-failure",
		"message": $`sasl.jaas.config with {module}: the client refuses to start, as the module can load code from elsewhere; use the one of the mechanism`,
	})
}

report contains finding if {
	sasl
	since := refused[module]
	input.versions.client.version < since
	finding := {
		"at": "sasl.jaas.config",
		"message": $`sasl.jaas.config with {module}: whoever controls the directory that it asks can run code in this client; use the one of the mechanism`,
	}
}

# JaasUtils.DISALLOWED_LOGIN_MODULES_DEFAULT.
refused := {
	"com.sun.security.auth.module.JndiLoginModule": [3, 4],
	"com.sun.security.auth.module.LdapLoginModule": [3, 9, 1],
}

module := input.settings["sasl.jaas.config"].secret.jaas.module

sasl if {
	input.client.name == "java"
	upper(input.values["security.protocol"]) in {"SASL_PLAINTEXT", "SASL_SSL"}
}
