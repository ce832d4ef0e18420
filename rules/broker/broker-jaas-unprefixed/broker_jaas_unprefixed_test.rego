package kcfglint.rules.broker.broker_jaas_unprefixed_test

import data.kcfglint.rules.broker.broker_jaas_unprefixed as rule

broker(empty) := {
	"state": {"sasl.jaas.config": "explicit"},
	"settings": {"sasl.jaas.config": {
		"written": "sasl.jaas.config",
		"line": 3,
		"from_default": false,
		"secret": {"known": true, "empty": empty, "reference": false, "sample": false},
	}},
}

test_written if {
	rule.report == {{
		"at": {"key": "sasl.jaas.config", "part": "key"},
		"message": "sasl.jaas.config is ignored by a broker: the login of a listener is read with its name and mechanism in front; write listener.name.NAME.MECHANISM.sasl.jaas.config",
	}} with input as broker(false)
}

test_empty if rule.report == set() with input as broker(true)

test_not_written if rule.report == set() with input as {"state": {"sasl.jaas.config": "absent"}, "settings": {}}
