# METADATA
# title: one fetch may fill the heap
# description: |
#   fetch.max.bytes bounds one response of one broker, max.partition.fetch.bytes what one partition adds to it, and a
#   consumer asks several brokers at once. A consumer that catches up fills what it may, and beyond 256 MiB the heap
#   is soon gone, often in a crash loop as each restart begins with the same fetch. Keep the defaults of 50 MiB and 1
#   MiB, or close to the largest batch.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_fetch.max.bytes
# - ref: https://kafka.apache.org/documentation/#consumerconfigs_max.partition.fetch.bytes
# custom:
#   id: KC036
#   severities: [warning]
#   confidence: likely
#   consequence: performance
#   kinds: [consumer]
#   remediation: Keep fetch.max.bytes at 52428800 and max.partition.fetch.bytes at 1048576.
#   since: "0.2.0"
package kcfglint.rules.consumer.fetch_memory

report contains finding if {
	some key, size in sizes
	size > 268435456
	finding := {
		"at": key,
		"message": $`{key}="{size}" (bytes): a consumer that catches up may hold {floor(size / 1048576)} MiB of one response, and more of several, in memory; set what the largest batch needs`,
	}
}

sizes["fetch.max.bytes"] := input.values["fetch.max.bytes"] if {
	input.state["fetch.max.bytes"] in {"explicit", "inherited"}
}

# A partition gets no more than the response has.
sizes["max.partition.fetch.bytes"] := size if {
	input.state["max.partition.fetch.bytes"] in {"explicit", "inherited"}
	size := min([input.values["max.partition.fetch.bytes"], response])
}

default response := 9223372036854775807

response := input.values["fetch.max.bytes"]
