package kcfglint.rules.connect.connect_rest_open_test

import data.kcfglint.rules.connect.connect_rest_open as rule

worker(listeners) := {
	"values": {"listeners": listeners},
	"state": {"listeners": "explicit", "rest.extension.classes": "absent"},
}

test_open if {
	rule.report == {{
		"at": "listeners",
		"message": `listeners="http://0.0.0.0:8083": whoever reaches it can create connectors and read their configurations; listen on https with a login, or on the loopback address`,
	}} with input as worker("http://0.0.0.0:8083")
}

test_others_that_are_open if {
	every listeners in ["http://:8083", "HTTP://connect.example.com:8083", "https://:8443,http://:8083"] {
		count(rule.report) == 1 with input as worker(listeners)
	}
}

test_closed if {
	every listeners in ["https://:8443", "http://localhost:8083", "http://127.0.0.1:8083"] {
		rule.report == set() with input as worker(listeners)
	}
}

test_login if {
	rule.report == set() with input as worker("http://:8083") with input.state["rest.extension.classes"] as "explicit"
}

test_default_is_left_alone if rule.report == set() with input as worker("http://:8083") with input.state.listeners as "default"
