# Input for the tests of rules that join on topics.
package kcfglint.lib.topics_test

# project joins components as the engine does. topics are the components of each topic.
project(topics, components) := {
	"joins": {
		"consumers": only(topics, components, "consumer"),
		"producers": only(topics, components, "producer"),
		"declarations": only(topics, components, "topic"),
		"sink-connectors": only(topics, components, "sink-connector"),
		"sources": tables(topics, components, "consumer"),
		"sinks": tables(topics, components, "producer"),
		"transactions": transactions(topics, components),
		"readers": readers(topics, components),
		"cluster-topics": {},
		"known-brokers": {},
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

transactions(topics, components) := {topic: found |
	some topic, ids in only(topics, components, "producer")
	found := [id | some id in ids; transactional(components[id])]
	count(found) > 0
}

transactional(component) if component.values["@transactional"]

transactional(component) if component.state["transactional.id"] == "explicit"

transactional(component) if component.links.transactional_prefix != ""

readers(topics, components) := {concat(" ", [topic, group]): found |
	some topic, ids in only(topics, components, "consumer")
	some group in {components[id].links.group | some id in ids}
	group != ""
	found := [id | some id in ids; components[id].links.group == group]
	count({components[id].file | some id in found}) > 1
}
