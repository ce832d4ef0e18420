package kcfglint.rules.project.application_id_shared_test

import data.kcfglint.rules.project.application_id_shared as rule

application(file, cluster) := {"kind": "streams", "file": file, "cluster": cluster}

project(components) := {"joins": {"application-id": {"totals": [id | some id, _ in components]}}, "components": components}

test_two_modules if {
	found := rule.report with input as project({
		"a": application("orders/src/main/resources/application.yml", "kafka:9092"),
		"b": application("billing/src/main/resources/application.yml", "kafka:9092"),
	})
	{f.at.component | some f in found} == {"a", "b"}
}

test_instances if rule.report == set() with input as project({"a": application("totals-1.properties", "kafka:9092"), "b": application("totals-2.properties", "kafka:9092")})

test_one_module if {
	rule.report == set() with input as project({
		"a": application("orders/src/main/resources/a.yml", "kafka:9092"),
		"b": application("orders/src/main/resources/b.yml", "kafka:9092"),
	})
}

test_other_cluster if {
	rule.report == set() with input as project({
		"a": application("orders/src/main/resources/application.yml", "kafka:9092"),
		"b": application("billing/src/main/resources/application.yml", "kafka:9093"),
	})
}
