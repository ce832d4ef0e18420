# METADATA
# title: clients place the same key in different partitions
# description: |
#   The order of records is that of their partition, so a key must always go to the same one. The Java client takes the murmur2 hash of the
#   key, as do franz-go and kafka-python and aiokafka; librdkafka takes CRC32 unless told otherwise, sarama FNV-1a, kafka-go goes round, and
#   so do some partitioners of Java, whatever the key. Where two of them write one topic, the records of a key are in two partitions, in no
#   order, and joins that expect topics to be partitioned alike miss matches. Records without keys are not concerned.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#producerconfigs_partitioner.class
# - ref: https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md
# - ref: https://pkg.go.dev/github.com/IBM/sarama#NewHashPartitioner
# - ref: https://pkg.go.dev/github.com/segmentio/kafka-go#Writer
# custom:
#   id: KM011
#   severities: [warning]
#   confidence: likely
#   consequence: reordering
#   kinds: [producer]
#   scope: project
#   remediation: Let all producers of a topic partition as the Java client does, with murmur2.
#   since: "0.2.0"
package kcfglint.rules.project.partitioner_mismatch

import data.kcfglint.lib.near

report contains finding if {
	some ids in input.joins.producers
	placed := {id: how | some id in ids; how := hash(input.components[id])}
	count({how | some how in placed}) > 1
	some id, how in placed
	how != "murmur2"
	component := input.components[id]
	others := near.first([other | some other, by in placed; by != how])
	peer := near.pick(others, component.cluster)
	finding := {
		"at": {"key": key(component), "component": id},
		"message": $`{shown(component)} places records {words[how]}, and {near.place(input.components[peer])} writes topic {min(common(component, input.components[peer]))} too and places them {words[placed[peer]]}: the records of a key are in several partitions, in no order; {mend(component)}`,
		"related": [{"at": {"key": key(input.components[peer]), "component": peer}, "message": "places them otherwise"}],
	}
}

common(a, b) := {topic | some topic in a.links.topics} & {topic | some topic in b.links.topics}

words := {
	"murmur2": "by the murmur2 hash of their key",
	"crc32": "by the CRC32 of their key",
	"fnv1a": "by the FNV-1a hash of their key",
	"keyless": "whatever their key",
}

# Java's client, where it is sure to be one.
hash(component) := "murmur2" if {
	java(component)
	component.state["partitioner.class"] in {"absent", "default"}
	heeded(component)
}

hash(component) := "keyless" if {
	java(component)
	component.state["partitioner.class"] in {"absent", "default"}
	component.values["partitioner.ignore.keys"] == true
}

hash(component) := classes[component.values["partitioner.class"]] if {
	java(component)
	component.state["partitioner.class"] in {"explicit", "inherited"}
}

classes := {
	"org.apache.kafka.clients.producer.internals.DefaultPartitioner": "murmur2",
	"org.apache.kafka.clients.producer.RoundRobinPartitioner": "keyless",
	"org.apache.kafka.clients.producer.UniformStickyPartitioner": "keyless",
}

# rd_kafka_topic_conf: consistent and its like are rd_crc32, murmur2 is Java's.
hash(component) := {
	"consistent": "crc32",
	"consistent_random": "crc32",
	"murmur2": "murmur2",
	"murmur2_random": "murmur2",
	"fnv1a": "fnv1a",
	"fnv1a_random": "fnv1a",
	"random": "keyless",
}[component.values.partitioner] if {
	component.client.name == "librdkafka"
}

hash(component) := {
	"NewHashPartitioner": "fnv1a",
	"NewReferenceHashPartitioner": "fnv1a",
	"NewConsistentCRCHashPartitioner": "crc32",
	"NewRandomPartitioner": "keyless",
	"NewRoundRobinPartitioner": "keyless",
	"NewMurmur2Partitioner": "murmur2",
}[component.values["Producer.Partitioner"]] if {
	component.client.name == "sarama"
}

hash(component) := {
	"RoundRobin": "keyless",
	"LeastBytes": "keyless",
	"Hash": "fnv1a",
	"ReferenceHash": "fnv1a",
	"CRC32Balancer": "crc32",
	"Murmur2Balancer": "murmur2",
}[component.values["Writer.Balancer"]] if {
	component.client.name == "kafka-go"
}

heeded(component) if component.values["partitioner.ignore.keys"] == false

heeded(component) if component.state["partitioner.ignore.keys"] == "absent"

java(component) if {
	component.client.name == "java"
	component.owner in {"spring", "smallrye", "connect", "mirrormaker"}
}

java(component) if {
	component.client.name == "java"
	component.owner == ""
	component.state["key.serializer"] in {"explicit", "inherited"}
}

# A table of Flink that writes keys, by Kafka's own partitioner.
java(component) if {
	component.owner == "flink"
	table := input.components[component.of]
	table.state["key.format"] in {"explicit", "inherited"}
	table.state["sink.partitioner"] in {"absent", "default"}
}

key(component) := "partitioner" if component.client.name == "librdkafka"

key(component) := "Producer.Partitioner" if component.client.name == "sarama"

key(component) := "Writer.Balancer" if component.client.name == "kafka-go"

key(component) := "partitioner.class" if {
	component.client.name == "java"
	not ignores(component)
}

key(component) := "partitioner.ignore.keys" if ignores(component)

# A partitioner of one's own decides by itself whether it looks at the key.
ignores(component) if {
	component.client.name == "java"
	component.state["partitioner.class"] in {"absent", "default"}
	component.values["partitioner.ignore.keys"] == true
}

shown(component) := told("partitioner", component.values.partitioner, component.state.partitioner) if component.client.name == "librdkafka"

shown(component) := told("Producer.Partitioner", component.values["Producer.Partitioner"], component.state["Producer.Partitioner"]) if {
	component.client.name == "sarama"
}

shown(component) := told("Writer.Balancer", component.values["Writer.Balancer"], component.state["Writer.Balancer"]) if {
	component.client.name == "kafka-go"
}

shown(component) := told("partitioner.class", component.values["partitioner.class"], component.state["partitioner.class"]) if {
	component.client.name == "java"
	not ignores(component)
}

shown(component) := `partitioner.ignore.keys="true"` if ignores(component)

told(key, value, state) := $`{key}="{value}"` if state in {"explicit", "inherited"}

told(key, value, "default") := $`{key}, {value} by default,`

mend(component) := "set partitioner=murmur2_random" if component.client.name == "librdkafka"

mend(component) := "set NewMurmur2Partitioner" if component.client.name == "sarama"

mend(component) := "set Murmur2Balancer" if component.client.name == "kafka-go"

mend(component) := $`remove {key(component)}` if component.client.name == "java"
