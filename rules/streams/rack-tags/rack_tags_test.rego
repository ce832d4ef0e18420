package kcfglint.rules.streams.rack_tags_test

import data.kcfglint.rules.streams.rack_tags as rule

app(names, tags) := {
	"complete": "full",
	"code_may_set": true,
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"values": {"rack.aware.assignment.tags": names},
	"state": {"rack.aware.assignment.tags": "explicit"},
	"settings": {"@client.tags": {"written": "client.tag.zone", "value": tags, "line": 3, "from_default": false}},
}

test_missing if {
	rule.report == {{
		"at": "rack.aware.assignment.tags",
		"message": `rack.aware.assignment.tags names "cluster", but client.tag.cluster is not set: Streams refuses to start; set it`,
		"related": [{"at": "client.tag.cluster", "message": "the tag is not set"}],
	}} with input as app("zone, cluster", "zone")
}

test_missing_in_a_part if rule.report == set() with input as app("zone, cluster", "zone") with input.complete as "partial"

test_too_many if {
	count(rule.report) == 2 with input as app("a,b,c,d,e,f", "a,b,c,d,e,f")
	count(rule.report) == 1 with input as app("a", "a,b,c,d,e,f")
}

test_long_name if count(rule.report) == 1 with input as app("zone", "zone,availability-zone-of-the-instance")

test_long_value if {
	some finding in rule.report with input as app("zone", "zone")
		with input.settings["@client.tag.long"] as {"written": "client.tag.zone", "value": "x", "line": 3, "from_default": false}
	finding.at == "@client.tag.long"
}

test_empty_value if {
	empty := {"@client.tag.empty": {"written": "client.tag.zone", "value": "", "line": 3, "from_default": false}}
	count(rule.report) == 1 with input as app("", "") with input.settings as empty with input.versions.client.version as [4, 3]
	rule.report == set() with input as app("", "") with input.settings as empty with input.versions.client.version as [4, 2]
}

test_fits if rule.report == set() with input as app("zone", "zone,cluster")

test_before_3_2 if rule.report == set() with input as app("cluster", "zone") with input.versions.client.version as [3, 1]
