# METADATA
# title: all instances of a Streams application have one static id
# description: |
#   Streams adds the number of the thread to group.instance.id, so a literal id is that of the same thread in each
#   instance that reads the file. Two members with one id fence each other, and the first one stops. Derive the id from
#   what tells the instances apart, such as the name of the pod. With a single instance it does no harm.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_group.instance.id
# - ref: https://cwiki.apache.org/confluence/display/KAFKA/KIP-345%3A+Introduce+static+membership+protocol+to+reduce+consumer+rebalances
# custom:
#   id: KS026
#   severities: [info]
#   confidence: likely
#   consequence: stall
#   kinds: [streams]
#   remediation: Derive group.instance.id from what tells the instances apart.
#   since: "0.2.0"
package kcfglint.rules.streams.static_id_in_streams

report contains finding if {
	some key, setting in literal
	setting.from_default == false
	trim_space(setting.value) != ""
	finding := {
		"at": key,
		"message": $`{key}="{setting.value}": each instance that reads this has the same ids, one per thread, and a second instance fences the first; derive it from the name of the host or pod`,
	}
}

literal["group.instance.id"] := input.settings["group.instance.id"] if {
	input.state["group.instance.id"] in {"explicit", "inherited"}
}

literal["consumer.group.instance.id"] := input.settings["consumer.group.instance.id"] if {
	input.state["consumer.group.instance.id"] in {"explicit", "inherited"}
}

literal["main.consumer.group.instance.id"] := input.settings["main.consumer.group.instance.id"] if {
	input.state["main.consumer.group.instance.id"] in {"explicit", "inherited"}
}
