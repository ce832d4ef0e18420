package kcfglint.lib.near_test

import data.kcfglint.lib.near

test_pick if {
	near.pick({"kafka:9092": "a", "": "b"}, "kafka:9092") == "a"
	near.pick({"kafka:9092": "a", "": "b"}, "kafka:9093") == "b"
	near.pick({"kafka:9092": "a", "": "b"}, "") == "a"
	not near.pick({"kafka:9092": "a"}, "kafka:9093")
}

test_other if {
	near.other({"kafka:9092": ["a", "b"]}, "kafka:9092", "a") == "b"
	near.other({"kafka:9092": ["a"], "": ["c"]}, "kafka:9092", "a") == "c"
	near.other({"kafka:9092": ["a", "b"]}, "", "c") == "a"
	not near.other({"kafka:9092": ["a", "b"]}, "kafka:9093", "c")
}

test_place if {
	near.place({"name": "orders", "file": "a.yaml"}) == "orders in a.yaml"
	near.place({"name": "", "file": "a.yaml"}) == "a.yaml"
}
