# Input for the tests of rules that join on topics.
package kcfglint.lib.topics_test

# project joins components as the engine does. topics are the components of each topic.
project(topics, components) := {
	"joins": {
		"topic": topics,
		"consumers": only(topics, components, "consumer"),
		"producers": only(topics, components, "producer"),
		"declarations": only(topics, components, "topic"),
		"sources": tables(topics, components, "consumer"),
		"sinks": tables(topics, components, "producer"),
		"readers": readers(topics, components),
		"cluster": {},
	},
	"components": components,
}

only(topics, components, kind) := {topic: found |
	some topic, ids in topics
	found := [id | some id in ids; components[id].kind == kind]
	count(found) > 0
}

tables(topics, components, kind) := {topic: found |
	some topic, ids in only(topics, components, kind)
	found := sort({components[id].of | some id in ids; components[id].owner == "flink"; components[components[id].of]})
	count(found) > 0
}

readers(topics, components) := {concat(" ", [topic, group]): found |
	some topic, ids in only(topics, components, "consumer")
	some group in {components[id].links.group | some id in ids}
	group != ""
	found := [id | some id in ids; components[id].links.group == group]
	count({components[id].file | some id in found}) > 1
}
