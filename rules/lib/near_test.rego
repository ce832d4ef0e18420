package kcfglint.lib.near_test

import data.kcfglint.lib.near

# project is components on clusters.
project(clusters) := {"components": {id: {"cluster": cluster} | some id, cluster in clusters}}

test_first if {
	near.first(["c", "b", "a"]) == {"kafka:9092": "b", "": "a"} with input as project({"a": "", "b": "kafka:9092", "c": "kafka:9092"})
	near.first([]) == {} with input as project({})
}

test_pick if {
	near.pick({"kafka:9092": "a", "": "b"}, "kafka:9092") == "a"
	near.pick({"kafka:9092": "a", "": "b"}, "kafka:9093") == "b"
	near.pick({"kafka:9092": "a", "": "b"}, "") == "a"
	not near.pick({"kafka:9092": "a"}, "kafka:9093")
}

test_meet if {
	near.meet("k:9092", "k:9092")
	near.meet("", "k:9092")
	near.meet("k:9092", "")
	not near.meet("k:9092", "l:9092")
}

test_peers_of_a_cluster if {
	near.peers(["c", "b", "a"]) == {"a": "b", "b": "a", "c": "a"} with input as project({"a": "k:9092", "b": "k:9092", "c": "k:9092"})
}

test_peers_on_an_unknown_cluster if {
	near.peers(["a", "b", "c"]) == {"a": "c", "b": "c", "c": "a"} with input as project({"a": "k:9092", "b": "l:9092", "c": ""})
}

test_no_peers if near.peers(["a", "b"]) == {} with input as project({"a": "k:9092", "b": "l:9092"})

test_parts if {
	clusters := near.parts([["y", "c"], ["x", "b"], ["x", "a"], ["x", "d"]]) with input as project({"a": "k:9092", "b": "k:9092", "c": "k:9092", "d": ""})
	clusters == {"k:9092": {"x": "a", "y": "c"}, "": {"x": "d"}}
	near.around(clusters, "k:9092") == ["a", "c"]
	near.around(clusters, "") == ["d"]
	near.around({"": {"z": "b"}, "k:9092": {"x": "a"}}, "k:9092") == ["a", "b"]
}

test_spouse if {
	near.spouse(["a", "b", "c"], "a") == "c"
	near.spouse(["a", "b", "c"], "b") == "a"
	not near.spouse(["a"], "a")
}

test_module if {
	near.module("billing/src/main/resources/application.yml") == "billing/"
	not near.module("deploy/application.yml")
}

test_place if {
	near.place({"name": "orders", "file": "a.yaml"}) == "orders in a.yaml"
	near.place({"name": "", "file": "a.yaml"}) == "a.yaml"
}
