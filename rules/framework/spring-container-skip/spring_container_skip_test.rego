package kcfglint.rules.framework.spring_container_skip_test

import data.kcfglint.rules.framework.spring_container_skip as rule

consumer := {"owner": "spring", "name": "consumer", "links": {"group": "orders"}}

test_listener if {
	rule.report == {{
		"at": "group.id",
		"message": `a listener of group "orders" that fails on a record is called ten times and the record is skipped, unless a bean says otherwise; see that a DefaultErrorHandler with a DeadLetterPublishingRecoverer keeps it`,
	}} with input as consumer
}

test_binding if rule.report == set() with input as consumer with input.name as "orders-in-0"

test_no_group if rule.report == set() with input as consumer with input.links.group as ""

test_no_spring if rule.report == set() with input as consumer with input.owner as ""
