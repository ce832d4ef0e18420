package kcfglint.lib.loss_test

import data.kcfglint.lib.loss

test_declared if loss.tolerated with input as {"data_class": "metrics"}

test_names if {
	every name in ["metrics", "app-metrics-producer", "web.clicks", "jvm_telemetry", "access-logs", "orderTraces", "Log"] {
		loss.tolerated with input as {"name": name}
	}
}

test_other_names if {
	every name in ["", "orders", "catalog", "login-events", "blog", "changelog", "audit-log", "event_logs", "clickhouse-sink"] {
		not loss.tolerated with input as {"name": name, "data_class": "", "links": {"topics": []}}
	}
}

test_every_topic if {
	loss.tolerated with input as {"links": {"topics": ["page-clicks", "app-logs"]}}
	not loss.tolerated with input as {"links": {"topics": ["page-clicks", "orders"]}}
}
