package kcfglint.lib.elasticsearch_test

import data.kcfglint.lib.elasticsearch

test_by_connector if {
	elasticsearch.unified with input as {"versions": {"es-connector": {"version": [4, 0]}}}
	not elasticsearch.legacy with input as {"versions": {"es-connector": {"version": [4, 0]}}}
	elasticsearch.legacy with input as {"versions": {"es-connector": {"version": [3, 1]}, "flink": {"version": [2, 0]}}}
}

test_by_flink if {
	elasticsearch.unified with input as {"versions": {"flink": {"version": [2, 1]}}}
	elasticsearch.legacy with input as {"versions": {"flink": {"version": [1, 20]}}}
}

test_unknown if {
	not elasticsearch.unified with input as {"versions": {}}
	not elasticsearch.legacy with input as {"versions": {}}
}

test_refused if {
	contains(elasticsearch.refused("a"), "Flink 2.0") with input as {"values": {"connector": "elasticsearch-7"}, "versions": {"flink": {"version": [2, 0]}}}
	contains(elasticsearch.refused("a"), "elasticsearch-8") with input as {"values": {"connector": "elasticsearch-8"}, "versions": {}}
	not elasticsearch.refused("a") with input as {"values": {"connector": "elasticsearch-7"}, "versions": {"flink": {"version": [1, 20]}}}
}
