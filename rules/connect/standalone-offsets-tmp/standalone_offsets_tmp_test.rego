package kcfglint.rules.connect.standalone_offsets_tmp_test

import data.kcfglint.rules.connect.standalone_offsets_tmp as rule

worker(path) := {
	"values": {"offset.storage.file.filename": path},
	"state": {"offset.storage.file.filename": "explicit"},
	"settings": {},
}

test_tmp if {
	rule.report == {{
		"at": "offset.storage.file.filename",
		"message": `offset.storage.file.filename="/tmp/connect.offsets": a reboot or a new container deletes the offsets, and all sources read everything again; set a path on a disk that stays`,
	}} with input as worker("/tmp/connect.offsets")
}

test_distributed if {
	rule.report == set() with input as worker("/tmp/connect.offsets")
		with input.settings as {"offset.storage.topic": {"written": "offset.storage.topic", "value": "offsets", "line": 3, "from_default": false}}
}

test_lasting if {
	rule.report == set() with input as worker("/var/lib/connect/offsets")
	rule.report == set() with input as worker("/tmpfs/offsets")
}
