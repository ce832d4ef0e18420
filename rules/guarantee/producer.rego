# What a producer gives: acks, retries and idempotence decide.
package kcfglint.guarantee.producer

import data.kcfglint.guarantee.topics

default scope := ""

scope := "to readers with isolation.level=read_committed" if {
	input.kind == "producer"
	transactional
}

# KafkaProducer's documentation: guaranteed within a single producer session.
scope := "as long as the producer lives: what the application sends again after a restart is stored again" if {
	input.kind == "producer"
	not transactional
	idempotent == "yes"
}

decides contains key if {
	input.kind == "producer"
	some key in ["acks", "enable.idempotence", "retries", "max.in.flight.requests.per.connection"]
	input.state[key] != "absent"
	not replaced(key)
}

decides contains "transactional.id" if {
	input.kind == "producer"
	input.state["transactional.id"] in {"explicit", "inherited", "forced", "unknown"}
}

replaced("acks") if raised

acks := input.values.acks if not raised

acks := "all" if raised

# Idempotence that is asked for, and transactions, put all in place of the default.
raised if {
	input.state.acks == "default"
	asked
}

asked if transactional

asked if {
	input.values["enable.idempotence"] == true
	input.state["enable.idempotence"] in {"explicit", "inherited", "forced"}
}

waits_for_all if acks in {"all", "-1"}

limits contains limit(what, true, "acks", "nobody acknowledges, so what is on its way is gone with a connection or a broker", "acks=all") if {
	input.kind == "producer"
	acks == "0"
	some what in ["loss", "durability"]
}

limits contains limit(what, true, "acks", "the leader alone acknowledges, and what no follower has yet is lost with it", "acks=all") if {
	input.kind == "producer"
	acks == "1"
	some what in ["loss", "durability"]
}

limits contains limit(what, false, "acks", "how many replicas acknowledge is not known here", "acks=all") if {
	input.kind == "producer"
	not acks_known
	some what in ["loss", "durability"]
}

limits contains limit("loss", true, "retries", "what the first passing error hits is given up", "no retries; delivery.timeout.ms bounds the time") if {
	input.kind == "producer"
	input.values.retries == 0
	acks != "0"
}

# A retry stores a batch again whose acknowledgement was lost.
limits contains limit("duplication", idempotent == "no", culprit, repeats[idempotent], "enable.idempotence=true and acks=all") if {
	input.kind == "producer"
	retried
	idempotent in {"no", "unknown"}
}

limits contains limit("reordering", in_flight == "several", culprit, overtakes[idempotent], "enable.idempotence=true and acks=all") if {
	input.kind == "producer"
	retried
	idempotent == "no"
	in_flight in {"several", "unknown"}
}

limits contains limit("reordering", false, culprit, overtakes[idempotent], "enable.idempotence=true and acks=all") if {
	input.kind == "producer"
	retried
	idempotent == "unknown"
	in_flight in {"several", "unknown"}
}

# The records are safe from one broker if its topics are.
limits contains limit("durability", false, "", "the topics that it writes to are not in these files", "") if {
	input.kind == "producer"
	waits_for_all
	count(input.links.topics) == 0
}

limits contains weak if {
	input.kind == "producer"
	waits_for_all
	some name in input.links.topics
	some weak in topics.limits[name]
}

acks_known if acks in {"0", "1", "all", "-1"}

repeats := {
	"no": "without idempotence a retry after a lost acknowledgement stores a batch twice",
	"unknown": "whether idempotence is on is not known here; without it a retry can store a batch twice",
}

overtakes := {
	"no": "without idempotence and with several requests in flight a retry can put a batch behind later ones",
	"unknown": "whether idempotence is on is not known here; without it a retry can put a batch behind later ones",
}

# With acks=0 there is no answer after which anything could be sent again.
retried if {
	not never_retried
}

never_retried if acks == "0"

never_retried if input.values.retries == 0

in_flight := "one" if input.values["max.in.flight.requests.per.connection"] <= 1

in_flight := "several" if input.values["max.in.flight.requests.per.connection"] > 1

in_flight := "unknown" if not in_flight_known

in_flight_known if is_number(input.values["max.in.flight.requests.per.connection"])

transactional if input.values["@transactional"] == true

transactional if input.state["transactional.id"] in {"explicit", "inherited", "forced"}

transactional if input.links.transactional_prefix != ""

idempotent := "yes" if {
	transactional
	not refused
}

# The client does not start with that.
idempotent := "no" if {
	transactional
	refused
}

idempotent := "yes" if {
	not transactional
	input.values["enable.idempotence"] == true
	switched_off == "no"
}

idempotent := "no" if {
	not transactional
	input.values["enable.idempotence"] == false
}

# The client has no such setting.
idempotent := "no" if {
	not transactional
	input.state["enable.idempotence"] == "absent"
}

idempotent := "no" if {
	not transactional
	input.values["enable.idempotence"] == true
	switched_off == "yes"
}

idempotent := "unknown" if {
	not transactional
	input.values["enable.idempotence"] == true
	switched_off == "unknown"
}

idempotent := "unknown" if {
	not transactional
	input.state["enable.idempotence"] in {"unknown", "invalid"}
}

refused if {
	input.values["enable.idempotence"] == false
	input.state["enable.idempotence"] in {"explicit", "inherited"}
}

# Only a default gives way to settings that contradict it, without an error
# (ProducerConfig.postProcessAndValidateIdempotenceConfigs).
default switched_off := "no"

switched_off := "yes" if {
	input.state["enable.idempotence"] == "default"
	contradicted
}

switched_off := "unknown" if {
	input.state["enable.idempotence"] == "default"
	not contradicted
	not acks_known
}

contradicted if count(contradictions) > 0

contradictions contains [1, "acks"] if acks in {"0", "1"}

contradictions contains [2, "retries"] if input.values.retries == 0

# From 4.0 on that is refused.
contradictions contains [3, "max.in.flight.requests.per.connection"] if {
	input.values["max.in.flight.requests.per.connection"] > 5
	input.versions.client.version < [4, 0]
}

# culprit is the setting because of which idempotence is off.
culprit := min(contradictions)[1] if switched_off == "yes"

culprit := "acks" if switched_off == "unknown"

culprit := "enable.idempotence" if switched_off == "no"

limit(of, certain, at, message, set) := {"of": of, "certain": certain, "at": at, "message": message, "set": set}
