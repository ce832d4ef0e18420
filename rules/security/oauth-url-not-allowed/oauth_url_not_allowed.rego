# METADATA
# title: the URL from which tokens are fetched, or a file for it, is refused
# description: |
#   The client fetches its token from sasl.oauthbearer.token.endpoint.url, which must be there and begin with https, http
#   or file; otherwise it does not start. Clients from 4.0 on also want the URL in the system property
#   org.apache.kafka.sasl.oauthbearer.allowed.urls of the JVM, which configuration files do not show, and the files of
#   assertions and their keys, which JwtBearerJwtRetriever reads and from 4.3 on every client, in
#   org.apache.kafka.sasl.oauthbearer.allowed.files. Over http to a host outside of the cluster's own network, the
#   credentials are readable on the way.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_sasl.oauthbearer.token.endpoint.url
# - ref: https://kafka.apache.org/40/documentation.html#upgrade
# custom:
#   id: KX018
#   severities: [error, warning]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, mirror]
#   remediation: Set an https URL, and allow it and the files with -Dorg.apache.kafka.sasl.oauthbearer.allowed.urls and allowed.files.
#   versions: ["4.0", "4.1", "4.3"]
#   since: "0.1.0"
package kcfglint.rules.security.oauth_url_not_allowed

import data.kcfglint.lib.connections
import data.kcfglint.lib.hosts

# ConfigurationUtils.validateUrl.
report contains finding if {
	oauth
	input.state["sasl.oauthbearer.token.endpoint.url"] in {"absent", "default"}
	finding := connections.judged({
		"at": "sasl.login.callback.handler.class",
		"severity": "error",
		"message": "OAUTHBEARER without sasl.oauthbearer.token.endpoint.url: the client refuses to start; set the URL of the tokens",
		"related": [{"at": "sasl.oauthbearer.token.endpoint.url", "message": "sasl.oauthbearer.token.endpoint.url is not set"}],
	})
}

report contains finding if {
	oauth
	not regex.match(`(?i)^(?:https?|file):`, url)
	finding := connections.judged({
		"at": "sasl.oauthbearer.token.endpoint.url",
		"severity": "error",
		"message": $`sasl.oauthbearer.token.endpoint.url="{url}": the client refuses to start, as it takes https, http and file; correct it`,
	})
}

report contains finding if {
	oauth
	exposed
	finding := {
		"at": "sasl.oauthbearer.token.endpoint.url",
		"severity": "error",
		"consequence": "security",
		"message": $`sasl.oauthbearer.token.endpoint.url="{url}": credentials and tokens cross the network readable; set an https URL`,
	}
}

report contains finding if {
	oauth
	regex.match(`(?i)^(?:https?|file):`, url)
	not exposed
	input.versions.client.version >= [4, 0]
	finding := {
		"at": "sasl.oauthbearer.token.endpoint.url",
		"severity": "warning",
		"confidence": "likely",
		"message": $`sasl.oauthbearer.token.endpoint.url="{url}": clients from 4.0 on refuse to start unless the JVM allows it; set -Dorg.apache.kafka.sasl.oauthbearer.allowed.urls={url}`,
	}
}

# ConfigurationUtils.throwIfFileIsNotAllowed.
report contains finding if {
	oauth
	some key, file in read
	finding := {
		"at": key,
		"severity": "warning",
		"confidence": "likely",
		"message": $`{key}="{file}": the client refuses to start unless the JVM allows the file; set -Dorg.apache.kafka.sasl.oauthbearer.allowed.files={file}`,
	}
}

# AssertionSupplierFactory, and JwtBearerJwtRetriever.configure before 4.3: a file with an assertion counts before a key.
read["sasl.oauthbearer.assertion.file"] := file if {
	asserts
	by_file
	input.state["sasl.oauthbearer.assertion.file"] in written
	file := trim_space(input.settings["sasl.oauthbearer.assertion.file"].value)
}

read["sasl.oauthbearer.assertion.private.key.file"] := file if {
	asserts
	not by_file
	input.state["sasl.oauthbearer.assertion.private.key.file"] in written
	file := trim_space(input.settings["sasl.oauthbearer.assertion.private.key.file"].value)
	file != ""
}

read["sasl.oauthbearer.assertion.template.file"] := file if {
	asserts
	not by_file
	input.state["sasl.oauthbearer.assertion.template.file"] in written
	file := trim_space(input.settings["sasl.oauthbearer.assertion.template.file"].value)
	file != ""
}

written := {"explicit", "inherited"}

by_file if {
	input.state["sasl.oauthbearer.assertion.file"] in {"explicit", "inherited", "unknown"}
	trim_space(input.settings["sasl.oauthbearer.assertion.file"].value) != ""
}

asserts if {
	input.values["sasl.oauthbearer.jwt.retriever.class"] == "org.apache.kafka.common.security.oauthbearer.JwtBearerJwtRetriever"
	input.versions.client.version >= [4, 1]
}

asserts if {
	input.versions.client.version >= [4, 3]
	regex.match(`(?i)^https?:`, url)
	by_file
}

asserts if {
	input.versions.client.version >= [4, 3]
	regex.match(`(?i)^https?:`, url)
	input.state["sasl.oauthbearer.assertion.claim.iss"] in {"explicit", "inherited", "unknown"}
}

url := trim_space(input.values["sasl.oauthbearer.token.endpoint.url"])

# Over http to a host that is neither on this machine nor in the cluster's own network.
exposed if {
	[[_, address]] := regex.find_all_string_submatch_n(`(?i)^http://([^/?#]+)`, url, 1)
	some name in hosts.names(address)
	not hosts.private(name)
}

# The handler of Kafka itself, which has two names, and its own retrievers of tokens, each of which asks for the URL.
oauth if {
	input.client.name == "java"
	upper(input.values["security.protocol"]) in {"SASL_PLAINTEXT", "SASL_SSL"}
	input.values["sasl.mechanism"] == "OAUTHBEARER"
	input.values["sasl.login.callback.handler.class"] in {
		"org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler",
		"org.apache.kafka.common.security.oauthbearer.secured.OAuthBearerLoginCallbackHandler",
	}
	own_retriever
}

own_retriever if not input.state["sasl.oauthbearer.jwt.retriever.class"] in {"explicit", "inherited", "unknown", "invalid"}

own_retriever if input.values["sasl.oauthbearer.jwt.retriever.class"] in {
	"org.apache.kafka.common.security.oauthbearer.ClientCredentialsJwtRetriever",
	"org.apache.kafka.common.security.oauthbearer.DefaultJwtRetriever",
	"org.apache.kafka.common.security.oauthbearer.FileJwtRetriever",
	"org.apache.kafka.common.security.oauthbearer.JwtBearerJwtRetriever",
}
