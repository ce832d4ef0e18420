package kcfglint.lib.workers_test

import data.kcfglint.lib.workers

project(ids) := {
	"joins": {"connect-cluster": {"folder connect": ids}},
	"components": {
		"sink": {"kind": "sink-connector"}, "source": {"kind": "source-connector"},
		"w": {"kind": "connect-worker"}, "v": {"kind": "connect-worker"},
	},
}

test_of if workers.of == {"sink": "w", "source": "w"} with input as project(["sink", "source", "w"])

test_nobody_knows if workers.of == {} with input as project(["sink", "source", "v", "w"])
