# METADATA
# title: whoever writes to the topic chooses the class that is made of a record
# description: |
#   Spring's JsonDeserializer makes an object of the class that a header of the record names, if its package is trusted. With
#   spring.json.trusted.packages="*" every class on the class path is, so anyone who can write to the topic chooses which
#   constructors and setters run. Name the packages of your own types, or take the class from spring.json.value.default.type with
#   spring.json.use.type.headers=false.
# related_resources:
# - ref: https://docs.spring.io/spring-kafka/reference/kafka/serdes.html
# - ref: https://spring.io/security/cve-2023-34040
# custom:
#   id: KX020
#   severities: [error]
#   confidence: certain
#   consequence: security
#   kinds: [consumer, share-consumer, streams]
#   remediation: Name the packages of your own types.
#   since: "0.2.0"
package kcfglint.rules.security.trusted_packages_wildcard

report contains finding if {
	input.state["spring.json.trusted.packages"] in {"explicit", "inherited"}
	every_package
	not headers_off
	finding := {
		"at": "spring.json.trusted.packages",
		"message": $`spring.json.trusted.packages="{trusted}": the type header of a record may name any class on the class path, and whoever writes to the topic chooses it; name the packages of your own types`,
	}
}

every_package if {
	some name in split(trusted, ",")
	trim_space(name) == "*"
}

trusted := input.settings["spring.json.trusted.packages"].value

# The header is not read.
headers_off if lower(trim_space(input.settings["spring.json.use.type.headers"].value)) == "false"

headers_off if input.state["spring.json.use.type.headers"] == "unknown"
