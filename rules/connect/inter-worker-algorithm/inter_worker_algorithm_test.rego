package kcfglint.rules.connect.inter_worker_algorithm_test

import data.kcfglint.rules.connect.inter_worker_algorithm as rule

worker := {
	"versions": {"connect": {"version": [4, 1], "assumed": false}},
	"values": {"inter.worker.signature.algorithm": "HmacSHA512", "inter.worker.verification.algorithms": "HmacSHA256"},
	"state": {
		"inter.worker.signature.algorithm": "explicit",
		"inter.worker.verification.algorithms": "default",
		"offset.storage.file.filename": "absent",
	},
}

test_not_accepted if {
	rule.report == {{
		"at": "inter.worker.signature.algorithm",
		"message": "inter.worker.signature.algorithm (HmacSHA512) is not among inter.worker.verification.algorithms (HmacSHA256): the worker refuses to start; add it there",
	}} with input as worker
}

test_list_only if {
	some finding in rule.report with input as worker
		with input.state["inter.worker.signature.algorithm"] as "default"
		with input.state["inter.worker.verification.algorithms"] as "explicit"
	finding.at == "inter.worker.verification.algorithms"
}

test_accepted if {
	rule.report == set() with input as worker
		with input.values["inter.worker.verification.algorithms"] as "HmacSHA256, HmacSHA512"
}

test_standalone if rule.report == set() with input as worker with input.state["offset.storage.file.filename"] as "explicit"
