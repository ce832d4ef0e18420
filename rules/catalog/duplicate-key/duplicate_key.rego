# METADATA
# title: a key is set twice with different values
# description: |
#   One of the two counts, the last one or in Spring the one in the canonical spelling, and nothing says that the other
#   has no effect. Whoever reads or changes that one is misled. Remove the one that is not meant.
# related_resources:
# - ref: https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Properties.html#load(java.io.Reader)
# custom:
#   id: KM008
#   severities: [warning]
#   confidence: certain
#   consequence: ignored
#   kinds: [producer, consumer, share-consumer, admin, streams, connect-worker, source-connector, sink-connector, mirror, topic, broker]
#   remediation: Remove the occurrence that is not meant.
#   since: "0.1.0"
package kcfglint.rules.catalog.duplicate_key

import data.kcfglint.lib.clients

report contains finding if {
	some key, setting in input.settings
	some issue in setting.issues
	issue.code == "duplicate"
	not clients.handed_on(key)
	finding := {
		"at": key,
		"message": $`{setting.written} is set twice: "{issue.value}" on line {issue.line} has no effect, as "{setting.value}" {reason(setting, issue)}; remove one`,
	}
}

reason(setting, issue) := "comes later" if issue.line <= setting.line

# Spring asks for the canonical spelling of a name before all others.
reason(setting, issue) := "has the spelling that counts first" if issue.line > setting.line
