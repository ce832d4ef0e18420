package kcfglint.rules.streams.application_server_invalid_test

import data.kcfglint.rules.streams.application_server_invalid as rule

app(server, version) := {
	"versions": {"client": {"version": version, "assumed": false}},
	"state": {"application.server": "explicit"},
	"settings": {"application.server": {"written": "application.server", "value": server, "line": 2, "from_default": false}},
}

test_no_port if {
	rule.report == {{
		"at": "application.server",
		"message": `application.server="orders": Streams refuses to start, as it is not host:port; write the host and the port at which this instance is asked for its state`,
	}} with input as app("orders", [4, 1])
}

test_port_too_large if count(rule.report) == 1 with input as app("orders:99999999999", [4, 1])

test_accepted if {
	every server in ["orders:8080", "http://orders:8080", "[::1]:8080", " orders:8080 ", "orders:99999", "orders:APP_PORT", ""] {
		count(rule.report) == 0 with input as app(server, [4, 1])
	}
}

test_before_4_0_anything_may_stand_in_front if {
	count(rule.report) == 0 with input as app("a b:8080", [3, 9])
	count(rule.report) == 1 with input as app("a b:8080", [4, 0])
}

test_unknown if {
	count(rule.report) == 0 with input as app("${HOST}", [4, 1]) with input.state["application.server"] as "unknown"
}
