# METADATA
# title: a comment or quotes became part of the value
# description: |
#   In a .properties file a comment begins only at the start of a line, and quotes are ordinary characters. What follows
#   the value on its line, and the quotes around it, are part of the value, and the client refuses it. Only a
#   name may have quotes in it: it is another name then, and a group.id another group. Put the comment on a line of its own,
#   and remove the quotes.
# related_resources:
# - ref: https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Properties.html#load(java.io.Reader)
# custom:
#   id: KM007
#   severities: [error, warning]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, source-connector, sink-connector, mirror, topic, broker]
#   remediation: Put the comment on a line of its own, and remove the quotes.
#   supersedes: [KC009, KM006, KP005]
#   since: "0.1.0"
package kcfglint.rules.catalog.properties_inline_comment

import data.kcfglint.lib.clients

report contains finding if {
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "inline-comment"
	not clients.handed_on(key)
	finding := {
		"at": key,
		"message": $`{setting.written}="{setting.value}": the comment is part of the value here, which the client refuses; move it to its own line and write {issue.suggestion}`,
	}
}

report contains finding if {
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "quoted"
	not key in names
	not clients.handed_on(key)
	finding := {
		"at": key,
		"message": $`{setting.written}={setting.value}: the quotes are part of the value here, which the client refuses; write {issue.suggestion}`,
	}
}

report contains finding if {
	some key in names
	setting := input.settings[key]
	some issue in setting.issues
	issue.code == "quoted"
	finding := {
		"at": key,
		"severity": "warning",
		"consequence": "ignored",
		"message": $`{setting.written}={setting.value}: the quotes are part of the name here, so that it is another one than {issue.suggestion}; remove them`,
	}
}

# The brokers take any text for these.
names := {"application.id", "client.id", "group.id", "group.instance.id", "transactional.id"}
