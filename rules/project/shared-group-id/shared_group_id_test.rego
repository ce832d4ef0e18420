package kcfglint.rules.project.shared_group_id_test

import data.kcfglint.lib.topics_test
import data.kcfglint.rules.project.shared_group_id as rule

reader(file, owner, table, cluster) := {
	"kind": "consumer", "owner": owner, "of": table, "file": file, "cluster": cluster,
	"links": {"group": "orders"},
}

flink(mode) := {
	"kind": "flink-table",
	"values": {"@sql.role": "source", "scan.startup.mode": mode},
	"state": {"scan.startup.mode": "explicit"},
}

project(a, b, mode) := topics_test.project({"orders": ["a", "b"]}, {"a": a, "b": b, "ta": flink(mode), "tb": flink(mode)})

shared(table, peer, word, file, severity) := {
	"at": {"key": "properties.group.id", "component": table},
	"message": sprintf(`properties.group.id="orders" is also that of %s in %s, and both read topic "orders": each overwrites the offsets of the other; give each a group of its own`, [word, file]),
	"severity": severity,
	"related": [{"at": {"key": "group.id", "component": peer}, "message": "the same group"}],
}

test_two_jobs if {
	rule.report == {
		shared("ta", "b", "a Flink source", "b.sql", "warning"),
		shared("tb", "a", "a Flink source", "a.sql", "warning"),
	} with input as project(reader("a.sql", "flink", "ta", "k:9092"), reader("b.sql", "flink", "tb", "k:9092"), "group-offsets")
}

test_nobody_goes_on if {
	found := rule.report with input as project(reader("a.sql", "flink", "ta", "k:9092"), reader("b.sql", "flink", "tb", "k:9092"), "earliest-offset")
	{f.severity | some f in found} == {"info"}
}

test_plain_consumer if {
	rule.report == {shared("ta", "b", "a consumer", "b.properties", "warning")} with input as project(
		reader("a.sql", "flink", "ta", "k:9092"),
		reader("b.properties", "", "", ""),
		"earliest-offset",
	)
}

test_same_script if {
	rule.report == set() with input as project(reader("a.sql", "flink", "ta", "k:9092"), reader("a.sql", "flink", "tb", "k:9092"), "group-offsets")
}

test_other_cluster if {
	rule.report == set() with input as project(reader("a.sql", "flink", "ta", "k:9092"), reader("b.sql", "flink", "tb", "l:9092"), "group-offsets")
}

test_only_declared if {
	rule.report == set() with input as project(reader("a.sql", "flink", "ta", "k:9092"), reader("b.sql", "flink", "tb", "k:9092"), "group-offsets")
		with input.components.tb.values as {"@sql.role": "unknown"}
}
