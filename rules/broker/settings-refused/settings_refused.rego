# METADATA
# title: settings that a broker does not take together
# description: |
#   A broker compares some of its settings when it starts and refuses to go on: the size of queued requests with that
#   of the largest request, the delay of a failed login with the time until an idle connection is closed, the buffer
#   of the log cleaner with its threads, a limit of no connections per address without exceptions from it, the SASL
#   mechanism between brokers with those that are enabled, and the cordoned log directories with all of them. Nor does
#   it start with the builder of principals that left with 3.0, with a time of 0 until segments are rolled or deleted,
#   without any log directory, and with limits for addresses that are none.
# related_resources:
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_queued.max.request.bytes
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_connection.failed.authentication.delay.ms
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_log.cleaner.dedupe.buffer.size
# - ref: https://kafka.apache.org/documentation/#brokerconfigs_sasl.mechanism.inter.broker.protocol
# custom:
#   id: KB037
#   severities: [error]
#   confidence: certain
#   consequence: startup-failure
#   kinds: [broker]
#   remediation: Bring the settings into line.
#   versions: ["3.0", "4.3"]
#   since: "0.2.0"
package kcfglint.rules.broker.settings_refused

# KafkaConfig.validateValues
report contains finding if {
	queued := input.values["queued.max.request.bytes"]
	queued > 0
	largest := input.values["socket.request.max.bytes"]
	queued < largest
	finding := {
		"at": written("queued.max.request.bytes", input.state["queued.max.request.bytes"], "socket.request.max.bytes"),
		"message": $`queued.max.request.bytes ({queued}) is below socket.request.max.bytes ({largest}): the broker refuses to start; raise it, or set -1`,
	}
}

report contains finding if {
	delay := input.values["connection.failed.authentication.delay.ms"]
	idle := input.values["connections.max.idle.ms"]
	idle >= 0
	delay >= idle
	some_written([input.state["connection.failed.authentication.delay.ms"], input.state["connections.max.idle.ms"]])
	finding := {
		"at": written("connection.failed.authentication.delay.ms", input.state["connection.failed.authentication.delay.ms"], "connections.max.idle.ms"),
		"message": $`connection.failed.authentication.delay.ms ({delay}) is not below connections.max.idle.ms ({idle}): the broker refuses to start; lower the delay`,
	}
}

report contains finding if {
	buffer := input.values["log.cleaner.dedupe.buffer.size"]
	threads := input.values["log.cleaner.threads"]
	threads > 0
	floor(buffer / threads) <= 1048576
	some_written([input.state["log.cleaner.dedupe.buffer.size"], input.state["log.cleaner.threads"]])
	finding := {
		"at": written("log.cleaner.dedupe.buffer.size", input.state["log.cleaner.dedupe.buffer.size"], "log.cleaner.threads"),
		"message": $`log.cleaner.dedupe.buffer.size ({buffer}) leaves each of {threads} cleaner threads 1 MiB or less: the broker refuses to start; set 134217728`,
	}
}

# The buffer is divided by their number.
report contains finding if {
	input.state["log.cleaner.threads"] in {"explicit", "inherited"}
	input.values["log.cleaner.threads"] == 0
	finding := {
		"at": "log.cleaner.threads",
		"message": `log.cleaner.threads="0": the broker refuses to start; set 1 or more`,
	}
}

report contains finding if {
	input.state["log.roll.ms"] in {"explicit", "inherited"}
	input.values["log.roll.ms"] < 1
	finding := {
		"at": "log.roll.ms",
		"message": $`log.roll.ms="{input.values["log.roll.ms"]}": the broker refuses to start; set 1 or more`,
	}
}

# KafkaConfig.getLogRetentionTimeMillis: the finest unit that is written counts.
report contains finding if {
	kept == 0
	finding := {
		"at": retention,
		"message": $`{retention}="0": the broker refuses to start; set a time, or -1 to keep records for good`,
	}
}

report contains finding if {
	some key in no_log_dir
	finding := {
		"at": key,
		"message": $`{key} names no directory: the broker refuses to start; name one`,
	}
}

# CoreUtils.parseCsvMap and Utils.validHostPattern.
report contains finding if {
	input.state["max.connections.per.ip.overrides"] in {"explicit", "inherited"}
	some entry in entries(input.values["max.connections.per.ip.overrides"])
	not regex.match(`^[0-9a-zA-Z\-%._:]*:\s*[+-]?\d+$`, entry)
	finding := {
		"at": "max.connections.per.ip.overrides",
		"message": $`max.connections.per.ip.overrides with "{entry}": the broker refuses to start; write an address or a host, a colon and the limit`,
	}
}

report contains finding if {
	input.state["max.connections.per.ip"] in {"explicit", "inherited"}
	input.values["max.connections.per.ip"] == 0
	no_overrides
	finding := {
		"at": "max.connections.per.ip",
		"message": `max.connections.per.ip="0" without max.connections.per.ip.overrides: nobody could connect, and the broker refuses to start; set the overrides, or remove the line`,
	}
}

report contains finding if {
	between_brokers
	mechanism := trim_space(input.values["sasl.mechanism.inter.broker.protocol"])
	enabled := {trim_space(name) | some name in split(input.values["sasl.enabled.mechanisms"], ",")}
	not mechanism in enabled
	finding := {
		"at": written("sasl.mechanism.inter.broker.protocol", input.state["sasl.mechanism.inter.broker.protocol"], "sasl.enabled.mechanisms"),
		"message": $`sasl.mechanism.inter.broker.protocol ({mechanism}) is not among sasl.enabled.mechanisms ({concat(", ", enabled)}), and the brokers talk by SASL: the broker refuses to start; make them agree`,
	}
}

# KafkaConfig.validateCordonedLogDirs
report contains finding if {
	input.state["cordoned.log.dirs"] in {"explicit", "inherited"}
	cordoned := entries(input.values["cordoned.log.dirs"])
	not "*" in cordoned
	holds_records
	unknown := [dir | some dir in cordoned; not dir in log_dirs]
	unknown != []
	finding := {
		"at": "cordoned.log.dirs",
		"message": $`cordoned.log.dirs names "{concat(", ", unknown)}", which is not among the log directories ({concat(", ", log_dirs)}): the broker refuses to start; write it as there`,
	}
}

report contains finding if {
	input.state["cordoned.log.dirs"] in {"explicit", "inherited"}
	cordoned := entries(input.values["cordoned.log.dirs"])
	"*" in cordoned
	count(cordoned) > 1
	holds_records
	finding := {
		"at": "cordoned.log.dirs",
		"message": `cordoned.log.dirs names "*" and more: the broker refuses to start; write "*" alone for all of them`,
	}
}

# What left with 3.0 is no KafkaPrincipalSerde, nor a class at all.
report contains finding if {
	input.state["principal.builder.class"] in {"explicit", "inherited"}
	class := trim_space(input.values["principal.builder.class"])
	class == "org.apache.kafka.common.security.auth.DefaultPrincipalBuilder"
	input.versions.broker.version >= [3, 0]
	finding := {
		"at": "principal.builder.class",
		"message": $`principal.builder.class="{class}": Kafka from 3.0 on does not have it and the broker refuses to start; remove it, or set org.apache.kafka.common.security.authenticator.DefaultKafkaPrincipalBuilder`,
	}
}

# Only a broker has log directories to cordon, from 4.3 on.
holds_records if {
	contains(input.values["process.roles"], "broker")
	input.versions.broker.version >= [4, 3]
}

log_dirs := entries(input.values["log.dirs"]) if input.state["log.dirs"] in {"explicit", "inherited"}

log_dirs := entries(input.values["log.dir"]) if {
	input.state["log.dirs"] in {"absent", "default"}
	input.state["log.dir"] in {"explicit", "inherited", "default"}
}

entries(list) := [entry | some part in split(list, ","); entry := trim_space(part); entry != ""]

retention := "log.retention.ms" if input.state["log.retention.ms"] in {"explicit", "inherited"}

retention := "log.retention.minutes" if {
	input.state["log.retention.ms"] in {"absent", "default"}
	input.state["log.retention.minutes"] in {"explicit", "inherited"}
}

retention := "log.retention.hours" if {
	input.state["log.retention.ms"] in {"absent", "default"}
	input.state["log.retention.minutes"] in {"absent", "default"}
	input.state["log.retention.hours"] in {"explicit", "inherited"}
}

kept := input.values["log.retention.ms"] if retention == "log.retention.ms"

kept := input.values["log.retention.minutes"] if retention == "log.retention.minutes"

kept := input.values["log.retention.hours"] if retention == "log.retention.hours"

# From 4.2 on, the type of the two keys says so: KM006.
no_log_dir contains "log.dirs" if {
	input.state["log.dirs"] in {"explicit", "inherited"}
	entries(input.values["log.dirs"]) == []
}

no_log_dir contains "log.dir" if {
	input.state["log.dirs"] in {"absent", "default"}
	input.state["log.dir"] in {"explicit", "inherited"}
	entries(input.values["log.dir"]) == []
}

# SASL on the listener of that name. Its own mechanisms would go before the general ones.
between_brokers if {
	inter_broker in {"SASL_SSL", "SASL_PLAINTEXT"}
	input.state["listener.name.sasl_ssl.sasl.enabled.mechanisms"] == "absent"
	input.state["listener.name.sasl_plaintext.sasl.enabled.mechanisms"] == "absent"
	some_written([input.state["sasl.mechanism.inter.broker.protocol"], input.state["sasl.enabled.mechanisms"]])
}

inter_broker := input.values["security.inter.broker.protocol"] if {
	input.state["security.inter.broker.protocol"] in {"explicit", "inherited"}
}

# A name of one's own may be that of any protocol.
inter_broker := upper(trim_space(input.values["inter.broker.listener.name"])) if {
	input.state["inter.broker.listener.name"] in {"explicit", "inherited"}
	input.state["listener.security.protocol.map"] in {"absent", "default"}
}

inter_broker := name if {
	input.state["inter.broker.listener.name"] in {"explicit", "inherited"}
	name := upper(trim_space(input.values["inter.broker.listener.name"]))
	$`{name}:{name}` in {upper(entry) | some entry in entries(input.values["listener.security.protocol.map"])}
}

no_overrides if input.state["max.connections.per.ip.overrides"] in {"absent", "default"}

no_overrides if trim_space(input.values["max.connections.per.ip.overrides"]) == ""

# The first key, where it is written, else the second.
written(key, state, _) := key if state in {"explicit", "inherited"}

written(_, "default", other) := other

some_written(states) if {
	some state in states
	state in {"explicit", "inherited"}
}
