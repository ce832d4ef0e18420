# Input for the tests of rules that join on topics.
package kcfglint.lib.topics_test

# project joins components as the engine does. topics are the components of each topic.
project(topics, components) := {
	"joins": {
		"topic": topics,
		"consumers": only(topics, components, "consumer"),
		"producers": only(topics, components, "producer"),
		"declarations": only(topics, components, "topic"),
		"cluster": {},
	},
	"components": components,
}

only(topics, components, kind) := {topic: found |
	some topic, ids in topics
	found := [id | some id in ids; components[id].kind == kind]
	count(found) > 0
}
