package kcfglint.guarantee.report_test

import data.kcfglint.guarantee.report

# client completes an input.
client(kind, values, state) := {
	"kind": kind,
	"name": "orders",
	"owner": "",
	"client": {"name": "java"},
	"versions": {"client": {"version": [4, 1], "assumed": false}},
	"links": {"topics": [], "transactional_prefix": ""},
	"values": values,
	"state": state,
	"settings": {},
	"topics": {},
	"brokers": {},
	"members": {},
	"workers": [],
	"findings": [],
	"parts": [],
}

producer(values, state) := client(
	"producer",
	object.union({"acks": "all", "enable.idempotence": true, "retries": 2147483647, "max.in.flight.requests.per.connection": 5}, values),
	object.union(
		{
			"acks": "default", "enable.idempotence": "default", "retries": "default", "transactional.id": "absent",
			"max.in.flight.requests.per.connection": "default",
		},
		state,
	),
)

consumer(values, state) := client(
	"consumer",
	object.union({"group.id": "billing", "enable.auto.commit": false, "auto.offset.reset": "earliest"}, values),
	object.union({"group.id": "explicit", "enable.auto.commit": "explicit", "auto.offset.reset": "explicit"}, state),
)

gives(delivery, ordered, durable) if {
	report.result.delivery == delivery
	report.result.ordered == ordered
	report.result.durable == durable
}

weakest := report.result.limits[0]

test_producer_defaults if {
	gives("exactly-once", "yes", "unknown") with input as producer({}, {})
	startswith(report.result.scope, "as long as the producer lives") with input as producer({}, {})
}

test_acks_zero_is_at_most_once if {
	gives("at-most-once", "yes", "no") with input as producer({"acks": "0"}, {"acks": "explicit"})
}

test_acks_one_promises_nothing if {
	one := producer({"acks": "1"}, {"acks": "explicit"})
	gives("none", "no", "no") with input as one
	weakest.at == "acks" with input as one
	weakest.of == "loss" with input as one
	weakest.set == "acks=all" with input as one
	every limit in report.result.limits { limit.at == "acks" } with input as one
}

test_unknown_acks_are_not_guessed if {
	unknown := producer({}, {"acks": "unknown"})
	gives("unknown", "unknown", "unknown") with input as unknown with input.values as object.remove(unknown.values, ["acks"])
}

test_idempotence_raises_the_default_of_acks if {
	gives("exactly-once", "yes", "unknown") with input as producer({"acks": "1"}, {"enable.idempotence": "explicit"})
	not "acks" in report.result.decides with input as producer({"acks": "1"}, {"enable.idempotence": "explicit"})
	gives("exactly-once", "yes", "unknown") with input as producer({"acks": "1", "enable.idempotence": false}, {"transactional.id": "explicit"})
}

test_idempotence_off if {
	gives("at-least-once", "no", "unknown") with input as producer({"enable.idempotence": false}, {"enable.idempotence": "explicit"})
	gives("at-least-once", "yes", "unknown") with input as producer(
		{"enable.idempotence": false, "max.in.flight.requests.per.connection": 1},
		{"enable.idempotence": "explicit"},
	)
}

test_many_in_flight_switch_idempotence_off if {
	many := producer({"max.in.flight.requests.per.connection": 10}, {"max.in.flight.requests.per.connection": "explicit"})
	gives("at-least-once", "no", "unknown") with input as many with input.versions.client.version as [3, 9]
	weakest.at == "max.in.flight.requests.per.connection" with input as many with input.versions.client.version as [3, 9]
	gives("exactly-once", "yes", "unknown") with input as many
}

test_no_retries if gives("at-most-once", "yes", "unknown") with input as producer({"retries": 0}, {"retries": "explicit"})

topic(replicas, in_sync, state) := {
	"values": {"@replication-factor": replicas, "min.insync.replicas": in_sync, "unclean.leader.election.enable": false},
	"state": {"min.insync.replicas": state, "unclean.leader.election.enable": "default"},
}

test_topic_decides_on_durability[name] if {
	some name, [durable, described] in {
		"two in sync": ["yes", topic(3, 2, "explicit")],
		"one in sync": ["no", topic(3, 1, "explicit")],
		"one replica": ["no", topic(1, 1, "default")],
		"left to the brokers": ["unknown", topic(3, 1, "default")],
		"unclean": ["no", object.union(topic(3, 2, "explicit"), {
			"values": {"unclean.leader.election.enable": true},
			"state": {"unclean.leader.election.enable": "explicit"},
		})],
	}
	report.result.durable == durable with input as producer({}, {})
		with input.links.topics as ["orders"]
		with input.topics as {"orders": ["t"]}
		with input.members as {"t": described}
}

test_brokers_decide_where_the_topic_does_not if {
	report.result.durable == "yes" with input as producer({}, {})
		with input.links.topics as ["orders"]
		with input.topics as {"orders": ["t"]}
		with input.brokers as {"t": ["b"]}
		with input.members as {"t": topic(3, 1, "default"), "b": topic(3, 2, "explicit")}
}

test_topic_out_of_view if {
	report.result.durable == "unknown" with input as producer({}, {}) with input.links.topics as ["orders"]
}

test_consumer if {
	gives("at-least-once", "yes", "not-applicable") with input as consumer({}, {})
	gives("unknown", "yes", "not-applicable") with input as consumer({"enable.auto.commit": true}, {})
	gives("none", "yes", "not-applicable") with input as consumer({"auto.offset.reset": "latest"}, {})
}

test_librdkafka_stores_at_once if {
	gives("none", "yes", "not-applicable") with input as consumer({"enable.auto.commit": true, "enable.auto.offset.store": true}, {})
		with input.client.name as "librdkafka"
}

test_no_group if {
	gives("unknown", "yes", "not-applicable") with input as consumer({"auto.offset.reset": "latest"}, {"group.id": "absent"})
}

test_share_consumer if gives("at-least-once", "no", "not-applicable") with input as client("share-consumer", {}, {})

streams(guarantee) := client("streams", {"processing.guarantee": guarantee}, {"processing.guarantee": "explicit"})

test_streams if {
	gives("at-least-once", "yes", "unknown") with input as streams("at_least_once")
	gives("exactly-once", "yes", "unknown") with input as streams("exactly_once_v2")
}

test_parts_count if {
	one := {"of": "loss", "certain": true, "at": {"key": "acks", "component": "p"}, "message": "m", "set": "acks=all"}
	gives("at-most-once", "yes", "unknown") with input as streams("exactly_once_v2")
		with input.parts as [{"kind": "producer", "limits": [one]}]
	weakest == one with input as streams("exactly_once_v2") with input.parts as [{"kind": "producer", "limits": [one]}]
}

source := client("source-connector", {}, {})

acks_all := [{"kind": "producer", "limits": []}]

worker(support) := {"values": {"exactly.once.source.support": support}}

test_source_connector if {
	gives("unknown", "yes", "unknown") with input as source
	gives("at-least-once", "yes", "yes") with input as source with input.parts as acks_all
	gives("at-least-once", "yes", "yes") with input as source
		with input.parts as acks_all
		with input.workers as ["w"]
		with input.members as {"w": worker("disabled")}
	gives("exactly-once", "yes", "yes") with input as source
		with input.values as {"exactly.once.support": "required"}
		with input.parts as acks_all
		with input.workers as ["w"]
		with input.members as {"w": worker("ENABLED")}
}

test_sink_connector if gives("at-least-once", "yes", "not-applicable") with input as client("sink-connector", {}, {})

table(values, part) := object.union(
	client("flink-table", object.union({"execution.checkpointing.interval": 60000}, values), {}),
	{"parts": [{"kind": part, "limits": []}]},
)

test_flink_source if {
	gives("exactly-once", "yes", "not-applicable") with input as table({"scan.startup.mode": "earliest-offset"}, "consumer")
	gives("at-most-once", "yes", "not-applicable") with input as table({"scan.startup.mode": "latest-offset"}, "consumer")
	gives("at-least-once", "yes", "not-applicable") with input as table({"execution.checkpointing.mode": "AT_LEAST_ONCE"}, "consumer")
	gives("at-least-once", "yes", "not-applicable") with input as table({"execution.runtime-mode": "BATCH"}, "consumer")
}

test_flink_sink if {
	gives("exactly-once", "yes", "yes") with input as table({"sink.delivery-guarantee": "exactly-once"}, "producer")
	gives("at-least-once", "yes", "yes") with input as table({"sink.delivery-guarantee": "at-least-once"}, "producer")
	gives("none", "yes", "yes") with input as table({"sink.delivery-guarantee": "none"}, "producer")
	gives("unknown", "yes", "yes") with input as table({"sink.delivery-guarantee": "exactly-once"}, "producer")
		with input.values as {"sink.delivery-guarantee": "exactly-once"}
}

test_job_without_tables if gives("unknown", "unknown", "not-applicable") with input as client("flink-job", {"execution.checkpointing.interval": 60000}, {})

found(consequence, confidence, doubtful) := {
	"id": 7, "rule": "KP018", "consequence": consequence, "confidence": confidence, "doubtful": doubtful, "hygiene": false,
	"key": "delivery.timeout.ms", "message": "m", "remedy": "Set more.",
}

# The checkpoints of a pipeline are not in its definition.
test_pipeline if {
	gives("unknown", "yes", "not-applicable") with input as client("flink-cdc-pipeline", {"sink.type": "elasticsearch"}, {"sink.type": "explicit"})
	gives("unknown", "yes", "unknown") with input as client("flink-cdc-pipeline", {"sink.type": "kafka"}, {"sink.type": "explicit"})
}

test_findings_count if {
	gives("at-most-once", "yes", "unknown") with input as producer({}, {}) with input.findings as [found("loss", "certain", false)]
	weakest.finding == 7 with input as producer({}, {}) with input.findings as [found("loss", "certain", false)]
	gives("unknown", "yes", "unknown") with input as producer({}, {}) with input.findings as [found("loss", "likely", false)]
	gives("unknown", "yes", "unknown") with input as producer({}, {}) with input.findings as [found("loss", "certain", true)]
	gives("at-least-once", "yes", "unknown") with input as producer({}, {}) with input.findings as [found("duplication", "certain", false)]
	gives("exactly-once", "no", "unknown") with input as producer({}, {}) with input.findings as [found("reordering", "certain", false)]
}

test_single_copies_are_about_brokers if {
	gives("exactly-once", "yes", "no") with input as producer({}, {})
		with input.findings as [object.union(found("loss", "certain", false), {"rule": "KN010"})]
}

test_what_does_not_start_gives_nothing if {
	gives("nothing", "not-applicable", "not-applicable") with input as producer({}, {})
		with input.findings as [found("startup-failure", "certain", false)]
	report.result.scope == "" with input as producer({}, {})
		with input.findings as [found("startup-failure", "certain", false)]
	gives("exactly-once", "yes", "unknown") with input as producer({}, {})
		with input.findings as [found("startup-failure", "likely", false)]
}

# Tables on other systems, and the job of a script.
row_sink(values) := client(
	"flink-table",
	object.union({"execution.checkpointing.interval": 60000, "@sql.role": "sink", "@sql.primary-key": true, "connector": "elasticsearch-7"}, values),
	{},
)

test_row_sink if {
	gives("at-least-once", "yes", "not-applicable") with input as row_sink({})
	not certain_duplicates with input as row_sink({})
	certain_duplicates with input as row_sink({"@sql.primary-key": false})
	gives("none", "yes", "not-applicable") with input as row_sink({"sink.delivery-guarantee": "none"})
	gives("none", "yes", "not-applicable") with input as row_sink({"sink.flush-on-checkpoint": false})
	gives("unknown", "yes", "not-applicable") with input as row_sink({"connector": "kudu"})
}

certain_duplicates if {
	some limit in report.result.limits
	limit.of == "duplication"
	limit.certain
}

test_change_log if {
	log := row_sink({"@sql.role": "source", "connector": "mysql-cdc"})
	gives("exactly-once", "yes", "not-applicable") with input as log
	gives("at-most-once", "yes", "not-applicable") with input as object.union(log, {"values": {"scan.startup.mode": "latest-offset"}})
	gives("unknown", "yes", "not-applicable") with input as row_sink({"@sql.role": "source", "connector": "kudu"})
}

test_script if gives("exactly-once", "yes", "not-applicable") with input as client(
	"flink-job",
	{"execution.checkpointing.interval": 60000, "@sql.sinks": "elasticsearch-7"},
	{},
)
