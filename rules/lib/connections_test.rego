package kcfglint.lib.connections_test

import data.kcfglint.lib.connections

client(kind, version, values) := {
	"kind": kind,
	"client": {"name": "java"},
	"versions": {"client": {"version": version, "assumed": false}},
	"values": values,
}

refused := {"at": "ssl.keystore.key", "message": "ssl.keystore.key: the client refuses to start, as it is wrong; remove it"}

test_share_consumer if {
	connections.judged(refused).consequence == "stall" with input as client("share-consumer", [4, 0], {})
	contains(connections.judged(refused).message, "poll returns nothing") with input as client("share-consumer", [4, 1], {})
	connections.judged(refused) == refused with input as client("share-consumer", [4, 2], {})
}

test_new_protocol if {
	connections.late with input as client("consumer", [3, 9], {"group.protocol": "CONSUMER"})
	not connections.late with input as client("consumer", [3, 9], {"group.protocol": "classic"})
	not connections.late with input as client("consumer", [3, 6], {"group.protocol": "consumer"})
}

test_others if {
	connections.judged(refused) == refused with input as client("producer", [3, 9], {})
	not connections.late with input as object.union(client("consumer", [3, 9], {"group.protocol": "consumer"}), {"client": {"name": "librdkafka"}})
}
