package kcfglint.rules.streams.cache_key_deprecated_test

import data.kcfglint.rules.streams.cache_key_deprecated as rule

setting(key, value, line) := {"written": key, "value": value, "line": line, "from_default": false}

app := {
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"cache.max.bytes.buffering": 0},
	"state": {"cache.max.bytes.buffering": "explicit", "statestore.cache.max.bytes": "default"},
	"settings": {"cache.max.bytes.buffering": setting("cache.max.bytes.buffering", "0", 3)},
}

test_old_name if {
	rule.report == {{
		"at": {"key": "cache.max.bytes.buffering", "part": "key"},
		"message": "cache.max.bytes.buffering: Streams 3.4 renamed it; use statestore.cache.max.bytes",
	}} with input as app
}

both := object.union(app, {
	"values": {"cache.max.bytes.buffering": 0, "statestore.cache.max.bytes": 1024},
	"state": {"cache.max.bytes.buffering": "explicit", "statestore.cache.max.bytes": "explicit"},
	"settings": {"statestore.cache.max.bytes": setting("statestore.cache.max.bytes", "1024", 4)},
})

test_both if {
	rule.report == {{
		"at": "cache.max.bytes.buffering",
		"severity": "warning",
		"consequence": "ignored",
		"message": `cache.max.bytes.buffering="0" has no effect, as statestore.cache.max.bytes="1024" (line 4) is set too; remove it`,
		"related": [{"at": "statestore.cache.max.bytes", "message": "what counts"}],
	}} with input as both
}

test_both_alike if rule.report == set() with input as both with input.values["statestore.cache.max.bytes"] as 0

test_before_3_4 if rule.report == set() with input as app with input.versions.client.version as [3, 3]
