# What a component gives, derived from what limits it. A limit is
#
#	of       loss, duplication, reordering or durability: what may happen, or is not given;
#	         start, if it does not start
#	certain  false if it depends on what is not known
#	at       the key that decides, or {key, component}
#	message  why, without the value
#	set      what to set; "" if nothing can be set
#
# Rules put what they find beside the limits that follow from settings, so that no finding
# and no guarantee contradict each other.
package kcfglint.guarantee.report

import data.kcfglint.guarantee.connect
import data.kcfglint.guarantee.consumer
import data.kcfglint.guarantee.flink
import data.kcfglint.guarantee.pipelines
import data.kcfglint.guarantee.producer
import data.kcfglint.guarantee.streams
import data.kcfglint.guarantee.tables

result := {
	"delivery": delivery,
	"ordered": ordered,
	"durable": durable,
	"scope": scope,
	"decides": decides,
	"limits": ranked,
}

# own are the limits that follow from the settings of the component itself.
own contains limit if some limit in producer.limits

own contains limit if some limit in consumer.limits

own contains limit if some limit in streams.limits

own contains limit if some limit in connect.limits

own contains limit if some limit in flink.limits

own contains limit if some limit in tables.limits

own contains limit if some limit in pipelines.limits

# found are the limits that rules found.
found contains limit if {
	some f in input.findings
	not doubted_start(f)
	limit := {
		"of": of(f),
		"certain": certain(f),
		"at": f.key,
		"message": f.message,
		"set": f.remedy,
		"finding": f.id,
		"hygiene": f.hygiene,
	}
}

# What may not start either does not, or gives what its settings say.
doubted_start(f) if {
	f.consequence == "startup-failure"
	not certain(f)
}

# A rule that says that one copy is too few speaks of a broker that fails, not of what
# the client does.
single_copy := {"FK022", "KM013", "KS006", "KN004", "KN010", "KN025", "KN032"}

of(f) := "durability" if {
	f.consequence in {"loss", "corruption"}
	f.rule in single_copy
}

of(f) := "loss" if {
	f.consequence in {"loss", "corruption"}
	not f.rule in single_copy
}

of(f) := "start" if f.consequence == "startup-failure"

of(f) := f.consequence if f.consequence in {"duplication", "reordering"}

certain(f) if {
	f.confidence == "certain"
	f.doubtful == false
}

certain(f) := false if f.confidence != "certain"

certain(f) := false if f.doubtful

# inherited are those of the clients that the component owns. What two of them say alike is
# said once.
inherited contains limit if {
	some part in input.parts
	some limit in part.limits
}

# A rule says more of a key than the bare setting does.
limits contains limit if some limit in found

limits contains limit if {
	some limit in (own | inherited)
	not said(limit)
}

said(limit) if {
	bare(limit) == 1
	some other in found
	not other.hygiene
	other.of == limit.of
	other.at == key_of(limit.at)
	other.certain == limit.certain
}

key_of(at) := at if is_string(at)

key_of(at) := at.key if is_object(at)

# weighty are the limits that decide. A note, which its rule leaves to whoever asks for it,
# does not.
weighty := {limit | some limit in limits; not object.get(limit, "hygiene", false)}

# stopped holds for what does not even start.
stopped if {
	some limit in weighty
	limit.of == "start"
	limit.certain
}

happens(what) := "yes" if {
	some limit in weighty
	limit.of == what
	limit.certain
}

happens(what) := "unknown" if {
	not certainly(what)
	some limit in weighty
	limit.of == what
}

happens(what) := "no" if {
	every limit in weighty { limit.of != what }
}

certainly(what) if {
	some limit in weighty
	limit.of == what
	limit.certain
}

delivery := "nothing" if stopped

delivery := promise if not stopped

promise := "at-most-once" if {
	happens("loss") == "yes"
	happens("duplication") == "no"
}

# What may be lost as well as stored twice is promised nothing.
promise := "none" if {
	happens("loss") == "yes"
	happens("duplication") != "no"
}

promise := "unknown" if happens("loss") == "unknown"

promise := "exactly-once" if {
	happens("loss") == "no"
	happens("duplication") == "no"
}

# Better is possible where duplicates are only not ruled out; this much is sure.
promise := "at-least-once" if {
	happens("loss") == "no"
	happens("duplication") != "no"
}

opposite := {"yes": "no", "no": "yes", "unknown": "unknown"}

ordered := opposite[happens("reordering")] if not stopped

ordered := "not-applicable" if stopped

durable := opposite[happens("durability")] if {
	writes
	not stopped
}

durable := "not-applicable" if not writes

durable := "not-applicable" if stopped

# writes holds for what puts records into Kafka.
writes if input.kind in {"producer", "streams", "source-connector", "mirror"}

writes if {
	some part in input.parts
	part.kind == "producer"
}

writes if pipelines.on_kafka

default scope := ""

scope := producer.scope if {
	input.kind == "producer"
	not stopped
}

scope := streams.scope if {
	input.kind == "streams"
	not stopped
}

scope := flink.scope if {
	input.kind == "flink-table"
	not stopped
}

scope := tables.scope if {
	input.kind == "flink-job"
	not stopped
}

decides contains key if some key in producer.decides

decides contains key if some key in consumer.decides

decides contains key if some key in streams.decides

decides contains key if some key in connect.decides

decides contains key if some key in flink.decides

decides contains key if some key in tables.decides

decides contains key if some key in pipelines.decides

# ranked has the weakest link first.
ranked := [limit |
	some [_, _, _, limit] in sort([entry |
		some limit in limits
		entry := [rank(limit), bare(limit), key_of(limit.at), limit]
	])
]

# bare is 1 for what no rule has put into words.
bare(limit) := 0 if limit.finding

bare(limit) := 1 if not limit.finding

order := {
	"start": {true: 0, false: 9},
	"loss": {true: 1, false: 3},
	"durability": {true: 2, false: 6},
	"reordering": {true: 4, false: 7},
	"duplication": {true: 5, false: 8},
}

# What cannot be mended by a setting comes behind what can, and hygiene last.
rank(limit) := (order[limit.of][limit.certain] + mends[limit.set == ""]) + hygiene(limit)

mends := {true: 10, false: 0}

hygiene(limit) := 20 if limit.hygiene

hygiene(limit) := 0 if not limit.hygiene
