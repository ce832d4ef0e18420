package kcfglint.lib.group_test

import data.kcfglint.lib.group

test_missing if {
	group.missing("absent") with input as {"owner": ""}
	group.missing("default") with input as {"owner": "flink"}
}

test_unknown_is_not_missing if not group.missing("unknown") with input as {"owner": ""}

test_written if not group.missing("explicit") with input as {"owner": ""}

test_supplied_by_a_framework if {
	every owner in ["spring", "streams", "connect", "smallrye", "mirrormaker"] {
		not group.missing("absent") with input as {"owner": owner}
	}
}
